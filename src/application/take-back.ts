import { freeGuarantee } from "./free-security";
import { settleQuota } from "./hold-quota";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord } from "./records";

/**
 * Gives back what a declaration that no longer stands had taken: its guarantee and the consumer's year; its open case is
 * withdrawn. Goods of an account book are given back by whoever reserves or ends their reservation.
 */
export async function takeBack(tx: Transaction, world: World, clearance: ClearanceRecord, by: string): Promise<void> {
  await freeGuarantee(tx, world, clearance, by);
  await settleQuota(tx, world, clearance, "restore", by);
  const open = await tx.reviews.openOf(clearance.id);
  if (open) await tx.reviews.close(open.id, "withdrawn");
}
