import type { Failure } from "@/contracts/problem";
import type { AeoCriterion, AnswerState } from "@/domain/aeo/criterion";
import { drawAudit, type Finding } from "@/domain/aeo/mock-audit";
import { schemeOn } from "@/domain/aeo/scheme";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { WorkbookRecord, WorkbookTier } from "./workbook-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** So many of the newest shipments are in the pot of a mock audit. */
const DRAWN_FROM = 500;
/** A file of evidence may have so many bytes. */
export const MOST_BYTES = 20_000_000;

/**
 * Opens a workbook for a tier, or the yearly review of a certificate, which begins with the answers that were given for
 * it. One is open at a time.
 */
export function openWorkbook(
  { inTransaction, world }: Ports,
  actor: Actor,
  asked: { readonly tier: WorkbookTier; readonly holder: string; readonly reviewOf: string | null },
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_workbook");
    if (!allowed.ok) return allowed;
    await tx.workbooks.lock();
    if (await tx.workbooks.open()) return err({ kind: "invalid_input", pointer: "/state", fault: "workbook_open" });
    const reviewed = await certificateOf(tx, actor, asked.reviewOf);
    if (asked.reviewOf !== null && !reviewed) return err({ kind: "not_found", what: "certificate" });
    const today = world.today();
    const { schemes } = await tx.credit.rulesOn(actor.organisationId, today);
    const scheme = schemeOn(schemes, today);
    if (!scheme) throw new Error(`No scheme of credit holds on ${today}; load the reference data.`);
    const id = world.newId();
    const { tier, holder } = reviewed ?? asked;
    await tx.workbooks.add({
      ...{ organisationId: actor.organisationId, id, scheme: scheme.code, tier, holder, state: "draft" },
      number: `AEO-${today.slice(0, 4)}-${id.slice(-6).toUpperCase()}`,
      reviewOf: reviewed?.id ?? null,
      ...{ authorityId: null, authorisationId: null, reviewOn: null },
    });
    if (reviewed) await copyAnswers(tx, actor, reviewed.id, id);
    await tx.audit.add("workbook_opened", "aeo_workbook", id, { tier });
    return ok({ id });
  });
}

async function certificateOf(tx: Transaction, actor: Actor, id: string | null): Promise<WorkbookRecord | null> {
  const found = id === null ? null : await tx.workbooks.get(id);
  return found?.state === "approved" && found.organisationId === actor.organisationId ? found : null;
}

/** The answers of the certificate; its files stay where they were shown, and what is shown anew is handed in anew. */
async function copyAnswers(tx: Transaction, actor: Actor, from: string, to: string): Promise<void> {
  for (const answer of await tx.workbooks.answers(from)) await tx.workbooks.putAnswer(to, answer, actor);
}

/** Says how the firm stands to a criterion. */
export function answerCriterion(
  { inTransaction, world }: Ports,
  actor: Actor,
  workbookId: string,
  answer: { readonly criterion: string; readonly state: AnswerState; readonly note: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const writable = await writableOf(tx, world, actor, workbookId, answer.criterion);
    if (!writable.ok) return writable;
    await tx.workbooks.putAnswer(workbookId, answer, actor);
    return ok(undefined);
  });
}

interface Given {
  readonly criterion: string;
  readonly name: string;
  readonly mediaType: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** Keeps a file that shows how a criterion is met. It is given out again as it came, and only ever as a download. */
export async function addWorkbookFile(
  { inTransaction, world, files }: Ports & { readonly files: ObjectStore },
  actor: Actor,
  workbookId: string,
  { criterion, name, mediaType, stream }: Given,
): Promise<Result<{ id: string }, Failure>> {
  const allowed = await inTransaction<void, Failure>(actor, async (tx) => {
    const writable = await writableOf(tx, world, actor, workbookId, criterion);
    return writable.ok ? ok(undefined) : writable;
  });
  if (!allowed.ok) return allowed;
  const kept = await files.put(stream, MOST_BYTES);
  if (!kept || kept.byteLength === 0)
    return err({ kind: "invalid_input", pointer: "/file", fault: "workbook_file_size" });
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const writable = await writableOf(tx, world, actor, workbookId, criterion);
    if (!writable.ok) return writable;
    const id = world.newId();
    await tx.workbooks.addFile({
      ...{ organisationId: actor.organisationId, id, workbookId, criterion, name, mediaType },
      ...kept,
      byName: actor.name,
    });
    return ok({ id });
  });
}

/** Takes a file out of an open workbook; what was handed in keeps it. */
export function withdrawWorkbookFile(
  { inTransaction, world }: Ports,
  actor: Actor,
  fileId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const file = found(await tx.workbooks.file(fileId), "file");
    if (!file.ok) return file;
    const writable = await writableOf(tx, world, actor, file.value.workbookId, file.value.criterion);
    if (!writable.ok) return writable;
    return (await tx.workbooks.withdrawFile(fileId)) ? ok(undefined) : err({ kind: "not_found", what: "file" });
  });
}

/** Draws a mock audit of criteria and own shipments by a seed that is kept, for each of which a finding is asked. */
export function drawMockAudit(
  { inTransaction, world }: Ports,
  actor: Actor,
  workbookId: string,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const loaded = await ownWorkbook(tx, actor, workbookId);
    if (!loaded.ok) return loaded;
    const id = world.newId();
    const seed = world.sha256(`${workbookId}:${id}`);
    const criteria = await criteriaOf(tx, world, loaded.value);
    const items = drawAudit(
      seed,
      criteria.map(({ code }) => code),
      await tx.workbooks.shipments(DRAWN_FROM),
    );
    await tx.workbooks.addAudit({ id, workbookId, seed, byName: actor.name, items });
    await tx.audit.add("mock_audit_drawn", "aeo_workbook", workbookId, { audit: id });
    return ok({ id });
  });
}

/** Says what was found of what a mock audit drew. */
export function recordAuditFinding(
  { inTransaction }: Ports,
  actor: Actor,
  auditId: string,
  position: number,
  { finding, note }: { readonly finding: Finding; readonly note: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_workbook");
    if (!allowed.ok) return allowed;
    return (await tx.workbooks.putFinding(auditId, position, { finding, note, byName: actor.name }))
      ? ok(undefined)
      : err({ kind: "not_found", what: "item" });
  });
}

/** The criteria that the workbook asks for on the day. */
export async function criteriaOf(
  tx: Pick<Transaction, "credit">,
  world: Pick<World, "today">,
  { scheme, tier }: Pick<WorkbookRecord, "scheme" | "tier">,
): Promise<readonly AeoCriterion[]> {
  const all = await tx.credit.criteriaOn(world.today());
  return all.filter((each) => each.scheme === scheme && each.tiers.includes(tier));
}

async function ownWorkbook(tx: Transaction, actor: Actor, id: string): Promise<Result<WorkbookRecord, Failure>> {
  const allowed = authorise(actor, "keep_workbook");
  if (!allowed.ok) return allowed;
  await tx.workbooks.lock();
  const workbook = await tx.workbooks.get(id);
  return workbook && workbook.organisationId === actor.organisationId
    ? ok(workbook)
    : err({ kind: "not_found", what: "workbook" });
}

async function writableOf(
  tx: Transaction,
  world: World,
  actor: Actor,
  workbookId: string,
  criterion: string,
): Promise<Result<WorkbookRecord, Failure>> {
  const loaded = await ownWorkbook(tx, actor, workbookId);
  if (!loaded.ok) return loaded;
  if (loaded.value.state !== "draft" && loaded.value.state !== "returned")
    return err({ kind: "invalid_input", pointer: "/state", fault: "workbook_handed_in" });
  const criteria = await criteriaOf(tx, world, loaded.value);
  return criteria.some(({ code }) => code === criterion) ? loaded : err({ kind: "not_found", what: "criterion" });
}
