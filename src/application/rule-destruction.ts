import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { UnitOfWork, World } from "./ports";
import { beginStep, giveBack, recordStep } from "./step-destruction";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** An officer of the book's customs office approves a destruction, or refuses it with a reason: then the goods are free again. */
export function decideDestruction(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  { approve, reason }: { readonly approve: boolean; readonly reason: string | null },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const act = approve ? "approve" : "refuse";
    const step = await beginStep(tx, actor, id, { act, permission: "rule_destruction", reason, isOfOffice: true });
    if (!step.ok) return step;
    if (!approve) await giveBack(tx, world, actor, step.value.destruction);
    return recordStep(tx, world, actor, step.value, { act, reason }, approve ? { approvedOn: world.today() } : {});
  });
}

/** Who keeps the book takes the application back before anything was destroyed: the goods are free again. */
export function cancelDestruction(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const asked = { act: "cancel", permission: "keep_book", reason: null, isOfOffice: false } as const;
    const step = await beginStep(tx, actor, id, asked);
    if (!step.ok) return step;
    await giveBack(tx, world, actor, step.value.destruction);
    return recordStep(tx, world, actor, step.value, asked);
  });
}

/**
 * The second witness, an officer who is another person than the first: confirms what the first stated, or disputes it with
 * a reason, and then it is stated again.
 */
export function confirmDestruction(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  { agrees, reason }: { readonly agrees: boolean; readonly reason: string | null },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const act = agrees ? "confirm" : "dispute";
    const step = await beginStep(tx, actor, id, { act, permission: "rule_destruction", reason, isOfOffice: true });
    if (!step.ok) return step;
    const { statedBy, statedLinkedBy } = step.value.destruction;
    if (statedBy === null) throw new Error("What was stated has its first witness");
    if (agrees && !(await areTwo(tx, { id: statedBy, linkedBy: statedLinkedBy }, actor.id)))
      return err({ kind: "needs_second_person" });
    const change = agrees ? { confirmedBy: { id: actor.id, name: actor.name } } : {};
    const recorded = await recordStep(tx, world, actor, step.value, { act, reason }, change);
    return recorded.ok ? ok(undefined) : recorded;
  });
}
