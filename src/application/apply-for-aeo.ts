import type { Failure } from "@/contracts/problem";
import { gapOf, type Measures } from "@/domain/aeo/criterion";
import { yearsAfter } from "@/domain/aeo/review-day";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { tellFirm } from "./follow-application";
import { criteriaOf } from "./keep-workbook";
import { found } from "./load";
import { propose } from "./maintain-aeo";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { WorkbookRecord } from "./workbook-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

const DAY_MS = 86_400_000;
/** The history that is measured, in days. */
const MEASURED_DAYS = 365;

/** From when on the firm's own history is measured. */
export function measuredSince(world: Pick<World, "now">): Date {
  return new Date(world.now().getTime() - MEASURED_DAYS * DAY_MS);
}

/**
 * Hands the workbook in to an authority, with what the firm's own history measures on the day. One with criteria that
 * are not answered is not ready; gaps that are answered are the authority's to weigh.
 */
export function submitWorkbook(
  { inTransaction, world }: Ports,
  actor: Actor,
  workbookId: string,
  officeId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "apply_for_aeo");
    if (!allowed.ok) return allowed;
    const loaded = await ownDraft(tx, actor, workbookId);
    if (!loaded.ok) return loaded;
    const office = found((await tx.shipments.offices()).find(({ id }) => id === officeId) ?? null, "customs office");
    if (!office.ok) return office;
    const measures = await tx.workbooks.measures(measuredSince(world));
    const ready = await readiness(tx, world, loaded.value, measures);
    if (!ready.ok) return ready;
    const by = { id: actor.id, name: actor.name };
    await tx.workbooks.submit(workbookId, { authorityId: office.value.organisationId, by, measures });
    await tx.audit.add("workbook_submitted", "aeo_workbook", workbookId, { number: loaded.value.number });
    return ok(undefined);
  });
}

/** Ends the yearly review of a certificate: the next one is due a year after the day on which this one was. */
export function completeReview(
  { inTransaction, world }: Ports,
  actor: Actor,
  workbookId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "apply_for_aeo");
    if (!allowed.ok) return allowed;
    const loaded = await ownDraft(tx, actor, workbookId);
    if (!loaded.ok) return loaded;
    const certificate = loaded.value.reviewOf === null ? null : await tx.workbooks.get(loaded.value.reviewOf);
    if (!certificate?.reviewOn) return err({ kind: "not_found", what: "certificate" });
    const ready = await readiness(tx, world, loaded.value, await tx.workbooks.measures(measuredSince(world)));
    if (!ready.ok) return ready;
    await tx.workbooks.settle(workbookId, { state: "reviewed" });
    await tx.workbooks.settle(certificate.id, { state: "approved", reviewOn: yearsAfter(certificate.reviewOn, 1) });
    await tx.audit.add("aeo_reviewed", "aeo_workbook", certificate.id, { review: workbookId });
    return ok(undefined);
  });
}

/** Gives an application back to the firm, with what is missing. */
export function returnApplication(
  { inTransaction, world }: Ports,
  actor: Actor,
  workbookId: string,
  note: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const loaded = await submitted(tx, actor, workbookId);
    if (!loaded.ok) return loaded;
    await tx.workbooks.settle(workbookId, { state: "returned", note });
    await tellFirm(tx, world, actor, loaded.value, "returned");
    await tx.audit.add("aeo_application_returned", "aeo_workbook", workbookId, { note });
    return ok(undefined);
  });
}

interface Decision {
  readonly aeoCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Proposes the entry of the whitelist that an application asks for; the certificate follows a second admin's approval. */
export function proposeFromApplication(
  { inTransaction, world }: Ports,
  actor: Actor,
  workbookId: string,
  { aeoCode, validFrom, validTo }: Decision,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const loaded = await submitted(tx, actor, workbookId);
    if (!loaded.ok) return loaded;
    const { holder, tier, number } = loaded.value;
    const proposed = await propose(tx, world, actor, {
      ...{ aeoCode, holder, tier, validFrom, validTo, source: `Application ${number}` },
      ...{ roles: ["importer"], commodityPrefixes: [], origins: [], regimes: [], valueCap: null },
    });
    if (!proposed.ok) return proposed;
    await tx.workbooks.settle(workbookId, { state: "proposed", authorisationId: proposed.value.id });
    return proposed;
  });
}

async function ownDraft(tx: Transaction, actor: Actor, id: string): Promise<Result<WorkbookRecord, Failure>> {
  await tx.workbooks.lock();
  const workbook = await tx.workbooks.get(id);
  if (workbook?.organisationId !== actor.organisationId) return err({ kind: "not_found", what: "workbook" });
  return workbook.state === "draft" || workbook.state === "returned"
    ? ok(workbook)
    : err({ kind: "invalid_input", pointer: "/state", fault: "workbook_handed_in" });
}

async function submitted(tx: Transaction, actor: Actor, id: string): Promise<Result<WorkbookRecord, Failure>> {
  const allowed = authorise(actor, "propose_aeo");
  if (!allowed.ok) return allowed;
  const workbook = await tx.workbooks.get(id);
  if (workbook?.authorityId !== actor.organisationId) return err({ kind: "not_found", what: "application" });
  return workbook.state === "submitted" ? ok(workbook) : err({ kind: "stale_version", what: "application" });
}

async function readiness(
  tx: Transaction,
  world: World,
  workbook: WorkbookRecord,
  measures: Measures,
): Promise<Result<void, Failure>> {
  const criteria = await criteriaOf(tx, world, workbook);
  const answers = await tx.workbooks.answers(workbook.id);
  const files = await tx.workbooks.files(workbook.id);
  const open = criteria.filter((each) => {
    const state = answers.find(({ criterion }) => criterion === each.code)?.state ?? null;
    const shown = files.filter(({ criterion }) => criterion === each.code).length;
    return gapOf(each, { state, files: shown }, measures) === "unanswered";
  });
  return open.length === 0
    ? ok(undefined)
    : err({
        kind: "invalid_input",
        pointer: `/criteria/${open[0]?.code ?? ""}`,
        fault: "workbook_unanswered",
        parameters: { count: String(open.length) },
      });
}
