import type { Failure } from "@/contracts/problem";
import { activationFault, RULE_POLICY } from "@/domain/risk-rules/rule";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Transaction, UnitOfWork, World } from "./ports";
import { heldRule, heldVersion, ruleFault, type VersionName, wrongState } from "./propose-rule";
import type { ActivationRecord, RuleVersionRecord } from "./rule-record";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Lets a backtested version watch: its hits are logged, and change nothing. */
export function shadowRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  name: VersionName,
): Promise<Result<{ number: number }, Failure>> {
  return inTransaction<{ number: number }, Failure>(actor, async (tx) => {
    const loaded = await heldVersion(tx, actor, "propose_rule", name);
    if (!loaded.ok) return loaded;
    const { version } = loaded.value;
    if (version.state !== "backtested") return wrongState(version.state);
    if (!(await tx.rules.save(version, { state: "shadow", shadowSince: world.now() })))
      return err({ kind: "stale_version", what: "rule" });
    await tx.audit.add("rule_in_shadow", "risk_rule", name.ruleId, { number: String(name.number) });
    return ok({ number: name.number });
  });
}

interface Approval {
  /** The first day, today or later. */
  readonly from: LocalDate;
  /** Whether it is meant that the rule hit nothing in its backtest. */
  readonly acknowledgesNoHits: boolean;
}

/** Brings a version into force from a day on, by somebody who wrote no part of it, on a backtest of the last week. */
export function approveRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  name: VersionName,
  { from, acknowledgesNoHits }: Approval,
): Promise<Result<{ number: number }, Failure>> {
  return inTransaction<{ number: number }, Failure>(actor, async (tx) => {
    const loaded = await heldVersion(tx, actor, "approve_rule", name);
    if (!loaded.ok) return loaded;
    const { version } = loaded.value;
    if (!(await isByOthers(tx, version, actor))) return err({ kind: "needs_second_person" });
    const ready = await readiness(tx, world, version, { from, acknowledgesNoHits });
    if (!ready.ok) return ready;
    await tx.rules.activate({
      ...activationBy(actor, world, name.ruleId, from),
      versionId: version.id,
      kind: "approval",
      acknowledgesNoHits,
    });
    await tx.audit.add("rule_approved", "risk_rule", name.ruleId, { number: String(name.number), from });
    return ok({ number: name.number });
  });
}

/** Goes back to the version that was in force before, at once. Two people brought that one into force. */
export function rollBackRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  ruleId: string,
  reason: string,
): Promise<Result<{ number: number }, Failure>> {
  return inTransaction<{ number: number }, Failure>(actor, async (tx) => {
    const loaded = await heldRule(tx, actor, "approve_rule", ruleId);
    if (!loaded.ok) return loaded;
    const { versions } = loaded.value;
    const activations = await tx.rules.activations(ruleId);
    const current = activations.find(({ fromDay }) => fromDay <= world.today());
    const standing = versions.find(({ id }) => id === current?.versionId);
    if (!standing) return ruleFault("/state", "rule_not_in_force");
    const entered = new Set(
      activations.flatMap(({ versionId, fromDay }) => (fromDay <= world.today() ? [versionId] : [])),
    );
    const before = versions.find(({ id, number }) => number < standing.number && entered.has(id));
    if (!before) return ruleFault("/state", "rule_no_version_before");
    await tx.rules.activate({
      ...activationBy(actor, world, ruleId, world.today()),
      versionId: before.id,
      kind: "rollback",
      reason,
    });
    await tx.audit.add("rule_rolled_back", "risk_rule", ruleId, {
      from: String(standing.number),
      to: String(before.number),
      reason,
    });
    return ok({ number: before.number });
  });
}

/** Takes a rule out of force, at once. */
export function retireRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  ruleId: string,
  reason: string,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const loaded = await heldRule(tx, actor, "approve_rule", ruleId);
    if (!loaded.ok) return loaded;
    const [last] = await tx.rules.activations(ruleId);
    if (!last?.versionId) return ruleFault("/state", "rule_not_in_force");
    await tx.rules.activate({
      ...activationBy(actor, world, ruleId, world.today()),
      versionId: null,
      kind: "retirement",
      reason,
    });
    await tx.audit.add("rule_retired", "risk_rule", ruleId, { reason });
    return ok({ id: ruleId });
  });
}

function activationBy(
  actor: Actor,
  world: World,
  ruleId: string,
  fromDay: LocalDate,
): Omit<ActivationRecord, "versionId" | "kind"> {
  return {
    organisationId: actor.organisationId,
    id: world.newId(),
    ruleId,
    fromDay,
    at: world.now(),
    by: actor.id,
    byName: actor.name,
    reason: null,
    acknowledgesNoHits: false,
  };
}

/** Whether nobody who wrote a part of it is, or let in, or was let in by, the one who approves. */
async function isByOthers(tx: Transaction, { authors }: RuleVersionRecord, actor: Actor): Promise<boolean> {
  for (const author of authors) if (!(await areTwo(tx, author, actor.id))) return false;
  return true;
}

async function readiness(
  tx: Transaction,
  world: World,
  version: RuleVersionRecord,
  { from, acknowledgesNoHits }: Approval,
): Promise<Result<void, Failure>> {
  const last = await tx.rules.lastBacktest(version.id);
  const backtest = last && { at: last.at, day: world.dayOf(last.at), ...last.result };
  const fault = activationFault(
    { state: version.state, backtest, acknowledgesNoHits, from },
    world.now(),
    world.today(),
  );
  if (!fault) {
    const settled = await tx.rules.listsSettledAt(version.lists);
    // What was backtested is the rule with its lists.
    return last && settled && settled > last.at ? ruleFault("/state", "rule_list_changed") : ok(undefined);
  }
  return ruleFault(fault === "rule_day_past" ? "/from" : "/state", fault, {
    stopped: String(backtest?.stopped ?? 0),
    declarations: String(backtest?.declarations ?? 0),
    most: String(RULE_POLICY.mostStoppedShare * 100),
    days: String(RULE_POLICY.windowDays),
  });
}
