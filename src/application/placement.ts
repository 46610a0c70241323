import type { DocumentRecord } from "./records";

/** Whether nobody knows yet to which shipment a paper belongs; until somebody says so it states nothing of the one it lies in. */
export function isUnplaced({ isPlaced, placement }: Pick<DocumentRecord, "isPlaced" | "placement">): boolean {
  return !isPlaced && placement?.reason === "unclear";
}
