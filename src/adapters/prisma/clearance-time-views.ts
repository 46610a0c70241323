import type { ClearanceTimeView, ShipmentTimeView } from "@/contracts/views/clearance-time";
import type { TimelineView } from "@/contracts/views/timeline";
import { type AttributedTime, attribute, sinceInstant, totalOf } from "@/domain/clearance-time/attribute";
import { compareEffort, sumComparisons } from "@/domain/clearance-time/baseline";
import { type ClockFacts, type LegalClock, legalClocks } from "@/domain/clearance-time/legal-clocks";
import { type Prediction, predict, promiseByLane, usualPace } from "@/domain/clearance-time/promise";
import { MINUTE_OWNERS } from "@/domain/clearance-time/work";
import { isRetail, type Regime } from "@/domain/declaration/declaration";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { toDecimal, toMoney } from "@/domain/shared/money";
import { agreementOn, type TimeLaw, timeLawOn } from "./clearance-time-law";
import { type ActedEvent, releasedBetween, strictest } from "./clearance-time-rows";
import type { Prisma } from "./generated/client";
import { type Scope, visibleShipment } from "./scope";

/** The reads of time: of one shipment, and of a broker's releases in a window. */
export const clearanceTime = { ofShipment, inWindow };

const PACE_DAYS = 30;

const FACTS = {
  clearances: true,
  goodsLines: true,
  documents: { select: { type: true } },
  assessments: { orderBy: { createdAt: "desc" }, take: 1 },
  taxBills: { orderBy: { issuedOn: "asc" } },
  goodsReturns: { where: { state: { not: "cancelled" } }, orderBy: { id: "asc" } },
} as const satisfies Prisma.ShipmentInclude;
type Row = Prisma.ShipmentGetPayload<{ include: typeof FACTS }>;

/** The time of a shipment out of the events that the actor sees; null where there is none. */
async function ofShipment(scope: Scope, id: string, timeline: TimelineView): Promise<ShipmentTimeView | null> {
  const row = await scope.db.shipment.findFirst({ where: { id, ...visibleShipment(scope) }, include: FACTS });
  const now = scope.world.now().getTime();
  const events: readonly ActedEvent[] = timeline.entries.map((entry) => ({ ...entry, at: Date.parse(entry.at) }));
  const time = attribute(events, now);
  if (!row || !time) return null;
  const law = await timeLawOn(scope, scope.world.today());
  const isReleased = isThrough(events);
  const { lodgedAt } = time;
  return {
    from: iso(time.from),
    to: iso(time.to),
    isOver: time.isOver,
    lodgedAt: lodgedAt === null ? null : iso(lodgedAt),
    total: totalOf(time.owners),
    owners: time.owners,
    spans: time.spans.map(({ from, to, owner, work }) => ({
      ...{ from: iso(from), to: iso(to), owner },
      // A broker knows no alerts: what one holds is held.
      work: work === "alert" ? ("hold" as const) : work,
    })),
    arrivedOn: row.arrivedOn,
    clocks: (await clocksOf(scope, row, time, events, law)).map(toClockView),
    promise: {
      ...law.promise,
      prediction: time.isOver ? null : await predictionOf(scope, row, time, law),
      took: isReleased && lodgedAt !== null ? totalOf(sinceInstant(time, lodgedAt)) : null,
    },
    baseline: compareEffort(events, law.secondsOf),
  };
}

function isThrough(events: readonly ActedEvent[]): boolean {
  return events.some(({ kind, stage }) => kind === "release_granted" && stage === "domestic_distribution");
}

async function predictionOf(
  scope: Scope,
  row: Row,
  time: AttributedTime,
  { promise }: TimeLaw,
): Promise<Prediction | null> {
  // The pace is that of the organisation's own releases; another's releases are not the reader's to know.
  if (time.lodgedAt === null || row.organisationId !== scope.organisationId) return null;
  const now = scope.world.now();
  const released = await releasedBetween(scope, new Date(now.getTime() - PACE_DAYS * 24 * 3_600_000), now);
  const lane = strictest(row.clearances.map((each) => each.lane));
  const pace = usualPace(released, lane);
  const { id: shipmentId, reference, regime } = row;
  const lodged = { shipmentId, reference, regime, lane, lodgedAt: time.lodgedAt, isReleased: false, time };
  return pace && predict(lodged, pace, promise.limit);
}

async function clocksOf(
  scope: Scope,
  row: Row,
  { lodgedAt }: AttributedTime,
  events: readonly ActedEvent[],
  law: TimeLaw,
): Promise<readonly LegalClock[]> {
  const { world } = scope;
  const dayOf = (at: number) => world.dayOf(new Date(at));
  // The law asks for the release by customs; of what is seen here, so that who looks blind sees no release.
  const release = events.find(({ kind, stage }) => kind === "release_granted" && stage === "bonded_exit");
  const [tax] = row.assessments;
  const facts: ClockFacts = {
    arrivedOn: row.arrivedOn,
    arrivalBegins: row.arrivedOn === null ? null : beginningOf(row.arrivedOn),
    lodged: lodgedAt === null ? null : { at: lodgedAt, on: dayOf(lodgedAt) },
    customsValue: tax ? toMoney(decimal(tax.customsValue.toFixed(2)), tax.currency) : null,
    released: release ? { at: release.at, on: dayOf(release.at) } : null,
    bills: row.taxBills.map(({ number, issuedOn, dueOn, paidAt }) => ({
      ...{ number, issuedOn, dueOn },
      paidOn: paidAt && world.dayOf(paidAt),
    })),
    isRetail: isRetail(row.regime as Regime),
    returns: row.goodsReturns.map(({ appliedOn, arriveBy, arrivedOn }) => ({ appliedOn, arriveBy, arrivedOn })),
  };
  const isExpress = row.documents.some(({ type }) => type === "express_waybill");
  const agreement = await agreementOn(scope, world.today(), row.goodsLines, isExpress);
  return legalClocks(facts, { ...law.clocks, agreement }, { at: world.now().getTime(), today: world.today() });
}

/** Customs offices keep China Standard Time, which knows no summer. */
function beginningOf(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

function toClockView({ fee, ...clock }: LegalClock): ShipmentTimeView["clocks"][number] {
  return { ...clock, fee: fee && { amount: formatDecimal(toDecimal(fee)), currency: fee.currency } };
}

/** What the organisation's releases of the days took, and what one declaration saved. */
async function inWindow(
  scope: Scope,
  { from, before }: { readonly from: LocalDate; readonly before: LocalDate },
): Promise<ClearanceTimeView> {
  const law = await timeLawOn(scope, scope.world.today());
  const released = await releasedBetween(scope, new Date(beginningOf(from)), new Date(beginningOf(before)));
  const shipments = released.map(({ shipmentId, reference, regime, lane, lodgedAt, time, events }) => ({
    ...{ id: shipmentId, reference, regime, lane, lodgedAt: iso(lodgedAt), owners: time.owners },
    took: totalOf(sinceInstant(time, lodgedAt)),
    ...compareEffort(events, law.secondsOf),
  }));
  const owners = { broker: 0, system: 0, officer: 0, authority: 0, payer: 0 };
  for (const { time } of released) for (const owner of MINUTE_OWNERS) owners[owner] += time.owners[owner];
  return {
    ...{ from, before, promise: law.promise, owners, total: totalOf(owners) },
    lanes: promiseByLane(released, law.promise.limit),
    baseline: {
      ...sumComparisons(shipments),
      assumptions: law.assumptions.map(({ code, value, unit, citation }) => ({ code, value, unit, citation })),
    },
    shipments,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
