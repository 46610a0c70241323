import type { Failure } from "@/contracts/problem";
import { CONSIGNEE_DIFFERS } from "@/domain/clearance/requirements";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { toDecimal } from "@/domain/shared/money";
import { ok, type Result } from "@/domain/shared/result";
import { customsValue } from "@/domain/valuation/customs-value";
import { type Actor, authorise } from "./actor";
import { enterLane } from "./advance";
import { askRequirements } from "./ask-requirements";
import { assessRisk, type RiskPorts } from "./assess-risk";
import { creditStanding } from "./credit-standing";
import { gatherDossier } from "./dossier";
import { passedHits, wasPassed } from "./earlier-looks";
import { found, lockedClearance } from "./load";
import type { Transaction, UnitOfWork } from "./ports";
import type { ClearanceRecord, ShipmentRecord } from "./records";

interface Ports extends RiskPorts {
  readonly inTransaction: UnitOfWork;
}

/**
 * Opens the second gate with everything that the first one knows: the requirements of the domestic market, then, when
 * all are met, its own risk assessment and its own lane. Nothing is typed again, and nothing is decided for it by the
 * first gate.
 */
export function assessClearance(
  ports: Ports,
  actor: Actor,
  messageId: string,
  clearanceId: string,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "assess");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    const clearance = await lockedClearance(tx, clearanceId);
    if (!clearance.ok) return clearance;
    // What is evidenced before the gate opens is looked at then.
    if (clearance.value.state !== "opened" || clearance.value.openedAt === null) return ok(undefined);
    const assessed = await assessSecondGate(ports, tx, clearance.value);
    if (!assessed.ok) return assessed;
    await tx.announce(clearance.value.organisationId, clearance.value.shipmentId, {});
    return ok(undefined);
  });
}

async function assessSecondGate(
  ports: Ports,
  tx: Transaction,
  clearance: ClearanceRecord,
): Promise<Result<void, Failure>> {
  const { world } = ports;
  const shipment = found(await tx.shipments.get(clearance.shipmentId), "shipment");
  if (!shipment.ok) return shipment;
  const declaration = found(await tx.declarations.latest(clearance.shipmentId), "declaration");
  if (!declaration.ok) return declaration;
  const { content, lawDate, id: declarationId } = declaration.value;
  const day = world.today();
  const { facts, reference } = await gatherDossier(tx, shipment.value, day);
  // The value stays the one of the lodging, whatever the rate of exchange is today.
  const valued = customsValue(content, await tx.reference.on(lawDate, []), lawDate);
  if (!valued.ok) throw new Error(`The lodged declaration ${declarationId} cannot be valued again`);
  const exit = await tx.clearances.ofStage(clearance.shipmentId, "bonded_exit");
  const isReviewedBefore = exit?.declarationId === declarationId && (await wasPassed(tx, exit.id, exit.declarationId));
  const isAssessed = (await tx.risks.ofClearance(clearance.id)) !== null;
  const requirements = await askRequirements(tx, world, {
    clearance,
    content,
    facts,
    reference,
    day,
    consumerName: declaredConsumer(shipment.value, content),
  });
  const isComplete = requirements.every((each) => each.state === "verified" || each.state === "waived");
  if (!isComplete || isAssessed) return ok(undefined);
  const risk = await assessRisk(tx, ports, {
    content,
    value: valued.value,
    facts,
    reference,
    day,
    clearance,
    declaration: declaration.value,
    standing: await creditStanding(
      tx,
      declaration.value.officeOrganisationId,
      content,
      toDecimal(valued.value.total),
      day,
    ),
    isReviewedBefore,
    // The same goods are not stopped twice by a hit that an officer looked into.
    hitsPassed: isReviewedBefore && exit ? await passedHits(tx, exit.id, declarationId) : [],
    isConsigneeExplained: requirements.some(({ reason }) => reason === CONSIGNEE_DIFFERS),
  });
  return enterLane(tx, world, clearance, risk, ["documents_accepted", "declaration_lodged"]);
}

/** The name of the consumer who was declared; somebody whom the broker named since is not the one. */
function declaredConsumer({ consumer }: ShipmentRecord, content: DeclarationContent): string | null {
  return consumer && consumer.identityToken === content.consumer?.identityToken ? consumer.name : null;
}
