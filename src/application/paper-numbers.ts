import { producerNumbers } from "@/domain/clearance/producer-number";
import { PRODUCER_ORIGINS } from "@/domain/clearance/requirements";
import { numbersIn } from "@/domain/permit/meets";
import type { PermitStore } from "./permit-record";
import type { RequirementRecord } from "./records";

type Given = Pick<RequirementRecord, "code" | "evidenceReference" | "parameters">;

/**
 * Whether what was given for a requirement is several numbers. Blanks alone do not tell: "GACC 2026 0042" is one paper. So
 * each of them is a permit on record, or the number of a producer, whose form is known.
 */
export async function areNumbers(
  permits: Pick<PermitStore, "isOnRecord">,
  { code, evidenceReference: given, parameters }: Given,
): Promise<boolean> {
  if (given === null || (await permits.isOnRecord(code, given))) return false;
  const origins = parameters[PRODUCER_ORIGINS];
  if (origins !== undefined) return producerNumbers(given, origins.split(", ")).ok;
  for (const number of numbersIn(given)) if (!(await permits.isOnRecord(code, number))) return false;
  return true;
}
