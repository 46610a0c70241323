import { z } from "zod";
import { goldenCaseSchema } from "@/contracts/law";
import cases from "../../prisma/reference/golden-cases.json";

/** The cases that come with the product; in the bundle, so that no check ever runs without them. */
export const GOLDEN_CASES = z.array(goldenCaseSchema).min(1).parse(cases);
