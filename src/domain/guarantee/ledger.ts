import { add, compare, type Decimal, decimal, formatDecimal, subtract, ZERO } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";

/**
 * The accounts of a guarantee. What the guarantor stands for is all that the others hold, so the guarantor's own balance
 * is below zero by just that much and the sum of all four is always nothing.
 */
export const GUARANTEE_ACCOUNTS = ["guarantor", "available", "reserved", "owed"] as const;
export type GuaranteeAccountName = (typeof GUARANTEE_ACCOUNTS)[number];

/**
 * Every move of a guarantee, as the one amount that leaves an account and enters another. A declaration that is lodged
 * reserves its tax; its release makes that owed; the paid bill sets it free again. Customs Law of the PRC (2021),
 * art. 66: the guarantee is returned once the duty that it secures is performed.
 */
export const GUARANTEE_MOVES = {
  /** A guarantor stands for more. */
  top_up: { from: "guarantor", to: "available" },
  /** A guarantor stands for less, or a letter of guarantee ends. */
  lower: { from: "available", to: "guarantor" },
  reserve: { from: "available", to: "reserved" },
  /** What was reserved is not needed: amended, refused, withdrawn. */
  release: { from: "reserved", to: "available" },
  /** The goods are released and their tax is due. */
  consume: { from: "reserved", to: "owed" },
  /** The tax is paid, or is not levied after all. */
  settle: { from: "owed", to: "available" },
  /** The authority takes the tax from the guarantor. */
  call: { from: "owed", to: "guarantor" },
} as const satisfies Record<string, { from: GuaranteeAccountName; to: GuaranteeAccountName }>;
export type GuaranteeMove = keyof typeof GUARANTEE_MOVES;

/** One entry of the ledger; entries are added and never changed. */
export interface GuaranteeEntry {
  readonly move: GuaranteeMove;
  /** A plain decimal above zero, in the currency of the guarantee. */
  readonly amount: string;
  /** What the entry is for; null where it is for no declaration. */
  readonly declarationId: string | null;
}

export type GuaranteeBalances = Readonly<Record<GuaranteeAccountName, Decimal>>;

export type GuaranteeRefusal =
  | { readonly kind: "amount_not_positive" }
  /** The account that would give has less than that. */
  | { readonly kind: "insufficient"; readonly account: GuaranteeAccountName; readonly holds: string }
  /** The declaration does not hold this amount there. */
  | { readonly kind: "not_held"; readonly holds: string };

/** The four balances after all entries; a guarantor's is below zero by what they stand for. */
export function balancesOf(entries: readonly GuaranteeEntry[]): GuaranteeBalances {
  const balances: Record<GuaranteeAccountName, Decimal> = {
    guarantor: ZERO,
    available: ZERO,
    reserved: ZERO,
    owed: ZERO,
  };
  for (const { move, amount } of entries) {
    const { from, to } = GUARANTEE_MOVES[move];
    balances[from] = subtract(balances[from], decimal(amount));
    balances[to] = add(balances[to], decimal(amount));
  }
  return balances;
}

/** What a declaration holds of the two accounts that are kept by declaration. */
export type HeldByDeclaration = Pick<GuaranteeBalances, "reserved" | "owed">;

/**
 * Whether the entry may be made: no account but the guarantor's goes below zero, and a declaration gives back only what
 * it holds itself.
 *
 * @param held what the entry's declaration holds; nothing for an entry that is for none.
 */
export function moveGuarantee(
  balances: GuaranteeBalances,
  held: HeldByDeclaration,
  { move, amount }: GuaranteeEntry,
): Result<void, GuaranteeRefusal> {
  if (compare(decimal(amount), ZERO) <= 0) return err({ kind: "amount_not_positive" });
  const { from } = GUARANTEE_MOVES[move];
  if (from === "guarantor") return ok(undefined);
  if (compare(balances[from], decimal(amount)) < 0)
    return err({ kind: "insufficient", account: from, holds: formatDecimal(balances[from]) });
  if (from !== "available" && compare(held[from], decimal(amount)) < 0)
    return err({ kind: "not_held", holds: formatDecimal(held[from]) });
  return ok(undefined);
}
