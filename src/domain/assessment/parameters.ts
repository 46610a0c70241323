import type { Issue } from "../declaration/issue";
import { err, ok, type Result } from "../shared/result";
import { type LegalParameter, parameterOn } from "../tariff/reference";
import { consignmentIssue } from "./issues";
import type { AssessmentInput } from "./step";

/** The constants of the law on the day; an issue for each that the tables have no row for, and then nothing is computed. */
export function parametersOf<K extends string>(
  input: AssessmentInput,
  codes: readonly K[],
): Result<Readonly<Record<K, LegalParameter>>, readonly Issue[]> {
  const found = codes.map((code) => [code, parameterOn(input.reference, code, input.day)] as const);
  const missing = found.filter(([, parameter]) => parameter === null);
  if (missing.length === 0) return ok(Object.fromEntries(found) as Record<K, LegalParameter>);
  return err(
    missing.map(([code]) =>
      consignmentIssue("parameter_missing", "regime", input, { parameter: code, day: input.day }, "admin"),
    ),
  );
}
