import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";

/** The thing that was asked for, or `not_found`: what the actor may not see does not exist for it. */
export function found<T>(value: T | null, what: string): Result<T, Failure> {
  return value === null ? err({ kind: "not_found", what }) : ok(value);
}
