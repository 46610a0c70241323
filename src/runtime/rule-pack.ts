import { z } from "zod";
import { packRuleSchema } from "@/contracts/rules";
import rules from "../../prisma/reference/risk-rules.json";

/** The rules of risk that come with the product; in the bundle, so that they are there wherever it runs. */
export const RULE_PACK = z.array(packRuleSchema).min(1).parse(rules);
