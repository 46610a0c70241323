import { passportCredential } from "@/contracts/passport-credential";
import type { Failure } from "@/contracts/problem";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { checkPassport } from "@/domain/passport/check";
import { credentialOf, type IssuerPlace } from "@/domain/passport/credential";
import type { CustomsEvent } from "@/domain/passport/passport";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CredentialSigner } from "./credential-signer";
import { heldPassport, refusedFor } from "./keep-passports";
import { found } from "./load";
import type { PassportRecord } from "./passport-record";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ReleaseOrderRecord } from "./records";

/** What issuing takes beside the database: a signature, ids that nobody guesses, and where it is published. */
export interface IssuingPorts {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly signer: CredentialSigner;
  readonly newPublicId: () => string;
  readonly issuer: IssuerPlace;
}

const HS_DIGITS = 6;
/** The last instant of a day at the customs offices, which all keep China Standard Time. */
const DAY_END = "T23:59:59+08:00";

/**
 * Issues a draft: tells of the releases of its shipments as facts, gives it a place in a status list, has it signed, and
 * lets it take the place of the version before. Throws a DependencyError while the signer does not answer; then nothing
 * was issued.
 */
export function issuePassport(
  ports: IssuingPorts,
  actor: Actor,
  passportId: string,
): Promise<Result<{ publicId: string }, Failure>> {
  const { inTransaction, world } = ports;
  return inTransaction<{ publicId: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_passports");
    if (!allowed.ok) return allowed;
    const known = found(await tx.passports.get(passportId), "passport");
    if (!known.ok) return known;
    await tx.lockShipments(known.value.shipmentIds);
    const held = await heldPassport(tx, actor, passportId, "draft");
    if (!held.ok) return held;
    const draft = held.value;
    const checked = refusedFor(checkPassport(draft.content, world.today()));
    if (!checked.ok) return checked;
    const replaced = await supersede(tx, draft);
    if (!replaced.ok) return replaced;
    const theirs = await checkShipments(tx, draft);
    if (!theirs.ok) return theirs;
    const listId = await sign(tx, ports, draft);
    await witness(tx, actor, draft);
    await tx.outbox.put(actor.organisationId, {
      name: "status.publish",
      payload: { organisationId: actor.organisationId, listId },
    });
    return ok({ publicId: draft.publicId });
  });
}

/** Goods have one passport in force: the one that is there is superseded by its next version, and by nothing else. */
async function supersede(tx: Transaction, { content, supersedesId }: PassportRecord): Promise<Result<void, Failure>> {
  const inForce = await tx.passports.inForce(content);
  if (supersedesId !== null) {
    const before = found(await tx.passports.get(supersedesId), "passport");
    if (!before.ok) return before;
    if (before.value.state !== "issued") return err({ kind: "stale_version", what: "passport" });
    const { gtin, batch, serial } = before.value.content;
    if (gtin !== content.gtin || batch !== content.batch || serial !== content.serial)
      return err({ kind: "invalid_input", pointer: "/content/gtin", fault: "passport_of_other_goods" });
    await tx.passports.supersede(supersedesId);
    return ok(undefined);
  }
  if (inForce === null) return ok(undefined);
  return err({ kind: "invalid_input", pointer: "/content/gtin", fault: "passport_in_force" });
}

/** A release is told of goods that its declaration names: one of its lines has their first six digits and their origin. */
async function checkShipments(
  tx: Transaction,
  { content: { codes, origin }, shipmentIds }: PassportRecord,
): Promise<Result<void, Failure>> {
  const heading = codes[0]?.slice(0, HS_DIGITS) ?? "";
  for (const [index, shipmentId] of shipmentIds.entries()) {
    const declaration = await tx.declarations.latest(shipmentId);
    const isNamed = declaration?.content.lines.some(
      (line) => line.commodityCode.value.startsWith(heading) && line.origin.value === origin,
    );
    if (isNamed) continue;
    return err({
      kind: "invalid_input",
      pointer: `/shipmentIds/${index}`,
      fault: "passport_shipment_of_other_goods",
      parameters: { code: heading, origin },
    });
  }
  return ok(undefined);
}

/** Signs the draft and keeps it as issued; the status list in which it has its place. */
async function sign(
  tx: Transaction,
  { world, signer, newPublicId, issuer }: IssuingPorts,
  { id, publicId, content, shipmentIds }: PassportRecord,
): Promise<string> {
  const history = (await tx.passports.releasesOf(shipmentIds)).map((order) => toEvent(world, order));
  const { list, index } = await tx.passports.takePlace({
    ...{ id: world.newId(), revocationId: newPublicId(), suspensionId: newPublicId() },
  });
  const issuedAt = world.now();
  const credential = credentialOf(issuer, {
    ...{ publicId, content, history },
    status: { revocationList: list.revocationId, suspensionList: list.suspensionId, index },
    validFrom: issuedAt.toISOString(),
    validUntil: `${content.validUntil}${DAY_END}`,
  });
  // What does not fit our own schema is a bug here, and is not signed.
  passportCredential.parse(credential);
  const signed = await signer.sign(credential, "vc+jwt");
  await tx.passports.issue(id, {
    ...{ history, statusListId: list.id, statusIndex: index, issuedAt },
    ...{ credential: signed, credentialSha256: world.sha256(signed) },
  });
  return list.id;
}

/** A release as a passport tells of it, by a hash that whoever holds the order can work out. */
function toEvent(world: World, { stage, number, issuedAt }: ReleaseOrderRecord): CustomsEvent {
  const orderHash = world.sha256(canonicalJson({ stage, number, issuedAt: issuedAt.toISOString() }));
  return { stage, releasedOn: world.dayOf(issuedAt), orderHash };
}

async function witness(
  tx: Transaction,
  actor: Actor,
  { id, version, content, shipmentIds }: PassportRecord,
): Promise<void> {
  const { gtin, batch, serial } = content;
  await tx.audit.add("passport_issued", "passport", id, {
    ...{ gtin, batch: batch ?? "-", serial: serial ?? "-", version: String(version) },
  });
  for (const shipmentId of shipmentIds)
    await tx.evidence.append({
      ...{ organisationId: actor.organisationId, shipmentId, kind: "passport_issued", actor: actor.id },
      ...{ stage: null, subject: id, facts: { gtin, version: String(version) } },
    });
}
