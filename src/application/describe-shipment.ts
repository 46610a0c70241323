import type { Failure } from "@/contracts/problem";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { isResidentNumber } from "@/domain/declaration/consumer";
import type { Regime } from "@/domain/declaration/declaration";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { EvidenceKind } from "./evidence-record";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ShipmentRecord } from "./records";

interface Description {
  readonly regime?: Regime | undefined;
  readonly officeId?: string | undefined;
  readonly consumer?: { readonly name: string; readonly identityNumber: string } | undefined;
  /** The day on which the conveyance declared its arrival; null takes it back. */
  readonly arrivedOn?: LocalDate | null | undefined;
}

/**
 * The broker chooses the regime and the office, states the day of arrival and, for a retail import, names the consumer,
 * whose identity number is sealed at once. What is lodged and can no longer be amended is not described anew.
 */
export function describeShipment(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  shipmentId: string,
  { regime, officeId, consumer, arrivedOn }: Description,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "edit_shipment");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(shipmentId);
    const loaded = await openToDescription(tx, actor, shipmentId);
    if (!loaded.ok) return loaded;
    const shipment = loaded.value;
    const own = await checkOrder(tx, shipment, { regime, consumer });
    if (!own.ok) return own;
    if (regime && regime !== shipment.regime) {
      await tx.shipments.chooseRegime(shipmentId, regime);
      await witness(tx, actor, shipment, "regime_chosen", { regime });
    }
    const chosen = await chooseOffice(tx, actor, shipment, officeId);
    if (!chosen.ok) return chosen;
    const named = await nameConsumer(tx, actor, shipment, consumer);
    if (!named.ok) return named;
    const arrived = await stateArrival(tx, world, actor, shipment, arrivedOn);
    if (!arrived.ok) return arrived;
    await tx.announce(shipment.organisationId, shipmentId, {});
    return ok(undefined);
  });
}

async function openToDescription(
  tx: Transaction,
  actor: Actor,
  shipmentId: string,
): Promise<Result<ShipmentRecord, Failure>> {
  const shipment = await tx.shipments.get(shipmentId);
  const own = found(shipment?.organisationId === actor.organisationId ? shipment : null, "shipment");
  if (!own.ok) return own;
  const exit = found(await tx.clearances.ofStage(shipmentId, "bonded_exit"), "clearance");
  if (!exit.ok) return exit;
  const { state } = exit.value;
  return takesDeclaration(state) ? own : err({ kind: "illegal_transition", state, event: "declaration_amended" });
}

/** Regime and consumer of an order are what its records say: a corrected record changes them, nobody else. */
async function checkOrder(
  tx: Transaction,
  shipment: ShipmentRecord,
  { regime, consumer }: Pick<Description, "regime" | "consumer">,
): Promise<Result<void, Failure>> {
  const isOther = consumer !== undefined || (regime !== undefined && regime !== shipment.regime);
  if (!isOther || !(await tx.orders.ofShipment(shipment.id))) return ok(undefined);
  return err({ kind: "invalid_input", pointer: consumer ? "/consumer" : "/regime", fault: "shipment_of_order" });
}

async function chooseOffice(
  tx: Transaction,
  actor: Actor,
  shipment: ShipmentRecord,
  officeId: Description["officeId"],
): Promise<Result<void, Failure>> {
  if (!officeId || officeId === shipment.officeId) return ok(undefined);
  const office = found((await tx.shipments.offices()).find((each) => each.id === officeId) ?? null, "customs office");
  if (!office.ok) return office;
  await tx.shipments.chooseOffice(shipment.id, office.value);
  await witness(tx, actor, shipment, "office_chosen", { office: office.value.code });
  return ok(undefined);
}

async function nameConsumer(
  tx: Transaction,
  actor: Actor,
  shipment: ShipmentRecord,
  consumer: Description["consumer"],
): Promise<Result<void, Failure>> {
  if (!consumer) return ok(undefined);
  const identityNumber = consumer.identityNumber.trim().toUpperCase();
  if (!isResidentNumber(identityNumber)) {
    return err({
      kind: "invalid_input",
      pointer: "/consumer/identityNumber",
      fault: "check_character",
    });
  }
  await tx.shipments.nameConsumer(shipment.id, { name: consumer.name.trim(), identityNumber });
  await witness(tx, actor, shipment, "consumer_named", {});
  return ok(undefined);
}

/** Only what happened is stated: a day that is still to come is an expectation. */
async function stateArrival(
  tx: Transaction,
  world: World,
  actor: Actor,
  shipment: ShipmentRecord,
  arrivedOn: Description["arrivedOn"],
): Promise<Result<void, Failure>> {
  if (arrivedOn === undefined || arrivedOn === shipment.arrivedOn) return ok(undefined);
  if (arrivedOn !== null && arrivedOn > world.today())
    return err({ kind: "invalid_input", pointer: "/arrivedOn", fault: "arrival_day_ahead" });
  await tx.shipments.stateArrival(shipment.id, arrivedOn);
  await witness(tx, actor, shipment, "arrival_stated", { arrived_on: arrivedOn ?? "" });
  return ok(undefined);
}

function witness(
  tx: Transaction,
  actor: Actor,
  shipment: ShipmentRecord,
  kind: EvidenceKind,
  facts: Record<string, string>,
): Promise<void> {
  const { organisationId, id } = shipment;
  return tx.evidence.append({ organisationId, shipmentId: id, kind, actor: actor.id, stage: null, subject: id, facts });
}
