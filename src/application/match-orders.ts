import type { Failure } from "@/contracts/problem";
import { STAGES } from "@/domain/clearance/lifecycle";
import { err, ok, type Result } from "@/domain/shared/result";
import type { MatchContext } from "@/domain/three-documents/context";
import type { Triple } from "@/domain/three-documents/documents";
import { inventoryOf } from "@/domain/three-documents/inventory";
import { type MatchLaw, matchLaw } from "@/domain/three-documents/law";
import { blockingResults, matchPoints, matchTriple } from "@/domain/three-documents/match";
import { type Actor, authorise } from "./actor";
import { yearOf } from "./hold-quota";
import type { MatchRecord, OrderHistory, OrderRecord } from "./order-record";
import { type OrderStock, stockOf } from "./order-stock";
import type { RetailShipment, Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** The regime of goods that a consumer buys out of the zone. */
const REGIME = "1210";

/**
 * Holds orders against their payments, parcels and declarations, keeps what each rule said, and makes a shipment of every
 * one that agrees and has none yet. Orders that a record is missing of, and those that are lodged or left out, stay as
 * they are.
 */
export function matchOrders(
  { inTransaction, world }: Ports,
  actor: Actor,
  messageId: string,
  orderIds: readonly string[],
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "match_orders");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    await tx.orders.lockFeeds();
    const orders = (await tx.orders.get(orderIds)).filter(isComplete);
    const day = world.today();
    const codes = [...new Set(orders.flatMap(({ order }) => order.lines.flatMap((line) => line.commodityCode ?? [])))];
    const law = matchLaw(await tx.reference.on(day, codes), day);
    if (!law.ok) return err(lawMissing(law.error, day));
    const stock = await stockOf(
      tx,
      orders.map(({ order }) => order),
    );
    const matches = await matchAll(tx, world, orders, law.value, stock);
    if (matches.length > 0) await tx.orders.recordMatches(matches);
    for (const order of orders) await nameBuyer(tx, actor, order);
    const matched = new Set(matches.filter((each) => each.state === "matched").map((each) => each.orderId));
    await makeShipments(
      tx,
      world,
      actor,
      orders.filter((order) => order.shipmentId === null && matched.has(order.id)),
      stock,
    );
    return ok(undefined);
  });
}

type Complete = OrderRecord & { readonly [K in "payment" | "waybill"]: NonNullable<OrderRecord[K]> };

function isComplete(order: OrderRecord): order is Complete {
  const isOpen = order.state !== "lodged" && order.state !== "excluded";
  return isOpen && order.payment !== null && order.waybill !== null;
}

function lawMissing(missing: readonly string[], day: string): Failure {
  return {
    kind: "not_ready",
    issues: missing.map((parameter) => ({
      code: "parameter_missing",
      severity: "error",
      field: "match",
      documentId: null,
      fieldId: null,
      owner: "admin",
      parameters: { parameter, day },
    })),
  };
}

async function matchAll(
  tx: Transaction,
  world: World,
  orders: readonly Complete[],
  law: MatchLaw,
  stock: OrderStock | null,
): Promise<readonly MatchRecord[]> {
  const days = Number(law.values.resale_window_days.units);
  const history = await tx.orders.history(orders, days, yearOf(law.day));
  return orders.map((order) => {
    const bookAvailable = stock?.availableTo(order.order) ?? null;
    const context = { ...contextOf(tx, world, law, history.get(order.id)), bookAvailable };
    const results = matchTriple(tripleOf(order), context);
    const state = blockingResults(results).length > 0 ? "mismatched" : "matched";
    return { orderId: order.id, state, points: matchPoints(results), results };
  });
}

/** The order with its records, and what was declared of it, or would be now. */
function tripleOf({ order, payment, waybill, declared }: Complete): Triple {
  return { order, payment, waybill, inventory: declared ?? inventoryOf(order, waybill) };
}

const NOTHING: OrderHistory = {
  waybillUses: [],
  paymentUses: [],
  sharedBy: { phone: 1, address: 1, device: 1, payer: 1 },
  quotaHeld: "0",
};

function contextOf(
  tx: Pick<Transaction, "orders">,
  world: World,
  law: MatchLaw,
  history: OrderHistory = NOTHING,
): Omit<MatchContext, "bookAvailable"> {
  return { law, now: world.now().toISOString(), simplify: tx.orders.simplify, ...history };
}

/** One shipment for one order, with its consumer; all of a batch in few queries. */
async function makeShipments(
  tx: Transaction,
  world: World,
  actor: Actor,
  orders: readonly Complete[],
  stock: OrderStock | null,
): Promise<void> {
  if (orders.length === 0) return;
  const { organisationId } = actor;
  const references = await tx.shipments.nextReferences(orders.length);
  // Where there is one office it is meant; among several nobody guesses, and the check before lodging asks for it.
  const offices = await tx.shipments.offices();
  const office = offices.length === 1 ? offices[0] : null;
  const made: readonly RetailShipment[] = orders.map(({ order }, index) => ({
    shipment: {
      organisationId,
      id: world.newId(),
      reference: references[index] ?? "",
      regime: REGIME,
      officeOrganisationId: office?.organisationId ?? null,
      officeId: office?.id ?? null,
      consumer: null,
      arrivedOn: null,
      createdBy: actor.id,
      createdAt: world.now(),
    },
    consumer: { name: order.buyer.name, identityNumber: order.buyer.idNumber },
  }));
  await tx.shipments.addRetail(made);
  await tx.clearances.addMany(made.flatMap(({ shipment }) => STAGES.map((stage) => clearance(world, shipment, stage))));
  await tx.orders.link(
    made.map(({ shipment }, index) => ({ orderId: orders[index]?.id ?? "", shipmentId: shipment.id })),
  );
  for (const [index, { shipment }] of made.entries()) await chooseItems(tx, actor, shipment.id, orders[index], stock);
  await tx.evidence.begin(
    made.flatMap(({ shipment }, index) => {
      const base = { organisationId, shipmentId: shipment.id, actor: actor.id, stage: null };
      const orderId = orders[index]?.id ?? "";
      return [
        {
          ...base,
          kind: "shipment_opened" as const,
          subject: shipment.id,
          facts: { reference: shipment.reference, regime: REGIME },
        },
        { ...base, kind: "order_matched" as const, subject: orderId, facts: recordsOf(orders[index]) },
        { ...base, kind: "consumer_named" as const, subject: shipment.id, facts: {} },
      ];
    }),
  );
}

/** The items that an order names by their numbers are those that its goods are taken from. */
async function chooseItems(
  tx: Transaction,
  actor: Actor,
  shipmentId: string,
  record: Complete | undefined,
  stock: OrderStock | null,
): Promise<void> {
  for (const { number: line, itemRecordNumber } of record?.order.lines ?? []) {
    const item = record && stock?.itemOf(record.order, itemRecordNumber);
    if (item) await tx.books.choose(shipmentId, { line, itemId: item.id, lotId: null }, actor.id);
  }
}

/** The buyer of the records that are matched now is the consumer: they may have been another's when the shipment was made. */
async function nameBuyer(tx: Transaction, actor: Actor, { shipmentId, order }: Complete): Promise<void> {
  const shipment = shipmentId ? await tx.shipments.get(shipmentId) : null;
  if (!shipment) return;
  const { name, idNumber: identityNumber } = order.buyer;
  const { organisationId, id } = shipment;
  await tx.shipments.nameConsumer(id, { name, identityNumber });
  const base = { organisationId, shipmentId: id, actor: actor.id, stage: null, subject: id, facts: {} };
  await tx.evidence.append({ ...base, kind: "consumer_named" });
}

function recordsOf(order: Complete | undefined): Readonly<Record<string, string>> {
  return order ? { order: order.id, payment: order.payment.id, waybill: order.waybill.id } : {};
}

function clearance(world: World, shipment: RetailShipment["shipment"], stage: (typeof STAGES)[number]) {
  return {
    organisationId: shipment.organisationId,
    id: world.newId(),
    shipmentId: shipment.id,
    stage,
    state: "opened" as const,
    lane: null,
    declarationId: null,
    openedAt: stage === "bonded_exit" ? world.now() : null,
    releasedAt: null,
    version: 1,
  };
}
