import type { HistoryEntryRecord } from "./history-record";

/** Every line once, whatever became of its declaration, and which line stands for those that were left out. */
export interface OnceEach {
  readonly entries: readonly HistoryEntryRecord[];
  /** By the id of an entry that was left out: the id of the one that stands for it. */
  readonly standsFor: ReadonlyMap<string, string>;
}

/**
 * Goods are asked at both gates and again with each amendment; a history that counted all of it would take one order for
 * many. What was lodged last of a shipment at the first gate stands for the rest. Entries that were made up or imported
 * are one each.
 */
export function onceEach(all: readonly HistoryEntryRecord[]): OnceEach {
  const lastOf = new Map<string, HistoryEntryRecord>();
  for (const record of all) if (record.source && record.stage === "bonded_exit") lastOf.set(keyOf(record), record);
  const standsFor = new Map<string, string>();
  const entries = all.filter((record) => {
    const last = lastOf.get(keyOf(record));
    if (!record.source || last === record) return true;
    if (last) standsFor.set(record.entry.id, last.entry.id);
    return false;
  });
  return { entries, standsFor };
}

/** The line of a shipment that a record is about. */
export function keyOf({ source, line, entry }: Pick<HistoryEntryRecord, "source" | "line" | "entry">): string {
  return source ? `${source.shipmentId}:${line}` : entry.id;
}
