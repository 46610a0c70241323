import type { Failure } from "@/contracts/problem";
import { checkPassport, type PassportIssue } from "@/domain/passport/check";
import { parseGtin } from "@/domain/passport/gtin";
import type { PassportContent } from "@/domain/passport/passport";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { PassportDraft, PassportRecord } from "./passport-record";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { FileInspector } from "./reading";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  /** A new id of 128 random bits. */
  readonly newPublicId: () => string;
}

/** A picture of a label may be so large, in bytes. */
const LABEL_BYTES = 2_000_000;

/** Begins a passport of goods. Refused where it could not be issued as it is, or tells of shipments that are not there. */
export function draftPassport(
  { inTransaction, world, newPublicId }: Ports,
  actor: Actor,
  given: PassportDraft,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_passports");
    if (!allowed.ok) return allowed;
    const draft = await checkDraft(tx, world, given);
    if (!draft.ok) return draft;
    return ok(await add(tx, { actor, world, newPublicId }, { ...draft.value, version: 1, supersedesId: null }));
  });
}

/** Changes what a draft says. What was issued is never changed; a new version takes its place. */
export function changePassport(
  { inTransaction, world }: Pick<Ports, "inTransaction" | "world">,
  actor: Actor,
  { passportId, ...given }: PassportDraft & { readonly passportId: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const kept = await heldPassport(tx, actor, passportId, "draft");
    if (!kept.ok) return kept;
    const draft = await checkDraft(tx, world, given);
    if (!draft.ok) return draft;
    await tx.passports.change(passportId, draft.value);
    await tx.audit.add("passport_changed", "passport", passportId, { gtin: draft.value.content.gtin });
    return ok(undefined);
  });
}

/** Throws a draft away. */
export function discardPassport(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  passportId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const kept = await heldPassport(tx, actor, passportId, "draft");
    if (!kept.ok) return kept;
    if (!(await tx.passports.remove(passportId))) return err({ kind: "stale_version", what: "passport" });
    await tx.audit.add("passport_discarded", "passport", passportId, { gtin: kept.value.content.gtin });
    return ok(undefined);
  });
}

/** Begins the version that takes the place of an issued passport, with what that one says. */
export function renewPassport(
  { inTransaction, world, newPublicId }: Ports,
  actor: Actor,
  passportId: string,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const kept = await heldPassport(tx, actor, passportId, "issued");
    if (!kept.ok) return kept;
    const { content, shipmentIds, version } = kept.value;
    return ok(
      await add(
        tx,
        { actor, world, newPublicId },
        { content, shipmentIds, version: version + 1, supersedesId: passportId },
      ),
    );
  });
}

/** Keeps a picture of a label, PNG or JPEG, so that a passport may show it; its hash. */
export async function keepPassportLabel(
  { inTransaction, files, inspector }: Pick<Ports, "inTransaction"> & { files: ObjectStore; inspector: FileInspector },
  actor: Actor,
  stream: AsyncIterable<Uint8Array>,
): Promise<Result<{ sha256: string; mediaType: "image/png" | "image/jpeg" }, Failure>> {
  const allowed = authorise(actor, "keep_passports");
  if (!allowed.ok) return allowed;
  const stored = await files.put(stream, LABEL_BYTES);
  if (!stored) return err({ kind: "file_rejected", reason: "too_large" });
  const inspected = await files.withLocalFile(stored.sha256, (path) => inspector.inspect(path));
  if (!inspected.ok) return err({ kind: "file_rejected", reason: inspected.error });
  const mediaType = inspected.value;
  if (mediaType !== "image/png" && mediaType !== "image/jpeg")
    return err({ kind: "file_rejected", reason: "unsupported_type" });
  return inTransaction<{ sha256: string; mediaType: typeof mediaType }, Failure>(actor, async (tx) => {
    await tx.passports.addLabel({ sha256: stored.sha256, mediaType });
    await tx.audit.add("passport_label_kept", "passport_label", stored.sha256, { mediaType });
    return ok({ sha256: stored.sha256, mediaType });
  });
}

/** The organisation's passport in the one state, once nobody else can change it. */
export async function heldPassport(
  tx: Transaction,
  actor: Actor,
  passportId: string,
  state: PassportRecord["state"],
): Promise<Result<PassportRecord, Failure>> {
  const allowed = authorise(actor, "keep_passports");
  if (!allowed.ok) return allowed;
  await tx.passports.lock();
  const passport = found(await tx.passports.get(passportId), "passport");
  if (!passport.ok) return passport;
  return passport.value.state === state ? passport : err({ kind: "stale_version", what: "passport" });
}

/** What is wrong with what a passport says, as a refusal: the first thing, where it stands. */
export function refusedFor(issues: readonly PassportIssue[]): Result<void, Failure> {
  const [first] = issues;
  return first
    ? err({ kind: "invalid_input", pointer: `/content${first.pointer}`, fault: first.fault })
    : ok(undefined);
}

async function checkDraft(
  tx: Transaction,
  world: World,
  { content, shipmentIds }: PassportDraft,
): Promise<Result<PassportDraft, Failure>> {
  const gtin = parseGtin(content.gtin);
  if (!gtin.ok) return err({ kind: "invalid_input", pointer: "/content/gtin", fault: gtin.error });
  const written: PassportContent = { ...content, gtin: gtin.value };
  const checked = refusedFor(checkPassport(written, world.today()));
  if (!checked.ok) return checked;
  if (content.label && !(await tx.passports.hasLabel(content.label.sha256)))
    return err({ kind: "invalid_input", pointer: "/content/label", fault: "passport_label_unknown" });
  for (const shipmentId of shipmentIds) {
    const shipment = found(await tx.shipments.get(shipmentId), "shipment");
    if (!shipment.ok) return shipment;
  }
  return ok({ content: written, shipmentIds: [...new Set(shipmentIds)].sort() });
}

async function add(
  tx: Transaction,
  { actor, world, newPublicId }: { actor: Actor } & Pick<Ports, "world" | "newPublicId">,
  draft: PassportDraft & Pick<PassportRecord, "version" | "supersedesId">,
): Promise<{ id: string }> {
  const id = world.newId();
  await tx.passports.add({
    ...draft,
    ...{ organisationId: actor.organisationId, id, publicId: newPublicId(), state: "draft", history: [] },
    ...{ statusListId: null, suspended: null },
  });
  const { gtin, batch, serial } = draft.content;
  await tx.audit.add("passport_drafted", "passport", id, { gtin, batch: batch ?? "-", serial: serial ?? "-" });
  return { id };
}
