import { settleQuota } from "./hold-quota";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord } from "./records";

/**
 * Gives back what a declaration that no longer stands had taken of the consumer's year; its open case is withdrawn. Then
 * whoever calls gives back the goods of account books, and the guarantee last: locks are taken in this one order.
 */
export async function takeBack(tx: Transaction, world: World, clearance: ClearanceRecord, by: string): Promise<void> {
  await settleQuota(tx, world, clearance, "restore", by);
  const open = await tx.reviews.openOf(clearance.id);
  if (open) await tx.reviews.close(open.id, "withdrawn");
}
