import { add, compare, type Decimal, subtract, ZERO } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import type { BookLot } from "./book";
import { isExpired } from "./expiry";

/** A lot with what of it may still be taken, in declared units. */
export interface FreeLot {
  readonly lot: BookLot;
  readonly available: Decimal;
}

/** So much of a lot. */
export interface Taken {
  readonly lotId: string;
  readonly quantity: Decimal;
}

/** A lot that was passed over, and why. */
export interface PassedOver {
  readonly lotId: string;
  readonly lotNumber: string;
  readonly expiresOn: LocalDate;
  readonly why: "expired";
}

export interface Allocated {
  readonly taken: readonly Taken[];
  /** What could not be had; zero when the whole was. */
  readonly missing: Decimal;
  /** What all lots that may be taken from hold together. */
  readonly available: Decimal;
  readonly passedOver: readonly PassedOver[];
}

/**
 * Takes a quantity from lots: the nearest expiry first, what does not expire last, and among equals what came in first.
 * Goods past their last day are never taken; the lot is named with the reason.
 */
export function allocate(needed: Decimal, lots: readonly FreeLot[], day: LocalDate): Allocated {
  const usable = inOrder(lots.filter(({ lot }) => !isExpired(lot.expiresOn, day)));
  const taken: Taken[] = [];
  let missing = needed;
  let held = ZERO;
  for (const { lot, available } of usable) {
    held = add(held, available);
    const quantity = compare(available, missing) < 0 ? available : missing;
    if (compare(quantity, ZERO) <= 0) continue;
    taken.push({ lotId: lot.id, quantity });
    missing = subtract(missing, quantity);
  }
  return { taken, missing, available: held, passedOver: lots.flatMap((each) => passedOver(each, day)) };
}

/** The order in which lots are taken. */
export function inOrder(lots: readonly FreeLot[]): readonly FreeLot[] {
  return lots.toSorted((a, b) => compareText(rank(a), rank(b)));
}

const NEVER = "9999-12-31";

function rank({ lot }: FreeLot): string {
  return `${lot.expiresOn ?? NEVER} ${lot.receivedOn} ${lot.lotNumber} ${lot.id}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function passedOver({ lot, available }: FreeLot, day: LocalDate): readonly PassedOver[] {
  const { id: lotId, lotNumber, expiresOn } = lot;
  if (expiresOn === null || !isExpired(expiresOn, day) || compare(available, ZERO) <= 0) return [];
  return [{ lotId, lotNumber, expiresOn, why: "expired" }];
}
