import type { RuleFault } from "@/contracts/input-fault";
import type { Failure } from "@/contracts/problem";
import type { RuleContent } from "@/contracts/rules";
import type { VersionState } from "@/domain/risk-rules/rule";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Permission } from "./actor";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { Author, RuleRecord, RuleVersionRecord } from "./rule-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Which version of which rule is meant. */
export interface VersionName {
  readonly ruleId: string;
  readonly number: number;
}

/** Writes a rule with its first version, as a draft that hits nothing. */
export function openRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  { code, content }: { readonly code: string; readonly content: RuleContent },
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_rule");
    if (!allowed.ok) return allowed;
    await tx.rules.lock();
    if (await tx.rules.byCode(code)) return ruleFault("/code", "rule_code_taken", { code });
    const rule: RuleRecord = { organisationId: actor.organisationId, id: world.newId(), code, origin: "own" };
    await tx.rules.add(rule);
    await addVersion(tx, world, rule, { number: 1, content, author: await authorOf(tx, actor) });
    await tx.audit.add("rule_opened", "risk_rule", rule.id, { code, lane: content.lane });
    return ok({ id: rule.id });
  });
}

/** Writes a rule anew: into the draft that there is, else as the next version. What was checked stays as it is. */
export function reviseRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  ruleId: string,
  content: RuleContent,
): Promise<Result<{ number: number }, Failure>> {
  return inTransaction<{ number: number }, Failure>(actor, async (tx) => {
    const loaded = await heldRule(tx, actor, "propose_rule", ruleId);
    if (!loaded.ok) return loaded;
    const { rule, versions } = loaded.value;
    const author = await authorOf(tx, actor);
    const [last] = versions;
    const number = last?.state === "draft" ? last.number : (last?.number ?? 0) + 1;
    if (last?.state === "draft") {
      const isKept = await tx.rules.save(last, { content, checks: null, writtenBy: author });
      if (!isKept) return err({ kind: "stale_version", what: "rule" });
    } else await addVersion(tx, world, rule, { number, content, author });
    await tx.audit.add("rule_revised", "risk_rule", ruleId, { number: String(number), lane: content.lane });
    return ok({ number });
  });
}

/** Gives a version up, so that it is never in force. */
export function rejectRule(
  inTransaction: UnitOfWork,
  actor: Actor,
  name: VersionName,
  reason: string,
): Promise<Result<{ number: number }, Failure>> {
  return inTransaction<{ number: number }, Failure>(actor, async (tx) => {
    const loaded = await heldVersion(tx, actor, "approve_rule", name);
    if (!loaded.ok) return loaded;
    const { version } = loaded.value;
    if (version.state === "approved" || version.state === "rejected") return wrongState(version.state);
    if (!(await tx.rules.save(version, { state: "rejected", reason })))
      return err({ kind: "stale_version", what: "rule" });
    await tx.audit.add("rule_rejected", "risk_rule", name.ruleId, { number: String(name.number), reason });
    return ok({ number: name.number });
  });
}

interface HeldRule {
  readonly rule: RuleRecord;
  readonly versions: readonly RuleVersionRecord[];
}

/** A rule with its versions, held against everybody else. */
export async function heldRule(
  tx: Transaction,
  actor: Actor,
  permission: Permission,
  ruleId: string,
): Promise<Result<HeldRule, Failure>> {
  const allowed = authorise(actor, permission);
  if (!allowed.ok) return allowed;
  await tx.rules.lock();
  const rule = found(await tx.rules.get(ruleId), "rule");
  if (!rule.ok) return rule;
  return ok({ rule: rule.value, versions: await tx.rules.versions(ruleId) });
}

/** One version of a rule, held against everybody else. */
export async function heldVersion(
  tx: Transaction,
  actor: Actor,
  permission: Permission,
  { ruleId, number }: VersionName,
): Promise<Result<{ readonly rule: RuleRecord; readonly version: RuleVersionRecord }, Failure>> {
  const loaded = await heldRule(tx, actor, permission, ruleId);
  if (!loaded.ok) return loaded;
  const version = found(loaded.value.versions.find((each) => each.number === number) ?? null, "version");
  return version.ok ? ok({ rule: loaded.value.rule, version: version.value }) : version;
}

/** Who acts, as an author. */
export async function authorOf(tx: Pick<Transaction, "people">, actor: Actor): Promise<Author> {
  return { id: actor.id, name: actor.name, linkedBy: await tx.people.linkHolder(actor.id) };
}

/** Adds a version as a draft; its id. */
export async function addVersion(
  tx: Transaction,
  world: World,
  rule: RuleRecord,
  { number, content, author }: { readonly number: number; readonly content: RuleContent; readonly author: Author },
): Promise<string> {
  const id = world.newId();
  await tx.rules.addVersion({
    organisationId: rule.organisationId,
    id,
    ruleId: rule.id,
    number,
    state: "draft",
    content,
    author,
    checks: null,
    lists: [],
    shadowSince: null,
    createdAt: world.now(),
  });
  return id;
}

/** A value of a request that the keeping of rules does not admit. */
export function ruleFault(
  pointer: string,
  fault: RuleFault,
  parameters: Readonly<Record<string, string>> = {},
): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer, fault, parameters });
}

/** The version is in a state in which this is not done with it. */
export function wrongState(state: VersionState): Result<never, Failure> {
  return ruleFault("/number", "rule_state", { state });
}
