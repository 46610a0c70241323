import type { Failure } from "@/contracts/problem";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Permission } from "./actor";
import { found } from "./load";
import type { RiskModelKind, RiskModelRecord } from "./model-record";
import type { Transaction, UnitOfWork, World } from "./ports";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Wish {
  readonly kind: RiskModelKind;
  /** How many days before today it learns from. */
  readonly days: number;
  readonly seed: number;
}

type Outcome = Promise<Result<{ id: string }, Failure>>;

/** Asks the worker to train a model from the authority's history up to yesterday; it will stand in shadow. */
export function requestModel({ inTransaction, world }: Ports, actor: Actor, wish: Wish): Outcome {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const models = await registry(tx, actor, "train_model");
    if (!models.ok) return models;
    if (models.value.some(({ state }) => state === "training")) return fault("model_in_training");
    const id = world.newId();
    const { organisationId } = actor;
    const trainedBefore: LocalDate = world.today();
    await tx.models.add({
      organisationId,
      id,
      version: 1 + Math.max(0, ...models.value.map(({ version }) => version)),
      kind: wish.kind,
      state: "training",
      trainedFrom: addDays(trainedBefore, -wish.days),
      trainedBefore,
      seed: wish.seed,
      entries: null,
      labels: null,
      report: null,
      bodySha256: null,
      fault: null,
      trainedBy: actor.id,
      trainedByName: actor.name,
      trainerLinkedBy: await tx.people.linkHolder(actor.id),
      promotedBy: null,
      promotedByName: null,
      createdAt: world.now(),
      promotedAt: null,
      retiredAt: null,
      rolledBackAt: null,
    });
    await tx.audit.add("model_requested", "risk_model", id, { kind: wish.kind, days: String(wish.days) });
    await tx.outbox.put(organisationId, { name: "risk.train", payload: { organisationId, modelId: id } });
    return ok({ id });
  });
}

/** Lets a challenger decide in the champion's place. Promoting is for another admin than who trained it. */
export function promoteModel({ inTransaction }: Pick<Ports, "inTransaction">, actor: Actor, id: string): Outcome {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const models = await registry(tx, actor, "promote_model");
    if (!models.ok) return models;
    const loaded = found(models.value.find((each) => each.id === id) ?? null, "model");
    if (!loaded.ok) return loaded;
    const { state, trainedBy, trainerLinkedBy, version } = loaded.value;
    if (state !== "challenger") return fault("model_not_challenger", { state });
    if (!(await areTwo(tx, { id: trainedBy, linkedBy: trainerLinkedBy }, actor.id)))
      return err({ kind: "needs_second_person" });
    await retireChampion(tx, models.value);
    if (!(await tx.models.move(id, "challenger", { state: "champion", by: actor })))
      return err({ kind: "stale_version", what: "model" });
    await tx.audit.add("model_promoted", "risk_model", id, { version: String(version) });
    return ok({ id });
  });
}

/**
 * Takes the champion back and lets the one before it decide again, on one admin's word: it was approved before, and
 * what does harm does not wait. What was once rolled back does not come back by another rollback; without one before
 * it that was not, the scorecard decides alone.
 */
export function rollBackModel({ inTransaction }: Pick<Ports, "inTransaction">, actor: Actor, reason: string): Outcome {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const models = await registry(tx, actor, "train_model");
    if (!models.ok) return models;
    const champion = models.value.find(({ state }) => state === "champion");
    if (!champion) return err({ kind: "not_found", what: "model" });
    const [before] = models.value
      .filter(({ state, promotedBy }) => state === "retired" && promotedBy !== null)
      .filter(({ version, rolledBackAt }) => version < champion.version && rolledBackAt === null)
      .toSorted((a, b) => (b.retiredAt?.getTime() ?? 0) - (a.retiredAt?.getTime() ?? 0));
    await tx.models.move(champion.id, "champion", { state: "retired", isRolledBack: true });
    if (before) await tx.models.move(before.id, "retired", { state: "champion" });
    await tx.audit.add("model_rolled_back", "risk_model", champion.id, {
      from: String(champion.version),
      to: before ? String(before.version) : "scorecard",
      reason,
    });
    return ok({ id: before?.id ?? champion.id });
  });
}

/** Takes a challenger out of the shadow, or ends a training that will not come to its end. */
export function retireModel({ inTransaction }: Pick<Ports, "inTransaction">, actor: Actor, id: string): Outcome {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const models = await registry(tx, actor, "train_model");
    if (!models.ok) return models;
    const loaded = found(models.value.find((each) => each.id === id) ?? null, "model");
    if (!loaded.ok) return loaded;
    const { state, version } = loaded.value;
    const moved =
      state === "training"
        ? await tx.models.move(id, "training", { state: "failed", fault: "cancelled" })
        : await tx.models.move(id, "challenger", { state: "retired" });
    if (!moved) return fault("model_not_challenger", { state });
    await tx.audit.add("model_retired", "risk_model", id, { version: String(version) });
    return ok({ id });
  });
}

async function registry(
  tx: Transaction,
  actor: Actor,
  permission: Permission,
): Promise<Result<readonly RiskModelRecord[], Failure>> {
  const allowed = authorise(actor, permission);
  if (!allowed.ok) return allowed;
  await tx.models.lock();
  return ok(await tx.models.list());
}

async function retireChampion(tx: Transaction, models: readonly RiskModelRecord[]): Promise<void> {
  const champion = models.find(({ state }) => state === "champion");
  if (champion) await tx.models.move(champion.id, "champion", { state: "retired" });
}

function fault(
  what: "model_in_training" | "model_not_challenger",
  parameters: Readonly<Record<string, string>> = {},
): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer: "/state", fault: what, parameters });
}
