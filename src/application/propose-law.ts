import type { LawFault } from "@/contracts/input-fault";
import { type LawChangeInput, lawChangesInput, parseFact } from "@/contracts/law";
import type { Failure } from "@/contracts/problem";
import { type FactKind, factsOf, idOf, type LawChange, type LawFact, subjectOf } from "@/domain/law/change";
import { changesIn } from "@/domain/law/change-table";
import { dayBefore, holdsOn, type LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Reference } from "@/domain/tariff/reference";
import { type Actor, authorise } from "./actor";
import type { CsvReader } from "./csv-reader";
import type { LawBasketRecord } from "./law-record";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

type Ports = { readonly inTransaction: UnitOfWork; readonly world: World };

/** Opens a basket for a day that is ahead. It changes nothing until another admin approves it. */
export function openLawBasket(
  { inTransaction, world }: Ports,
  actor: Actor,
  { title, effectiveOn }: { readonly title: string; readonly effectiveOn: LocalDate },
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_law");
    if (!allowed.ok) return allowed;
    if (effectiveOn <= world.today()) return fault("/effectiveOn", "day_not_ahead", { day: effectiveOn });
    const id = world.newId();
    await tx.law.add({
      organisationId: actor.organisationId,
      id,
      title,
      effectiveOn,
      state: "draft",
      openedBy: actor.id,
      openedByName: actor.name,
      openerLinkedBy: await tx.people.linkHolder(actor.id),
      checks: null,
      acknowledgements: [],
    });
    await tx.audit.add("law_basket_opened", "law_basket", id, { title, effectiveOn });
    return ok({ id });
  });
}

/**
 * Puts changes into a basket, all or none: each ends a fact that holds, begins one, or both, and names its source. What
 * the basket was checked for before is forgotten.
 */
export function addLawChanges(
  { inTransaction, world }: Ports,
  actor: Actor,
  basketId: string,
  inputs: readonly LawChangeInput[],
): Promise<Result<{ added: number }, Failure>> {
  return inTransaction<{ added: number }, Failure>(actor, async (tx) => {
    const basket = await editable(tx, actor, basketId);
    if (!basket.ok) return basket;
    const { effectiveOn, changes } = basket.value;
    const codes = inputs.flatMap(({ fact }) => (typeof fact?.code === "string" ? [fact.code] : []));
    const reference = await tx.reference.on(effectiveOn, codes);
    const known = changes.map((each) => each.change);
    const linkedBy = await tx.people.linkHolder(actor.id);
    const added: LawChange[] = [];
    for (const [index, input] of inputs.entries()) {
      const change = await changeOf(tx, input, { effectiveOn, reference, others: [...known, ...added], index });
      if (!change.ok) return change;
      added.push(change.value);
    }
    await tx.law.addChanges(
      basketId,
      added.map((change) => ({
        id: world.newId(),
        change,
        addedBy: actor.id,
        addedByName: actor.name,
        adderLinkedBy: linkedBy,
      })),
    );
    const draft = await toDraft(tx, basket.value);
    if (!draft.ok) return draft;
    await tx.audit.add("law_changes_added", "law_basket", basketId, { changes: String(added.length) });
    return ok({ added: added.length });
  });
}

/** Takes a change out of a basket again. */
export function removeLawChange(
  inTransaction: UnitOfWork,
  actor: Actor,
  basketId: string,
  changeId: string,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const basket = await editable(tx, actor, basketId);
    if (!basket.ok) return basket;
    if (!(await tx.law.removeChange(basketId, changeId))) return err({ kind: "not_found", what: "change" });
    const draft = await toDraft(tx, basket.value);
    if (!draft.ok) return draft;
    await tx.audit.add("law_change_removed", "law_basket", basketId, { change: changeId });
    return ok({ id: basketId });
  });
}

/** A basket that is not settled, held against everybody else. */
export async function editable(
  tx: Transaction,
  actor: Actor,
  basketId: string,
): Promise<Result<LawBasketRecord, Failure>> {
  const allowed = authorise(actor, "propose_law");
  if (!allowed.ok) return allowed;
  await tx.law.lock();
  const loaded = found(await tx.law.get(basketId), "basket");
  if (!loaded.ok) return loaded;
  const { state } = loaded.value;
  return state === "draft" || state === "checked" ? loaded : fault("/state", "basket_settled", { state });
}

async function toDraft(tx: Transaction, basket: LawBasketRecord): Promise<Result<void, Failure>> {
  const isKept = await tx.law.save(basket, { state: "draft", checks: null });
  return isKept ? ok(undefined) : err({ kind: "stale_version", what: "basket" });
}

interface Place {
  readonly effectiveOn: LocalDate;
  readonly reference: Reference;
  /** The changes that stand in the basket before this one. */
  readonly others: readonly LawChange[];
  readonly index: number;
}

async function changeOf(tx: Transaction, input: LawChangeInput, place: Place): Promise<Result<LawChange, Failure>> {
  const at = (part: string) => `/changes/${place.index}${part}`;
  const { kind, replaces, fact, citation } = input;
  if (replaces === null && fact === null) return fault(at(""), "change_empty");
  const before = await replaced(tx, input, place);
  if (!before.ok) return before;
  const after = fact === null ? ok(null) : factOf(kind, fact, input, place);
  if (!after.ok) return after;
  const change = { kind, before: before.value, after: after.value, citation } as LawChange;
  const clash = await clashOf(tx, change, place);
  return clash ?? ok(change);
}

/** What the change ends: a fact of its kind that holds on the day before the basket's. */
async function replaced(
  tx: Transaction,
  { kind, replaces }: LawChangeInput,
  { effectiveOn, index }: Place,
): Promise<Result<LawFact | null, Failure>> {
  if (replaces === null) return ok(null);
  const pointer = `/changes/${index}/replaces`;
  const before = await tx.law.fact(kind, replaces);
  if (before && before.validFrom >= effectiveOn)
    return fault(pointer, "fact_begins_later", { fact: replaces, validFrom: before.validFrom, day: effectiveOn });
  return before && holdsOn(before, dayBefore(effectiveOn))
    ? ok(before)
    : fault(pointer, "fact_unknown", { fact: replaces, day: effectiveOn });
}

/** The fact that begins on the day: what was sent, with the id, the first day and the source that the basket gives it. */
function factOf(
  kind: FactKind,
  content: Readonly<Record<string, unknown>>,
  { replaces, citation }: LawChangeInput,
  { effectiveOn, index }: Place,
): Result<LawFact, Failure> {
  const { validTo = null, ...said } = content;
  const parsed = parseFact(kind, { ...said, id: "new", validFrom: effectiveOn, validTo, citation });
  if ("problem" in parsed) return fault(`/changes/${index}/fact`, "fact_malformed", { problem: parsed.problem });
  if (parsed.fact.validTo !== null && parsed.fact.validTo < effectiveOn)
    return fault(`/changes/${index}/fact/validTo`, "ends_before_it_begins");
  return ok({ ...parsed.fact, id: idOf(kind, parsed.fact, replaces, effectiveOn) } as LawFact);
}

/** Why the change cannot stand beside what holds and beside the others of its basket; null when it can. */
async function clashOf(
  tx: Transaction,
  { kind, before, after }: LawChange,
  { reference, others, index }: Place,
): Promise<Result<never, Failure> | null> {
  const pointer = `/changes/${index}`;
  const ended = new Set(others.flatMap((other) => (other.before ? [other.before.id] : [])));
  const begun = others.flatMap((other) => (other.kind === kind && other.after ? [other.after] : []));
  if (before && ended.has(before.id)) return fault(pointer, "change_twice", { subject: before.id });
  if (!after) return null;
  const subject = subjectOf(kind, after);
  if (begun.some((fact) => fact.id === after.id || subjectOf(kind, fact) === subject))
    return fault(pointer, "change_twice", { subject: after.id });
  if (await tx.law.fact(kind, after.id)) return fault(pointer, "fact_exists", { fact: after.id });
  const standing = factsOf(reference, kind).find(
    (fact) => subjectOf(kind, fact) === subject && fact.id !== before?.id && !ended.has(fact.id),
  );
  return standing ? fault(`${pointer}/replaces`, "replaces_missing", { fact: standing.id }) : null;
}

/** A value of a request that the law of baskets does not admit. */
export function fault(
  pointer: string,
  code: LawFault | "ends_before_it_begins",
  parameters: Readonly<Record<string, string>> = {},
): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer, fault: code, parameters });
}

/** Puts the rows of a CSV table into a basket, all or none. */
export function importLawChanges(
  { parseCsv, ...ports }: Ports & { readonly parseCsv: CsvReader },
  actor: Actor,
  basketId: string,
  csv: string,
): Promise<Result<{ added: number }, Failure>> {
  const parsed = parseCsv(csv);
  if (!parsed.ok)
    return Promise.resolve(
      err({
        kind: "invalid_input",
        pointer: `/lines/${parsed.error.line}`,
        fault: "csv_unreadable",
        parameters: { line: String(parsed.error.line) },
      }),
    );
  const stated = changesIn(parsed.value);
  if ("fault" in stated) {
    const { row, problem } = stated.fault;
    return Promise.resolve(fault(`/rows/${row}`, "table_fault", { row: String(row), problem }));
  }
  const checked = lawChangesInput.safeParse(stated.changes);
  if (checked.success) return addLawChanges(ports, actor, basketId, checked.data);
  const issue = checked.error.issues[0];
  const row = String(Number(issue?.path[0] ?? 0) + 2);
  const problem = [issue?.path.slice(1).join("."), issue?.message].filter(Boolean).join(": ");
  return Promise.resolve(fault(`/rows/${row}`, "table_fault", { row, problem }));
}
