import type { Failure } from "@/contracts/problem";
import { type Assessment, assess } from "@/domain/assessment/assess";
import { checkDeclaration, completeDeclaration } from "@/domain/declaration/check";
import { checkShipment } from "@/domain/declaration/check-shipment";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { toDecimal } from "@/domain/shared/money";
import { err, ok, type Result } from "@/domain/shared/result";
import { inventoryOf } from "@/domain/three-documents/inventory";
import { type CustomsValue, customsValue } from "@/domain/valuation/customs-value";
import { type Actor, authorise } from "./actor";
import { enterLane, walk } from "./advance";
import { askRequirements } from "./ask-requirements";
import { assessRisk, type RiskPorts } from "./assess-risk";
import { creditStanding } from "./credit-standing";
import { type Dossier, gatherDossier } from "./dossier";
import { freeGuarantee } from "./free-security";
import { heldByOthers, reserveQuota } from "./hold-quota";
import { reserveStock } from "./hold-stock";
import { found } from "./load";
import { oweDeclared } from "./owe-message";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord, DeclarationRecord, Lane } from "./records";
import { carryPayments, secureByGuarantee } from "./secure-tax";
import { takeBack } from "./take-back";
import { toTaxRecord } from "./tax-record";
import { underKey } from "./under-key";

interface Ports extends RiskPorts {
  readonly inTransaction: UnitOfWork;
}

interface Lodging {
  readonly shipmentId: string;
  readonly idempotencyKey: string;
  readonly security: "guarantee" | "payment";
  /** The warnings that the broker has seen, each as `code:field`. */
  readonly acknowledged: readonly string[];
}

interface Lodged {
  readonly version: number;
  readonly lane: Lane;
  readonly score: number;
}

interface Answer {
  readonly outcome: Lodged;
  /** The request was carried out before; this is what it answered then. */
  readonly isReplayed: boolean;
}

/**
 * Lodges the one declaration that serves both gates: assemble, value, assess, score, choose, in one transaction with
 * the request's key. Sending it again with the same key answers the same and does nothing.
 */
export async function lodgeDeclaration(ports: Ports, actor: Actor, lodging: Lodging): Promise<Result<Answer, Failure>> {
  const { idempotencyKey: key, ...content } = lodging;
  let isReplayed = false;
  const inTransaction = underKey(ports.inTransaction, ports.world, {
    key,
    endpoint: "lodge_declaration",
    content: { ...content },
    onReplay: () => {
      isReplayed = true;
    },
  });
  const lodged = await inTransaction<Lodged, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "lodge_declaration");
    if (!allowed.ok) return allowed;
    // Before the shipment: the match takes the feeds first too, and an order is lodged on what was matched or not at all.
    await tx.orders.holdFeeds();
    await tx.lockShipment(lodging.shipmentId);
    const outcome = await lodge(ports, tx, actor, lodging);
    if (outcome.ok) await tx.announce(actor.organisationId, lodging.shipmentId, {});
    return outcome;
  });
  return lodged.ok ? ok({ outcome: lodged.value, isReplayed }) : lodged;
}

async function lodge(ports: Ports, tx: Transaction, actor: Actor, lodging: Lodging): Promise<Result<Lodged, Failure>> {
  const { world } = ports;
  const day = world.today();
  const shipment = found(await tx.shipments.get(lodging.shipmentId), "shipment");
  if (!shipment.ok) return shipment;
  const clearance = found(await tx.clearances.ofStage(lodging.shipmentId, "bonded_exit"), "clearance");
  if (!clearance.ok) return clearance;
  const dossier = await gatherDossier(tx, shipment.value, day);
  const quotaHeld = await heldByOthers(tx, dossier.draft.consumer, clearance.value, day);
  const stated = state(dossier, day, lodging.acknowledged, quotaHeld);
  if (!stated.ok) return stated;
  const reopened = await reopen(ports.world, tx, actor, clearance.value);
  if (!reopened.ok) return reopened;
  const declaration = await record(ports, tx, actor, dossier, stated.value.content, lodging.idempotencyKey);
  if (!declaration.ok) return declaration;
  const { order } = dossier;
  if (order?.waybill)
    await tx.orders.declare(order.id, {
      ...inventoryOf(order.order, order.waybill),
      declaredAt: declaration.value.lodgedAt.toISOString(),
    });
  const { declarationId } = clearance.value;
  if (declarationId) await carryPayments(tx, declarationId, declaration.value.id);
  return carryThrough(ports, tx, actor, lodging, dossier, stated.value, declaration.value, reopened.value);
}

interface Stated {
  readonly content: DeclarationContent;
  readonly value: CustomsValue;
  readonly assessment: Assessment;
  readonly quotaHeld: string | null;
}

/** What the draft comes to under the day's law; every reason why it cannot be lodged yet, at once. */
function state(
  dossier: Dossier,
  day: string,
  acknowledged: readonly string[],
  quotaHeld: string | null,
): Result<Stated, Failure> {
  const question = { draft: dossier.draft, facts: dossier.facts, reference: dossier.reference, day };
  const content = completeDeclaration(question);
  const { documents, shipment } = dossier;
  const ofShipment = checkShipment({ documents, hasOffice: shipment.officeId !== null });
  const blocking = [...ofShipment, ...dossier.mismatches].filter((issue) => issue.severity === "error");
  if (!content.ok) return err({ kind: "not_ready", issues: [...blocking, ...content.error] });
  if (blocking.length > 0) return err({ kind: "not_ready", issues: blocking });
  const unseen = [...ofShipment, ...checkDeclaration(question)].filter(
    (issue) => issue.severity === "warning" && !acknowledged.includes(`${issue.code}:${issue.field}`),
  );
  if (unseen.length > 0) return err({ kind: "not_ready", issues: unseen });
  const value = customsValue(content.value, dossier.reference, day);
  if (!value.ok) return err({ kind: "not_ready", issues: value.error });
  const { reference } = dossier;
  const assessment = assess({ content: content.value, value: value.value, reference, day, quotaHeld });
  if (!assessment.ok) return err({ kind: "not_ready", issues: assessment.error });
  return ok({ content: content.value, value: value.value, assessment: assessment.value, quotaHeld });
}

/** A clearance that was declared before is amended: its quota is given back and its open case withdrawn; its security follows. */
async function reopen(
  world: World,
  tx: Transaction,
  actor: Actor,
  clearance: ClearanceRecord,
): Promise<Result<ClearanceRecord, Failure>> {
  if (clearance.state === "opened") return walk(clearance, ["documents_accepted"]);
  // A declaration that was withdrawn gave back everything then.
  if (clearance.state === "documented") return ok(clearance);
  const amended = walk(clearance, ["declaration_amended"]);
  if (amended.ok) await takeBack(tx, world, clearance, actor.id);
  return amended;
}

async function record(
  ports: Ports,
  tx: Transaction,
  actor: Actor,
  dossier: Dossier,
  content: DeclarationContent,
  idempotencyKey: string,
): Promise<Result<DeclarationRecord, Failure>> {
  const { shipment } = dossier;
  const { world } = ports;
  if (!shipment.officeOrganisationId || !shipment.officeId) return err({ kind: "not_found", what: "customs office" });
  const before = await tx.declarations.latest(shipment.id);
  const declaration: DeclarationRecord = {
    organisationId: shipment.organisationId,
    id: world.newId(),
    shipmentId: shipment.id,
    version: (before?.version ?? 0) + 1,
    regime: shipment.regime,
    content,
    contentHash: world.sha256(canonicalJson(JSON.parse(JSON.stringify(content)))),
    lawDate: world.today(),
    officeOrganisationId: shipment.officeOrganisationId,
    officeId: shipment.officeId,
    idempotencyKey,
    lodgedBy: actor.id,
    lodgedAt: world.now(),
  };
  await tx.declarations.add(declaration);
  await tx.shipments.describe(shipment.id, declaration);
  const base = { organisationId: shipment.organisationId, shipmentId: shipment.id, stage: null };
  await tx.evidence.append({
    ...base,
    kind: "declaration_lodged",
    actor: actor.id,
    subject: declaration.id,
    facts: { version: String(declaration.version), content: declaration.contentHash, law_date: declaration.lawDate },
  });
  const { isNew, ended } = await tx.grants.moveTo(shipment.id, declaration.officeOrganisationId);
  for (const subject of ended)
    await tx.evidence.append({ ...base, kind: "access_ended", actor: actor.id, subject, facts: {} });
  if (isNew)
    await tx.evidence.append({
      ...base,
      kind: "access_granted",
      actor: actor.id,
      subject: declaration.officeOrganisationId,
      facts: { office: declaration.officeId },
    });
  return ok(declaration);
}

/** Tax, security, requirements, risk and lane of the first gate. */
async function carryThrough(
  ports: Ports,
  tx: Transaction,
  actor: Actor,
  lodging: Lodging,
  dossier: Dossier,
  stated: Stated,
  declaration: DeclarationRecord,
  clearance: ClearanceRecord,
): Promise<Result<Lodged, Failure>> {
  const { world } = ports;
  const { facts, reference, shipment } = dossier;
  const { content, value, assessment } = stated;
  const day = declaration.lawDate;
  const { quotaHeld } = stated;
  const tax = toTaxRecord(world, declaration, assessment, { law: await tx.reference.keep(reference), quotaHeld });
  await tx.taxes.add(tax);
  const { organisationId, shipmentId } = declaration;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "tax_assessed",
    actor: "system",
    stage: "bonded_exit",
    subject: tax.id,
    facts: {
      total: tax.total,
      duty: tax.duty,
      consumption_tax: tax.consumptionTax,
      vat: tax.vat,
      currency: tax.currency,
      decision: tax.decisionHash ?? "",
    },
  });
  const held = await reserveQuota(tx, world, declaration, value.total, reference);
  if (!held.ok) return held;
  const booked = await reserveStock(tx, world, declaration);
  if (!booked.ok) return booked;
  // What the version before reserved is free after year and book are held: one order of locks everywhere.
  await freeGuarantee(tx, world, clearance, actor.id);
  const standing = await creditStanding(tx, declaration.officeOrganisationId, content, toDecimal(value.total), day);
  if (lodging.security === "guarantee") {
    const secured = await secureByGuarantee(tx, world, actor, { tax, clearance, declaration, standing });
    if (!secured.ok) return secured;
  }
  const risk = await assessRisk(tx, ports, {
    content,
    value,
    facts,
    reference,
    day,
    clearance,
    declaration,
    standing,
    isReviewedBefore: false,
    hitsPassed: [],
    isConsigneeExplained: false,
  });
  const asked = { content, facts, reference, day, consumerName: shipment.consumer?.name ?? null };
  await askRequirements(tx, world, { clearance, ...asked });
  // The second gate can be prepared while the first one runs; what it asks is worked out anew when it opens.
  const next = await tx.clearances.ofStage(shipmentId, "domestic_distribution");
  if (next?.openedAt === null) await askRequirements(tx, world, { clearance: next, ...asked, isAhead: true });
  await oweDeclared(tx, world, declaration);
  const entered = await enterLane(tx, world, clearance, risk, ["declaration_lodged"]);
  if (!entered.ok) return entered;
  return ok({ version: declaration.version, lane: risk.lane, score: risk.score });
}
