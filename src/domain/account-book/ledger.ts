import { add, compare, type Decimal, sum, ZERO } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";
import { type Conversion, movedBetween, type Quantities } from "./quantity";

/**
 * What happens to an item of a book. A reservation holds goods for a line until they go out with its release, or are
 * given back; goods that are returned to the zone come back as a refund, a count adjusts, a transfer moves between books.
 */
export const ENTRY_KINDS = ["in", "out", "reserve", "release", "refund", "adjust", "transfer"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A movement in declared units, with its sign: what comes in and what is reserved is above zero, what leaves below. */
export interface Movement {
  readonly kind: EntryKind;
  readonly declared: Decimal;
}

/** Where an item, or a lot of it, stands; in declared units. */
export interface Standing {
  readonly balance: Decimal;
  readonly reserved: Decimal;
}

/** An entry as it is kept: what moved, in three units, and where the item stood after it. */
export interface LedgerEntry extends Standing {
  readonly kind: EntryKind;
  readonly moved: Quantities;
}

export const EMPTY: Standing = { balance: ZERO, reserved: ZERO };

export type LedgerRefusal =
  | { readonly kind: "sign_wrong" }
  /** More would leave than is there. */
  | { readonly kind: "balance_short"; readonly balance: Decimal }
  /** More would be taken or reserved than is free. */
  | { readonly kind: "available_short"; readonly available: Decimal }
  /** More would be given back or taken out than was reserved. */
  | { readonly kind: "not_reserved"; readonly reserved: Decimal };

const SIGNS: Readonly<Record<EntryKind, 1 | -1 | 0>> = {
  in: 1,
  out: -1,
  reserve: 1,
  release: -1,
  refund: 1,
  adjust: 0,
  transfer: 0,
};

/** What of the movement changes the balance. */
function ofBalance({ kind, declared }: Movement): Decimal {
  return kind === "reserve" || kind === "release" ? ZERO : declared;
}

/** What of the movement changes what is reserved: goods go out of their own reservation. */
function ofReserved({ kind, declared }: Movement): Decimal {
  return kind === "reserve" || kind === "release" || kind === "out" ? declared : ZERO;
}

/** What may still be taken. */
export function available({ balance, reserved }: Standing): Decimal {
  return add(balance, { units: -reserved.units, scale: reserved.scale });
}

/** The entry that a movement makes after a standing, or why it may not. Neither balance, reserve nor what is free falls below zero. */
export function enter(
  standing: Standing,
  movement: Movement,
  conversion: Conversion,
): Result<LedgerEntry, LedgerRefusal> {
  const sign = SIGNS[movement.kind];
  const direction = compare(movement.declared, ZERO);
  if (direction === 0 || (sign !== 0 && direction !== sign)) return err({ kind: "sign_wrong" });
  const balance = add(standing.balance, ofBalance(movement));
  const reserved = add(standing.reserved, ofReserved(movement));
  if (compare(reserved, ZERO) < 0) return err({ kind: "not_reserved", reserved: standing.reserved });
  if (compare(balance, ZERO) < 0) return err({ kind: "balance_short", balance: standing.balance });
  if (compare(available({ balance, reserved }), ZERO) < 0)
    return err({ kind: "available_short", available: available(standing) });
  const isReservation = movement.kind === "reserve" || movement.kind === "release";
  const moved = isReservation
    ? movedBetween(standing.reserved, reserved, conversion)
    : movedBetween(standing.balance, balance, conversion);
  return ok({ kind: movement.kind, moved, balance, reserved });
}

/** Where the item stands after all movements: the sums of what was moved. */
export function standingOf(movements: readonly Movement[]): Standing {
  return { balance: sum(movements.map(ofBalance)), reserved: sum(movements.map(ofReserved)) };
}

/**
 * What a movement did to the stock, as customs asks for it: before, moved, after (for US warehouses 19 CFR 144.32, not
 * checked at source).
 */
export interface StatementRow {
  readonly before: Decimal;
  readonly moved: Decimal;
  readonly after: Decimal;
}

/** Before, moved and after of an entry; a reservation moves nothing of the stock. */
export function statementRow(entry: Movement & Pick<Standing, "balance">): StatementRow {
  const moved = ofBalance(entry);
  return { before: add(entry.balance, { units: -moved.units, scale: moved.scale }), moved, after: entry.balance };
}
