import type { Failure } from "@/contracts/problem";
import { type GuaranteeMove, moveGuarantee } from "@/domain/guarantee/ledger";
import { compare, type Decimal, decimal, formatDecimal, round, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Change {
  /** A plain decimal above zero, in the currency of the guarantee. */
  readonly amount: string;
  /** The letter of guarantee, or the authority's notice. */
  readonly reference: string;
}

/**
 * Records that the guarantor stands for more, or for less. What is reserved or owed cannot be taken away. The same
 * reference with the same amount counts once.
 */
export function changeGuarantee(
  { inTransaction, world }: Ports,
  actor: Actor,
  move: "top_up" | "lower",
  { amount, reference }: Change,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_guarantee");
    if (!allowed.ok) return allowed;
    await tx.guarantee.lock();
    const known = await tx.guarantee.ofLetter(move, reference);
    if (known !== null)
      return compare(decimal(known), decimal(amount)) === 0
        ? ok(undefined)
        : err({ kind: "invalid_input", pointer: "/amount", fault: "receipt_of_other_amount" });
    const moved = await postToGuarantee(tx, world, {
      move,
      amount,
      reference,
      currency: "CNY",
      organisationId: actor.organisationId,
      declaration: null,
      by: actor.id,
    });
    if (!moved.ok) return moved;
    await tx.audit.add(`guarantee_${move}`, "guarantee", actor.organisationId, { amount, reference });
    return ok(undefined);
  });
}

interface Posting {
  readonly move: GuaranteeMove;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly declaration: { readonly id: string; readonly shipmentId: string } | null;
  readonly by: string;
}

const NOTHING_HELD = { reserved: ZERO, owed: ZERO } as const;

/** Makes an entry of the guarantee within a transaction, or says why it may not be made. */
export async function postToGuarantee(tx: Transaction, world: World, posting: Posting): Promise<Result<void, Failure>> {
  const { declaration, by, ...entry } = posting;
  const guarantee = await tx.guarantee.lock();
  const balances = guarantee?.balances ?? { guarantor: ZERO, available: ZERO, ...NOTHING_HELD };
  const held = declaration ? await tx.guarantee.heldBy(declaration.id) : NOTHING_HELD;
  const declarationId = declaration?.id ?? null;
  const moved = moveGuarantee(balances, held, { ...entry, declarationId });
  if (!moved.ok) {
    if (moved.error.kind === "amount_not_positive")
      return err({ kind: "invalid_input", pointer: "/amount", fault: "amount_not_positive" });
    const available = formatDecimal(round(decimal(moved.error.holds), 2));
    return err({ kind: "guarantee_insufficient", available, needed: entry.amount });
  }
  await tx.guarantee.add({
    ...entry,
    id: world.newId(),
    declarationId,
    shipmentId: declaration?.shipmentId ?? null,
    createdBy: by,
  });
  return ok(undefined);
}

/** What a declaration has reserved becomes owed: its goods are released and the tax is due. */
export async function oweTax(
  tx: Transaction,
  world: World,
  declaration: { readonly id: string; readonly organisationId: string; readonly shipmentId: string },
): Promise<void> {
  const { reserved } = await tx.guarantee.heldBy(declaration.id);
  await carryOver(tx, world, "consume", declaration, formatDecimal(round(reserved, 2)), declaration.id, "system");
}

/**
 * So much of what a declaration owes under the guarantee is free again, as far as it owes that: tax that is paid, or that
 * is not levied after all. What was set free.
 */
export async function settleOwed(
  tx: Transaction,
  world: World,
  declaration: { readonly id: string; readonly organisationId: string; readonly shipmentId: string },
  most: Decimal,
  { reference, by }: { readonly reference: string; readonly by: string },
): Promise<Decimal> {
  const { owed } = await tx.guarantee.heldBy(declaration.id);
  const freed = compare(owed, most) < 0 ? owed : most;
  await carryOver(tx, world, "settle", declaration, formatDecimal(round(freed, 2)), reference, by);
  return freed;
}

async function carryOver(
  tx: Transaction,
  world: World,
  move: "consume" | "settle",
  {
    id,
    organisationId,
    shipmentId,
  }: { readonly id: string; readonly organisationId: string; readonly shipmentId: string },
  amount: string,
  reference: string,
  by: string,
): Promise<void> {
  if (compare(decimal(amount), ZERO) === 0) return;
  const guarantee = await tx.guarantee.lock();
  const moved = await postToGuarantee(tx, world, {
    move,
    amount,
    reference,
    organisationId,
    currency: guarantee?.currency ?? "CNY",
    declaration: { id, shipmentId },
    by,
  });
  if (!moved.ok) throw new Error(`The ledger of the guarantee does not hold what declaration ${id} has in it`);
}
