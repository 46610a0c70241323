import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CsvReader } from "./csv-reader";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";
import { authorOf, ruleFault } from "./propose-rule";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface KeptList {
  readonly id: string;
  readonly state: "proposed" | "current";
}

/**
 * Writes the next version of a named list. Where a rule asks it that is or was in force, or is in shadow, it waits for a
 * second person.
 */
export function putRuleList(
  { inTransaction, world }: Ports,
  actor: Actor,
  { name, entries }: { readonly name: string; readonly entries: readonly string[] },
): Promise<Result<KeptList, Failure>> {
  return inTransaction<KeptList, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_rule");
    if (!allowed.ok) return allowed;
    await tx.rules.lock();
    const state = (await tx.rules.isListInUse(name)) ? "proposed" : "current";
    const distinct = [...new Set(entries)];
    const id = world.newId();
    await tx.rules.addList({
      organisationId: actor.organisationId,
      id,
      name,
      number: (await tx.rules.countOfList(name)) + 1,
      state,
      entries: distinct,
      author: await authorOf(tx, actor),
      createdAt: world.now(),
    });
    await tx.audit.add("rule_list_written", "named_list", id, { name, state, entries: String(distinct.length) });
    return ok({ id, state });
  });
}

/** Writes the next version of a list from the first column of a CSV table. */
export function importRuleList(
  { parseCsv, ...ports }: Ports & { readonly parseCsv: CsvReader },
  actor: Actor,
  name: string,
  csv: string,
): Promise<Result<KeptList, Failure>> {
  const parsed = parseCsv(csv);
  if (!parsed.ok) {
    const { line } = parsed.error;
    return Promise.resolve(
      err({
        kind: "invalid_input",
        pointer: `/lines/${line}`,
        fault: "csv_unreadable",
        parameters: { line: String(line) },
      }),
    );
  }
  const entries = parsed.value.map((row) => (row[0] ?? "").trim()).filter((entry) => entry !== "");
  return putRuleList(ports, actor, { name, entries });
}

/** Approves or rejects what another wrote into a list that is in use. */
export function settleRuleList(
  inTransaction: UnitOfWork,
  actor: Actor,
  listId: string,
  isApproved: boolean,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "approve_rule");
    if (!allowed.ok) return allowed;
    await tx.rules.lock();
    const list = found(await tx.rules.list(listId), "list");
    if (!list.ok) return list;
    const { state, author, name } = list.value;
    if (state !== "proposed") return ruleFault("/state", "list_state", { state });
    if (!(await areTwo(tx, author, actor.id))) return err({ kind: "needs_second_person" });
    const to = isApproved ? "current" : "rejected";
    if (!(await tx.rules.settleList(listId, to, actor))) return err({ kind: "stale_version", what: "list" });
    await tx.audit.add("rule_list_settled", "named_list", listId, { name, state: to });
    return ok({ id: listId });
  });
}
