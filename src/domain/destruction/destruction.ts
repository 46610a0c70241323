import type { Movement } from "../account-book/ledger";
import { compare, type Decimal, subtract, ZERO } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";

/** Why bonded goods are unfit for sale. */
export const DESTRUCTION_REASONS = ["expired", "damaged", "refused_at_inspection", "other"] as const;
export type DestructionReason = (typeof DESTRUCTION_REASONS)[number];

/**
 * Where a destruction (销毁) stands: the witness of who keeps the book has stated what was destroyed, and the officer has
 * confirmed it. The book is written off with the certificate, and not before.
 */
export const DESTRUCTION_STATES = [
  "applied",
  "approved",
  "stated",
  "confirmed",
  "destroyed",
  "refused",
  "cancelled",
] as const;
export type DestructionState = (typeof DESTRUCTION_STATES)[number];

export const DESTRUCTION_ACTS = ["approve", "refuse", "cancel", "state", "confirm", "dispute", "certify"] as const;
export type DestructionAct = (typeof DESTRUCTION_ACTS)[number];

/** State, act, next state; an empty row is an end. A statement that the officer disputes is made again. */
const STEPS: Readonly<Record<DestructionState, Readonly<Partial<Record<DestructionAct, DestructionState>>>>> = {
  applied: { approve: "approved", refuse: "refused", cancel: "cancelled" },
  approved: { state: "stated", cancel: "cancelled" },
  stated: { confirm: "confirmed", dispute: "approved" },
  confirmed: { certify: "destroyed" },
  destroyed: {},
  refused: {},
  cancelled: {},
};

/** Where the act leads, or that it is not one of the state. */
export function afterAct(state: DestructionState, act: DestructionAct): Result<DestructionState, "destruction_state"> {
  const next = STEPS[state][act];
  return next ? ok(next) : err("destruction_state");
}

/** The acts that a state has. */
export function actsOf(state: DestructionState): readonly DestructionAct[] {
  return DESTRUCTION_ACTS.filter((act) => STEPS[state][act] !== undefined);
}

/** What a destruction holds of a lot, in declared units. */
interface HeldLot {
  readonly quantity: Decimal;
}

/** What the application takes hold of at once, so that nobody sells it. */
export function holdMovements({ quantity }: HeldLot): readonly Movement[] {
  return [{ kind: "reserve", declared: quantity }];
}

/** What a destruction that does not happen gives back: all that it held. */
export function giveBackMovements({ quantity }: HeldLot): readonly Movement[] {
  return [{ kind: "release", declared: subtract(ZERO, quantity) }];
}

/**
 * What the certificate writes into the book: the reservation ends as a whole, and what was destroyed leaves the stock. So
 * what was approved and not destroyed may be taken again. No duty falls due on it, and no shipment carries it.
 */
export function writeOffMovements({
  quantity,
  destroyed,
}: HeldLot & { readonly destroyed: Decimal }): readonly Movement[] {
  const leaving: readonly Movement[] =
    compare(destroyed, ZERO) > 0 ? [{ kind: "adjust", declared: subtract(ZERO, destroyed) }] : [];
  return [...giveBackMovements({ quantity }), ...leaving];
}

export type StatementFault = "destruction_lines_differ" | "destruction_above_approved" | "destruction_nothing";

/** What is wrong with what a witness states: every line that was approved, none above it, and something of it at all. */
export function checkStatement(
  approved: readonly { readonly number: number; readonly quantity: Decimal }[],
  stated: readonly { readonly number: number; readonly destroyed: Decimal }[],
): StatementFault | null {
  const amounts = new Map(stated.map(({ number, destroyed }) => [number, destroyed]));
  const isWhole = stated.length === approved.length && approved.every(({ number }) => amounts.has(number));
  if (!isWhole) return "destruction_lines_differ";
  const isAbove = approved.some(({ number, quantity }) => {
    const destroyed = amounts.get(number) ?? ZERO;
    return compare(destroyed, ZERO) < 0 || compare(destroyed, quantity) > 0;
  });
  if (isAbove) return "destruction_above_approved";
  return stated.some(({ destroyed }) => compare(destroyed, ZERO) > 0) ? null : "destruction_nothing";
}

/** Residue of worth is sold, and what is sold into the market is declared for import. */
export function isResidueDeclared(residue: { readonly value: Decimal } | null): boolean {
  return residue !== null && compare(residue.value, ZERO) > 0;
}
