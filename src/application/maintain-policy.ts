import type { Failure } from "@/contracts/problem";
import { checkPolicy, type SelectivityPolicy } from "@/domain/selectivity/policy";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Proposal {
  readonly policy: Omit<SelectivityPolicy, "version">;
  readonly reason: string;
}

/** Proposes how the authority spends its officers' attention. It counts for nothing until another admin approves it. */
export function proposePolicy(
  { inTransaction, world }: Ports,
  actor: Actor,
  { policy, reason }: Proposal,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_policy");
    if (!allowed.ok) return allowed;
    await tx.policies.lock();
    const version = 1 + Math.max(0, ...(await tx.policies.list()).map((each) => each.policy.version));
    const checked = checkPolicy({ ...policy, version });
    if (!checked.ok) {
      const [first] = checked.error;
      if (!first) throw new Error("A refused policy names what is wrong");
      const { field, least, most } = first;
      return err({
        kind: "invalid_input",
        pointer: `/policy/${field.replaceAll(".", "/")}`,
        fault: "policy_range",
        parameters: { field, least: String(least), most: String(most) },
      });
    }
    const id = world.newId();
    await tx.policies.add({
      organisationId: actor.organisationId,
      id,
      policy: checked.value,
      reason,
      state: "proposed",
      proposedBy: actor.id,
      proposedByName: actor.name,
      proposerLinkedBy: await tx.people.linkHolder(actor.id),
    });
    await tx.audit.add("policy_proposed", "selectivity_policy", id, { version: String(version), reason });
    return ok({ id });
  });
}

/** Lets a proposed policy take effect, or rejects it. Approving is for another admin than who proposed it. */
export function settlePolicy(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  id: string,
  isApproved: boolean,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "approve_policy");
    if (!allowed.ok) return allowed;
    await tx.policies.lock();
    const loaded = found(await tx.policies.get(id), "policy");
    if (!loaded.ok) return loaded;
    const { state, proposedBy, proposerLinkedBy, policy } = loaded.value;
    if (state !== "proposed")
      return err({ kind: "invalid_input", pointer: "/state", fault: "policy_settled", parameters: { state } });
    if (isApproved && !(await areTwo(tx, { id: proposedBy, linkedBy: proposerLinkedBy }, actor.id)))
      return err({ kind: "needs_second_person" });
    const to = isApproved ? "active" : "rejected";
    if (!(await tx.policies.settle(id, to, actor))) return err({ kind: "stale_version", what: "policy" });
    await tx.audit.add(`policy_${to}`, "selectivity_policy", id, { version: String(policy.version) });
    return ok({ id });
  });
}
