import type { NextClockView } from "@/contracts/views/clearance-time";
import {
  type FeedBatchView,
  feedBatchView,
  type OrderFilter,
  type OrderRowView,
  type OrderRuleView,
  type OrderView,
} from "@/contracts/views/order";
import { describeIssue } from "@/contracts/words";
import type { FeedKind } from "@/domain/three-documents/documents";
import { masked } from "@/domain/three-documents/mask";
import type { MatchOwner, RuleId, RuleResult, Stated } from "@/domain/three-documents/outcome";
import { runningClocks } from "./clearance-time-clocks";
import { toNextClock } from "./clearance-time-underway";
import { declarationState } from "./gate-views";
import type { FeedBatch, OrderMatch, OrderPayment, OrderWaybill, Prisma, RetailOrder } from "./generated/client";
import { toResult } from "./order-matches";
import { orderPivot } from "./order-pivot";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of orders. What names people comes masked. */
export const orderReads = { list, get, ofShipment, pivot: orderPivot, batches, batch };

type Row = RetailOrder & { readonly matches: readonly Pick<OrderMatch, "rule">[] };

/** What says of its shipment where the declaration stands. */
const DECLARED = {
  reference: true,
  clearances: { select: { stage: true, state: true } },
  declarations: { select: { version: true }, orderBy: { version: "desc" }, take: 1 },
} as const satisfies Prisma.ShipmentSelect;

const FOUND = {
  matches: { where: { outcome: { not: "met" } }, select: { rule: true }, orderBy: { rule: "asc" } },
} as const;

async function list(scope: Scope, options: OrderFilter & { cursor?: string; limit: number }) {
  const rows = await scope.db.retailOrder.findMany({
    where: { organisationId: scope.organisationId, AND: [filterOf(options), before(options.cursor)] },
    include: FOUND,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  const others = await othersOf(scope, rows);
  const clocks = await clocksBy(scope, rows);
  return page(rows, options, (row) => toRow(row, others, clocks));
}

function filterOf({ state, rule, platform, number, contested }: OrderFilter): Prisma.RetailOrderWhereInput {
  return {
    ...(state ? { state } : {}),
    ...(rule ? { matches: { some: { rule, outcome: { not: "met" } } } } : {}),
    ...(platform ? { platform } : {}),
    ...(number ? { orderNumber: { startsWith: number } } : {}),
    ...(contested ? { contested: { not: null } } : {}),
  };
}

interface Others {
  readonly payment: ReadonlyMap<string, OrderPayment>;
  readonly waybill: ReadonlyMap<string, OrderWaybill>;
}

async function othersOf({ db }: Scope, rows: readonly RetailOrder[]): Promise<Others> {
  const where = {
    organisationId: { in: [...new Set(rows.map((row) => row.organisationId))] },
    orderNumber: { in: rows.map((row) => row.orderNumber) },
  };
  const byKey = <T extends OrderPayment | OrderWaybill>(found: readonly T[]) =>
    new Map(found.map((each) => [keyOf(each), each]));
  return {
    payment: byKey(await db.orderPayment.findMany({ where })),
    waybill: byKey(await db.orderWaybill.findMany({ where })),
  };
}

function keyOf({
  organisationId,
  platform,
  orderNumber,
}: Pick<RetailOrder, "organisationId" | "platform" | "orderNumber">) {
  return JSON.stringify([organisationId, platform, orderNumber]);
}

function recordsOf(row: RetailOrder, { payment, waybill }: Others) {
  const there = [
    ["order", row],
    ["payment", payment.get(keyOf(row))],
    ["waybill", waybill.get(keyOf(row))],
  ] as const satisfies readonly (readonly [FeedKind, unknown])[];
  return there.flatMap(([kind, record]) => (record ? [{ kind, record }] : []));
}

type Clocks = ReadonlyMap<string | null, NextClockView>;

/** By the shipment the clock that runs out next, of the shipments of the orders. */
async function clocksBy(scope: Scope, rows: readonly RetailOrder[]): Promise<Clocks> {
  const ids = rows.flatMap(({ shipmentId }) => shipmentId ?? []);
  if (ids.length === 0) return new Map();
  const clocked = await runningClocks(scope, { id: { in: ids } });
  return new Map(clocked.map(({ id, clock }) => [id, toNextClock(clock)]));
}

function toRow(row: Row, others: Others, clocks: Clocks): OrderRowView {
  const records = recordsOf(row, others);
  return {
    id: row.id,
    platform: row.platform,
    orderNumber: row.orderNumber,
    merchant: row.merchant,
    state: row.state as OrderRowView["state"],
    buyerMasked: row.buyerMasked,
    placedAt: row.placedAt.toISOString(),
    goodsValue: row.goodsValue.toFixed(2),
    points: row.points,
    rules: row.matches.map((match) => match.rule as RuleId),
    records: records.map(({ kind }) => kind),
    contested: records.flatMap(({ kind, record }) => (record.contested ? [kind] : [])),
    shipmentId: row.shipmentId,
    askedOf: row.askedOf as MatchOwner | null,
    nextClock: clocks.get(row.shipmentId) ?? null,
  };
}

function get(scope: Scope, id: string): Promise<OrderView | null> {
  return viewOf(scope, { id, organisationId: scope.organisationId });
}

function ofShipment(scope: Scope, shipmentId: string): Promise<OrderView | null> {
  return viewOf(scope, { shipmentId });
}

async function viewOf(scope: Scope, where: Prisma.RetailOrderWhereInput): Promise<OrderView | null> {
  const row = await scope.db.retailOrder.findFirst({
    where,
    include: { matches: { orderBy: { rule: "asc" } }, shipment: { select: DECLARED } },
  });
  if (!row) return null;
  const others = await othersOf(scope, [row]);
  const found = row.matches.filter((match) => match.outcome !== "met");
  return {
    ...toRow({ ...row, matches: found }, others, await clocksBy(scope, [row])),
    excludedReason: row.excludedReason,
    matchedAt: row.matchedAt?.toISOString() ?? null,
    declaredAt: row.declaredAt?.toISOString() ?? null,
    shipmentReference: row.shipment?.reference ?? null,
    isWithdrawn:
      row.shipment !== null &&
      declarationState(row.shipment.declarations[0]?.version, row.shipment.clearances) === "withdrawn",
    contradictions: recordsOf(row, others).flatMap(({ kind, record }) =>
      record.contested ? [{ kind, fields: record.contestedFields }] : [],
    ),
    results: row.matches.map((match) => toRuleView(toResult(scope, match))),
  };
}

function toRuleView({ rule, severity, outcome, compared, findings }: RuleResult): OrderRuleView {
  const code = `match_${rule.toLowerCase()}`;
  return {
    ...{ rule, severity, outcome, code },
    owner: findings[0]?.owner ?? null,
    ...describeIssue({ code, parameters: {} }, "en"),
    compared: compared.map(toStated),
    findings: findings.map(({ values, parameters, ...each }) => ({
      ...each,
      parameters: { ...parameters },
      values: values.map(toStated),
    })),
  };
}

function toStated({ source, field, value, personal }: Stated) {
  return { source, field, value: masked(value, personal), isMasked: personal !== null && value !== "" };
}

async function batches(scope: Scope, options: { cursor?: string; limit: number }) {
  const rows = await scope.db.feedBatch.findMany({
    where: { organisationId: scope.organisationId, ...before(options.cursor) },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, toBatch);
}

async function batch({ db, organisationId }: Scope, id: string): Promise<FeedBatchView | null> {
  const row = await db.feedBatch.findFirst({ where: { id, organisationId } });
  return row && toBatch(row);
}

function toBatch(row: FeedBatch): FeedBatchView {
  const { id, kind, source, receivedAt, accepted, duplicate, contradictory, refused, rowErrors } = row;
  return feedBatchView.parse({
    ...{ id, kind, source, accepted, duplicate, contradictory, refused },
    receivedAt: receivedAt.toISOString(),
    errors: rowErrors,
  });
}
