import type { Failure } from "@/contracts/problem";
import { type BenefitPolicy, checkBenefits } from "@/domain/aeo/benefits";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { BenefitPolicyRecord } from "./credit-record";
import { found } from "./load";
import { oweReassessment } from "./owe-reassessment";
import type { Transaction, UnitOfWork, World } from "./ports";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Proposal {
  readonly effectiveFrom: LocalDate;
  readonly policy: Omit<BenefitPolicy, "version">;
  readonly basis: "law" | "own";
  readonly citation: string;
}

/** Proposes what credit is worth from a day on, today or ahead. It counts for nothing until another admin approves it. */
export function proposeBenefits(
  { inTransaction, world }: Ports,
  actor: Actor,
  { policy, ...rest }: Proposal,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_aeo");
    if (!allowed.ok) return allowed;
    if (rest.effectiveFrom < world.today())
      return err({ kind: "invalid_input", pointer: "/effectiveFrom", fault: "benefit_day_past" });
    await tx.credit.lockPolicies();
    const version = 1 + Math.max(0, ...(await tx.credit.policies()).map((each) => each.policy.version));
    const checked = checkBenefits({ ...policy, version });
    if (!checked.ok) {
      const [first] = checked.error;
      if (!first) throw new Error("A refused policy names what is wrong");
      return err({
        kind: "invalid_input",
        pointer: `/policy/${first.field.replaceAll(".", "/")}`,
        fault: first.fault,
      });
    }
    const id = world.newId();
    await tx.credit.addPolicy({
      ...rest,
      organisationId: actor.organisationId,
      id,
      policy: checked.value,
      state: "proposed",
      proposedBy: actor.id,
      proposedByName: actor.name,
      proposerLinkedBy: await tx.people.linkHolder(actor.id),
    });
    await tx.audit.add("benefits_proposed", "benefit_policy", id, { version: String(version) });
    return ok({ id });
  });
}

/**
 * Lets proposed benefits take effect on their day, or rejects them. Approving is for another admin than who proposed
 * them, and owes another look at what is open: at once, or when the day begins.
 */
export function settleBenefits(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  isApproved: boolean,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "approve_aeo");
    if (!allowed.ok) return allowed;
    await tx.credit.lockPolicies();
    const loaded = found(await tx.credit.policy(id), "policy");
    if (!loaded.ok) return loaded;
    const { policy, effectiveFrom } = loaded.value;
    const refused = isApproved ? await refusal(tx, world, actor, loaded.value) : null;
    if (refused) return err(refused);
    const to = isApproved ? "approved" : "rejected";
    if (!(await tx.credit.settlePolicy(id, to, actor))) return err({ kind: "stale_version", what: "policy" });
    await tx.audit.add(`benefits_${to}`, "benefit_policy", id, { version: String(policy.version) });
    if (isApproved) await oweReassessment(tx, world, effectiveFrom);
    return ok({ id });
  });
}

async function refusal(
  tx: Transaction,
  world: World,
  actor: Actor,
  { proposedBy, proposerLinkedBy, effectiveFrom }: BenefitPolicyRecord,
): Promise<Failure | null> {
  if (!(await areTwo(tx, { id: proposedBy, linkedBy: proposerLinkedBy }, actor.id)))
    return { kind: "needs_second_person" };
  // A day that passed while nobody approved would count for what was lodged meanwhile.
  return effectiveFrom < world.today()
    ? { kind: "invalid_input", pointer: "/effectiveFrom", fault: "benefit_day_past" }
    : null;
}
