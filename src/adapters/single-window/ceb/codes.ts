import type { CebCode } from "@/contracts/ceb-codes";
import { holdsOn, type LocalDate } from "@/domain/shared/local-date";

/** The numbers of China's customs for countries, currencies and units, by day. */
export interface CebCodes {
  /** The number of a code of ours on a day; null where there is none. */
  toWire(list: CebCode["list"], neutral: string, day: LocalDate): string | null;
  /** Our code for a number on a day; null where there is none. */
  fromWire(list: CebCode["list"], wire: string, day: LocalDate): string | null;
}

/** Looks codes up in rows of reference data. */
export function createCebCodes(rows: readonly CebCode[]): CebCodes {
  const byNeutral = grouped(rows, (row) => `${row.list} ${row.neutral}`);
  const byWire = grouped(rows, (row) => `${row.list} ${row.ceb}`);
  return {
    toWire: (list, neutral, day) => byNeutral.get(`${list} ${neutral}`)?.find((row) => holdsOn(row, day))?.ceb ?? null,
    fromWire: (list, wire, day) => byWire.get(`${list} ${wire}`)?.find((row) => holdsOn(row, day))?.neutral ?? null,
  };
}

function grouped(rows: readonly CebCode[], keyOf: (row: CebCode) => string): ReadonlyMap<string, readonly CebCode[]> {
  const groups = new Map<string, CebCode[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
