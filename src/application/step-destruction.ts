import type { Failure } from "@/contracts/problem";
import { afterAct, type DestructionState, giveBackMovements } from "@/domain/destruction/destruction";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Permission } from "./actor";
import type { DestructionChange, DestructionRecord, DestructionStep } from "./destruction-record";
import { found } from "./load";
import { moveStock } from "./move-stock";
import type { Transaction, World } from "./ports";

/** One step of a destruction: which act it is, what it asks leave for, and what it says. */
interface Step {
  readonly act: Exclude<DestructionStep["act"], "apply">;
  readonly permission: Permission;
  readonly reason: string | null;
  /** Whether the step is for the customs office, and not for who keeps the book. */
  readonly isOfOffice: boolean;
}

/** What a step is about to change, with the state that follows. */
export interface Stepping {
  readonly destruction: DestructionRecord;
  readonly next: DestructionState;
}

/** Loads a destruction for a step, held until the transaction ends; refused where the step is not one of its state. */
export async function beginStep(
  tx: Transaction,
  actor: Actor,
  id: string,
  { act, permission, reason, isOfOffice }: Step,
): Promise<Result<Stepping, Failure>> {
  const allowed = authorise(actor, permission);
  if (!allowed.ok) return allowed;
  await tx.destructions.lock(id);
  const destruction = found(await tx.destructions.get(id), "destruction");
  if (!destruction.ok) return destruction;
  const { authorityId, organisationId, state } = destruction.value;
  if (actor.organisationId !== (isOfOffice ? authorityId : organisationId))
    return err({ kind: "not_found", what: "destruction" });
  if ((act === "refuse" || act === "dispute") && !reason)
    return err({ kind: "invalid_input", pointer: "/reason", fault: "destruction_reason_missing" });
  const next = afterAct(state, act);
  return next.ok
    ? ok({ destruction: destruction.value, next: next.value })
    : err({ kind: "invalid_input", pointer: "/id", fault: next.error });
}

/** Records a step with what it changes, its place in the history and its audit entry. */
export async function recordStep(
  tx: Transaction,
  world: World,
  actor: Actor,
  { destruction, next }: Stepping,
  { act, reason }: Pick<Step, "act" | "reason">,
  change: DestructionChange = {},
): Promise<Result<void, Failure>> {
  if (!(await tx.destructions.move(destruction, next, change)))
    return err({ kind: "stale_version", what: "destruction" });
  const { organisationId, id: destructionId, number } = destruction;
  await tx.destructions.addStep({
    ...{ organisationId, id: world.newId(), destructionId, act, reason },
    ...{ by: actor.id, byName: actor.name },
  });
  await tx.audit.add(`destruction_${AUDITED[act]}`, "destruction", destructionId, { number });
  return ok(undefined);
}

const AUDITED: Readonly<Record<Step["act"], string>> = {
  approve: "approved",
  refuse: "refused",
  cancel: "cancelled",
  state: "stated",
  confirm: "confirmed",
  dispute: "disputed",
  certify: "certified",
};

/** Gives back what a destruction holds that does not happen, whoever ends it. */
export async function giveBack(
  tx: Transaction,
  world: World,
  actor: Actor,
  { organisationId, id, number, lines }: DestructionRecord,
): Promise<void> {
  const books = tx.destructions.bookOf(organisationId);
  const moves = lines.flatMap(({ itemId, lotId, quantity }) =>
    giveBackMovements({ quantity }).map((movement) => ({
      ...movement,
      ...{ itemId, lotId, reference: number, destructionId: id },
    })),
  );
  const moved = await moveStock({ books }, world, { organisationId, actorId: actor.id }, moves);
  if (!moved.ok) throw new Error("What is held can be given back");
}
