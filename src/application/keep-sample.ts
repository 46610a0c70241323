import type { Failure } from "@/contracts/problem";
import { type CustodyStep, custodyFault } from "@/domain/inspection/custody";
import { itemVerdict, labVerdict, unreadable } from "@/domain/inspection/lab-result";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { InspectionItemRecord, LabResultRecord, SampleRecord } from "./inspection-item-record";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Takes a sample that was ordered, under a seal of its own. */
export function takeSample(
  { inTransaction, world }: Ports,
  actor: Actor,
  given: Pick<SampleRecord, "itemId" | "quantity" | "sealNumber" | "takenAt">,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const item = found(await tx.inspectionItems.get(given.itemId), "item");
    if (!item.ok) return item;
    const { organisationId, sourceOrganisationId, shipmentId, check, isDone, isCancelled } = item.value;
    await tx.lockShipment(shipmentId);
    if (check !== "sample" || isDone || isCancelled)
      return err({ kind: "invalid_input", pointer: "/itemId", fault: "sample_not_ordered" });
    if (given.takenAt > world.now()) return err({ kind: "invalid_input", pointer: "/takenAt", fault: "sample_ahead" });
    const id = world.newId();
    await tx.samples.add({ ...given, organisationId, id, sourceOrganisationId, shipmentId }, actor);
    await witness(tx, actor, item.value, "sample_taken", id, { line: String(item.value.line) });
    return ok({ id });
  });
}

/** Adds a change of hands to the chain of a sample. What is recorded stays; the next step follows it. */
export function recordCustody(
  { inTransaction, world }: Ports,
  actor: Actor,
  { sampleId, ...step }: CustodyStep & { readonly sampleId: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const sample = await openSample(tx, sampleId);
    if (!sample.ok) return sample;
    const { custody, takenAt } = sample.value;
    const fault = custodyFault(step, custody, takenAt.getTime(), world.now().getTime());
    if (fault) return err({ kind: "invalid_input", pointer: "/step", fault });
    await tx.samples.addStep(sample.value, custody.length + 1, step, actor);
    return ok(undefined);
  });
}

type Reported = Omit<LabResultRecord, "verdict">;

/**
 * Records what a laboratory measured. Whether that keeps the limits is worked out from the values; a sample whose seal or
 * chain broke says nothing of the goods, and another one is taken. Of several samples of an item the worst decides.
 */
export function recordLabResult(
  { inTransaction, world }: Ports,
  actor: Actor,
  given: Reported,
): Promise<Result<Pick<LabResultRecord, "verdict">, Failure>> {
  return inTransaction<Pick<LabResultRecord, "verdict">, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const sample = await openSample(tx, given.sampleId);
    if (!sample.ok) return sample;
    const readable = checkReport(given, world);
    if (!readable.ok) return readable;
    const item = found(await tx.inspectionItems.get(sample.value.itemId), "item");
    if (!item.ok) return item;
    const verdict = labVerdict(given.values, sample.value.custody);
    await tx.samples.report(sample.value, { ...given, verdict }, actor);
    if (!item.value.isDone) await decideItem(tx, actor, item.value);
    await witness(tx, actor, item.value, "lab_result_recorded", given.sampleId, { verdict });
    return ok({ verdict });
  });
}

/** Records what the samples of the item come to, once that is known; of those that say the same, the first to end counts. */
async function decideItem(tx: Transaction, actor: Actor, item: InspectionItemRecord): Promise<void> {
  const samples = await tx.samples.ofItem(item.id);
  const verdict = itemVerdict(samples.map(({ report }) => report?.verdict ?? null));
  if (verdict === null) return;
  const said = verdict === "failed" ? "exceeds" : "within_limits";
  const [deciding] = samples
    .flatMap(({ sealNumber, report }) =>
      report?.verdict === said ? [{ sealNumber, validUntil: report.validUntil }] : [],
    )
    .sort((a, b) => (a.validUntil ?? NO_END).localeCompare(b.validUntil ?? NO_END));
  if (!deciding) return;
  const by = { id: actor.id, name: actor.name, linkedBy: await tx.people.linkHolder(actor.id) };
  await tx.inspectionItems.record(item, { ...deciding, sealState: null, verdict }, by);
}

/** After every day. */
const NO_END = "9999-12-31";

function checkReport({ values, reportedOn }: Reported, world: World): Result<void, Failure> {
  const [malformed] = unreadable(values);
  if (malformed !== undefined)
    return err({ kind: "invalid_input", pointer: `/values/${malformed}`, fault: "measurement_form" });
  if (reportedOn <= world.today()) return ok(undefined);
  return err({ kind: "invalid_input", pointer: "/reportedOn", fault: "report_ahead" });
}

async function openSample(tx: Transaction, sampleId: string) {
  const known = found(await tx.samples.get(sampleId), "sample");
  if (!known.ok) return known;
  await tx.lockShipment(known.value.shipmentId);
  const sample = found(await tx.samples.get(sampleId), "sample");
  if (!sample.ok) return sample;
  return sample.value.isReported
    ? err({ kind: "invalid_input" as const, pointer: "/sampleId", fault: "sample_reported" as const })
    : sample;
}

async function witness(
  tx: Transaction,
  actor: Actor,
  { sourceOrganisationId, shipmentId, stage }: InspectionItemRecord,
  kind: "sample_taken" | "lab_result_recorded",
  subject: string,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const organisationId = sourceOrganisationId;
  await tx.evidence.append({ organisationId, shipmentId, kind, actor: actor.id, stage, subject, facts });
  await tx.announce(organisationId, shipmentId, {});
}
