import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Transaction } from "./ports";
import type { ClearanceRecord } from "./records";

/** The thing that was asked for, or `not_found`: what the actor may not see does not exist for it. */
export function found<T>(value: T | null, what: string): Result<T, Failure> {
  return value === null ? err({ kind: "not_found", what }) : ok(value);
}

/** The clearance as it is once nobody else can change it. */
export async function lockedClearance(tx: Transaction, clearanceId: string): Promise<Result<ClearanceRecord, Failure>> {
  const known = found(await tx.clearances.get(clearanceId), "clearance");
  if (!known.ok) return known;
  await tx.lockShipment(known.value.shipmentId);
  return found(await tx.clearances.get(clearanceId), "clearance");
}
