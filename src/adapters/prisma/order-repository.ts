import type { AnyFeedRecord, ContestedRecord, KeptRecord, KnownRecord, OrderStore } from "@/application/order-record";
import type { Transaction } from "@/application/ports";
import { feedCodeSchema } from "@/contracts/reference";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import {
  FEED_KINDS,
  type FeedKind,
  type Order,
  type OrderKey,
  type Payment,
  type Waybill,
} from "@/domain/three-documents/documents";
import { factsOn } from "./facts-on";
import { orderMatches } from "./order-matches";
import {
  headColumns,
  lineRows,
  openOrder,
  openRecord,
  orderColumns,
  paymentColumns,
  toOrderRecord,
  waybillColumns,
} from "./order-rows";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

/** Orders of retail imports with their payments, parcels and matches. */
export function orderRepository(scope: Scope): Pick<Transaction, "orders"> {
  const { db, organisationId, world, simplify } = scope;
  const orders: OrderStore = {
    simplify,
    codesOn: (day) => factsOn(scope, "feed_code", feedCodeSchema, day),
    tokenOf: (record) => tokenOf(scope, record),
    lockFeeds: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`feeds:${organisationId}`}, 0))`;
    },
    holdFeeds: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${`feeds:${organisationId}`}, 0))`;
    },
    known: (kind, keys) => known(scope, kind, keys),
    add: (kind, records) => add(scope, kind, records),
    replace: async (kind, records) => {
      for (const record of records) await replace(scope, kind, record);
      await unmatch(
        scope,
        records.map(({ record }) => record),
      );
    },
    contest: async (kind, records) => {
      for (const record of records) await contest(scope, kind, record);
    },
    addBatch: async ({ id, kind, source, counts, errors }) => {
      const rowErrors = errors.map((each) => ({ ...each, parameters: { ...each.parameters } }));
      await db.feedBatch.create({
        data: {
          organisationId,
          id,
          kind,
          source,
          receivedBy: scope.actor.id,
          receivedAt: world.now(),
          ...counts,
          rowErrors,
        },
      });
    },
    toMatch: (keys) => toMatch(scope, keys),
    get: async (ids) => ordersOf(scope, { id: { in: [...ids] }, organisationId }),
    ofShipment: async (shipmentId) => (await ordersOf(scope, { shipmentId }))[0] ?? null,
    takeContested: (ids) => takeContested(scope, ids),
    ...orderMatches(scope),
  };
  return { orders };
}

function tokenOf({ vault }: Scope, record: AnyFeedRecord): string {
  return vault.tokenOf(canonicalJson(JSON.parse(JSON.stringify(record))));
}

async function known(scope: Scope, kind: FeedKind, keys: readonly OrderKey[]): Promise<readonly KnownRecord[]> {
  const { db, organisationId } = scope;
  const where = { organisationId, orderNumber: { in: [...new Set(keys.map((key) => key.orderNumber))] } };
  const lodged = new Set(
    (await db.retailOrder.findMany({ where: { ...where, state: "lodged" }, select: KEY })).map(nameOf),
  );
  const asked = new Set(keys.map(nameOf));
  const toKnown = (row: OrderKey & { id: string; contentToken: string }, record: AnyFeedRecord): KnownRecord => ({
    platform: row.platform,
    orderNumber: row.orderNumber,
    id: row.id,
    token: row.contentToken,
    isLodged: lodged.has(nameOf(row)),
    record,
  });
  if (kind === "order") {
    const rows = await db.retailOrder.findMany({ where, include: { lines: true } });
    return rows.filter((row) => asked.has(nameOf(row))).map((row) => toKnown(row, openOrder(scope, row)));
  }
  const rows =
    kind === "payment" ? await db.orderPayment.findMany({ where }) : await db.orderWaybill.findMany({ where });
  return rows.filter((row) => asked.has(nameOf(row))).map((row) => toKnown(row, openRecord(scope, row)));
}

const KEY = { platform: true, orderNumber: true } as const;

function nameOf({ platform, orderNumber }: OrderKey): string {
  return JSON.stringify([platform, orderNumber]);
}

/** What of the record's kind its store holds; the kind is that of the feed that brought it. */
async function add(scope: Scope, kind: FeedKind, records: readonly KeptRecord[]): Promise<void> {
  const { db } = scope;
  const heads = records.map((each) => headColumns(scope, each, tokenOf(scope, each.record)));
  if (kind === "order") {
    const data = records.map(({ record }, at) => ({
      ...orderColumns(scope, record as Order),
      ...headAt(heads, at),
      state: "waiting",
    }));
    await db.retailOrder.createMany({ data });
    await db.retailOrderLine.createMany({
      data: records.flatMap(({ id, record }) => lineRows(scope, id, record as Order)),
    });
  } else if (kind === "payment") {
    await db.orderPayment.createMany({
      data: records.map(({ record }, at) => ({ ...paymentColumns(scope, record as Payment), ...headAt(heads, at) })),
    });
  } else {
    await db.orderWaybill.createMany({
      data: records.map(({ record }, at) => ({ ...waybillColumns(scope, record as Waybill), ...headAt(heads, at) })),
    });
  }
}

function headAt<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error("A record has no head");
  return found;
}

const UNCONTESTED = { contested: null, contestedToken: null, contestedFields: [] };

async function replace(scope: Scope, kind: FeedKind, { id, record }: KeptRecord): Promise<void> {
  const { db, organisationId, world } = scope;
  const where = { organisationId_id: { organisationId, id } };
  const head = { contentToken: tokenOf(scope, record), receivedAt: world.now(), ...UNCONTESTED };
  if (kind === "payment")
    await db.orderPayment.update({ where, data: { ...paymentColumns(scope, record as Payment), ...head } });
  else if (kind === "waybill")
    await db.orderWaybill.update({ where, data: { ...waybillColumns(scope, record as Waybill), ...head } });
  else {
    await db.retailOrder.update({ where, data: { ...orderColumns(scope, record as Order), ...head } });
    await db.retailOrderLine.deleteMany({ where: { organisationId, orderId: id } });
    await db.retailOrderLine.createMany({ data: lineRows(scope, id, record as Order) });
  }
}

/** What the match said was of other records: the orders wait for it again. */
async function unmatch({ db, organisationId }: Scope, keys: readonly OrderKey[]): Promise<void> {
  await db.$executeRaw`
    update retail_order o set state = 'waiting'
    from unnest(${keys.map((key) => key.platform)}::text[], ${keys.map((key) => key.orderNumber)}::text[]) as k(platform, number)
    where o.organisation_id = ${organisationId}::uuid and o.platform = k.platform and o.order_number = k.number
      and o.state in ('matched', 'mismatched')`;
}

async function contest(scope: Scope, kind: FeedKind, { id, record, fields }: ContestedRecord): Promise<void> {
  const { db, organisationId } = scope;
  const where = { organisationId_id: { organisationId, id } };
  const data = {
    contested: sealJson(scope, organisationId, record),
    contestedToken: tokenOf(scope, record),
    contestedFields: [...fields],
  };
  if (kind === "order") await db.retailOrder.update({ where, data });
  else if (kind === "payment") await db.orderPayment.update({ where, data });
  else await db.orderWaybill.update({ where, data });
}

/** The orders of these keys that have all their records, and those that share a payment with one of them. */
async function toMatch({ db, organisationId }: Scope, keys: readonly OrderKey[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with own as (
      select * from unnest(${keys.map((key) => key.platform)}::text[], ${keys.map((key) => key.orderNumber)}::text[]) as own(platform, number)
    ), k as (
      select platform, number from own
      union
      select u.platform, u.order_number from own
      join order_payment p on p.organisation_id = ${organisationId}::uuid and p.platform = own.platform and p.order_number = own.number
      join order_payment u on u.organisation_id = p.organisation_id and u.firm = p.firm and u.transaction = p.transaction
    )
    select o.id::text as id
    from k
    join retail_order o on o.organisation_id = ${organisationId}::uuid and o.platform = k.platform and o.order_number = k.number
    join order_payment p on p.organisation_id = o.organisation_id and p.platform = o.platform and p.order_number = o.order_number
    join order_waybill w on w.organisation_id = o.organisation_id and w.platform = o.platform and w.order_number = o.order_number
    where o.state in ('waiting', 'mismatched', 'matched')
    order by o.id`;
  return [...new Set(rows.map((row) => row.id))];
}

/** Orders that the actor may see, with their payments and parcels: three queries, however many they are. */
export async function ordersOf(
  scope: Scope,
  where: { readonly organisationId?: string; readonly id?: { in: string[] }; readonly shipmentId?: string },
) {
  const { db } = scope;
  const rows = await db.retailOrder.findMany({ where, include: { lines: true }, orderBy: { id: "asc" } });
  const among = {
    organisationId: { in: [...new Set(rows.map((row) => row.organisationId))] },
    orderNumber: { in: rows.map((row) => row.orderNumber) },
  };
  if (rows.length === 0) return [];
  const byOrder = <T extends OrderKey & { organisationId: string }>(records: readonly T[]) =>
    new Map(records.map((each) => [`${each.organisationId}${nameOf(each)}`, each]));
  const payments = byOrder(await db.orderPayment.findMany({ where: among }));
  const waybills = byOrder(await db.orderWaybill.findMany({ where: among }));
  return rows.map((row) => {
    const key = `${row.organisationId}${nameOf(row)}`;
    return toOrderRecord(scope, row, payments.get(key) ?? null, waybills.get(key) ?? null);
  });
}

async function takeContested(scope: Scope, ids: readonly string[]): Promise<readonly string[]> {
  const { db, organisationId } = scope;
  const orders = await db.retailOrder.findMany({
    where: { organisationId, id: { in: [...ids] }, state: { not: "lodged" } },
  });
  const byName = new Map(orders.map((order) => [nameOf(order), order.id]));
  const where = {
    organisationId,
    orderNumber: { in: orders.map((order) => order.orderNumber) },
    contested: { not: null },
  };
  const contested = {
    order: orders.filter((order) => order.contested !== null),
    payment: await db.orderPayment.findMany({ where }),
    waybill: await db.orderWaybill.findMany({ where }),
  };
  const taken = new Set<string>();
  for (const kind of FEED_KINDS)
    for (const row of contested[kind]) {
      const orderId = byName.get(nameOf(row));
      if (orderId === undefined || !row.contested) continue;
      await replace(scope, kind, { id: row.id, record: openJson<AnyFeedRecord>(scope, organisationId, row.contested) });
      taken.add(orderId);
    }
  await unmatch(
    scope,
    orders.filter((order) => taken.has(order.id)),
  );
  return [...taken];
}
