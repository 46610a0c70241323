import type { Failure } from "@/contracts/problem";
import type { GoldenCase } from "@/domain/law/golden-case";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { openFailures, tryCases } from "./check-law";
import type { LawBasketRecord } from "./law-record";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import { fault } from "./propose-law";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly goldenCases: readonly GoldenCase[];
}

interface Ruling {
  readonly isApproved: boolean;
  /** Why it is rejected; null for an approval. */
  readonly reason: string | null;
}

/**
 * Approves or rejects a basket that others prepared. Approving writes what it changes, with the basket's day as the
 * first: nothing of it holds before. The golden cases are tried once more, because the law may have changed since.
 */
export function approveLawBasket(
  { inTransaction, world, goldenCases }: Ports,
  actor: Actor,
  basketId: string,
  { isApproved, reason }: Ruling,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const loaded = await locked(tx, actor, basketId);
    if (!loaded.ok) return loaded;
    const basket = loaded.value;
    if (!(await isByOthers(tx, basket, actor))) return err({ kind: "needs_second_person" });
    const ready = isApproved ? await readiness(tx, basket, { world, goldenCases }) : openness(basket);
    if (!ready.ok) return ready;
    const to = isApproved ? "approved" : "rejected";
    if (!(await tx.law.settle(basket, to, reason, actor))) return err({ kind: "stale_version", what: "basket" });
    await tx.audit.add(`law_basket_${to}`, "law_basket", basketId, {
      title: basket.title,
      effectiveOn: basket.effectiveOn,
      changes: String(basket.changes.length),
      ...(reason === null ? {} : { reason }),
    });
    return ok({ id: basketId });
  });
}

/** Takes an approved basket back before its day, on one admin's word: what does not change the law does not wait. */
export function withdrawLawBasket(
  { inTransaction, world }: Pick<Ports, "inTransaction" | "world">,
  actor: Actor,
  basketId: string,
  reason: string,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const loaded = await locked(tx, actor, basketId);
    if (!loaded.ok) return loaded;
    const { state, effectiveOn } = loaded.value;
    if (state !== "approved") return fault("/state", "basket_settled", { state });
    if (effectiveOn <= world.today()) return fault("/effectiveOn", "basket_in_force", { day: effectiveOn });
    if (await tx.law.isBuiltUpon(basketId)) return fault("/state", "basket_built_upon");
    if (!(await tx.law.settle(loaded.value, "withdrawn", reason, actor)))
      return err({ kind: "stale_version", what: "basket" });
    await tx.audit.add("law_basket_withdrawn", "law_basket", basketId, { reason, effectiveOn });
    return ok({ id: basketId });
  });
}

async function locked(tx: Transaction, actor: Actor, basketId: string): Promise<Result<LawBasketRecord, Failure>> {
  const allowed = authorise(actor, "approve_law");
  if (!allowed.ok) return allowed;
  await tx.law.lock();
  return found(await tx.law.get(basketId), "basket");
}

/** Whether nobody who wrote a part of the basket is, or let in, or was let in by, the one who rules. */
async function isByOthers(tx: Transaction, basket: LawBasketRecord, actor: Actor): Promise<boolean> {
  const authors = [
    { id: basket.openedBy, linkedBy: basket.openerLinkedBy },
    ...basket.changes.map(({ addedBy, adderLinkedBy }) => ({ id: addedBy, linkedBy: adderLinkedBy })),
  ];
  for (const author of authors) if (!(await areTwo(tx, author, actor.id))) return false;
  return true;
}

function openness({ state }: LawBasketRecord): Result<void, Failure> {
  return state === "draft" || state === "checked" ? ok(undefined) : fault("/state", "basket_settled", { state });
}

async function readiness(
  tx: Transaction,
  basket: LawBasketRecord,
  { world, goldenCases }: Pick<Ports, "world" | "goldenCases">,
): Promise<Result<void, Failure>> {
  const { state, effectiveOn, changes } = basket;
  if (state === "draft") return fault("/state", "basket_not_checked");
  if (state !== "checked") return fault("/state", "basket_settled", { state });
  if (effectiveOn <= world.today()) return fault("/effectiveOn", "day_not_ahead", { day: effectiveOn });
  for (const { change } of changes) {
    const { kind, before, after } = change;
    if (before && JSON.stringify(await tx.law.fact(kind, before.id)) !== JSON.stringify(before))
      return err({ kind: "stale_version", what: before.id });
    if (after && (await tx.law.fact(kind, after.id))) return fault("/changes", "fact_exists", { fact: after.id });
  }
  const failures = openFailures(await tryCases(tx, basket, goldenCases), basket);
  return failures.length === 0 ? ok(undefined) : fault("/state", "basket_not_checked");
}
