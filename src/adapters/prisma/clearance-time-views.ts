import type { ClearanceTimeView, ShipmentTimeView } from "@/contracts/views/clearance-time";
import type { TimelineView } from "@/contracts/views/timeline";
import { type AttributedTime, attribute, sinceInstant, totalOf } from "@/domain/clearance-time/attribute";
import { compareEffort, sumComparisons } from "@/domain/clearance-time/baseline";
import type { LegalClock } from "@/domain/clearance-time/legal-clock";
import { byPhase, sumPhases } from "@/domain/clearance-time/phases";
import { type Prediction, predict, promiseByLane, usualPace } from "@/domain/clearance-time/promise";
import { MINUTE_OWNERS } from "@/domain/clearance-time/work";
import { formatDecimal } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { toDecimal } from "@/domain/shared/money";
import { beginningOf, CLOCK_FACTS, type ClockRow, clocksOf } from "./clearance-time-clocks";
import { agreementsOn, type TimeLaw, timeLawOn } from "./clearance-time-law";
import { type ActedEvent, releasedBetween, statedBy, strictest } from "./clearance-time-rows";
import { underway, underwayTotals } from "./clearance-time-underway";
import { type Scope, visibleShipment } from "./scope";

/** The reads of time: of one shipment, of the releases in a window, and of what is under way. */
export const clearanceTime = { ofShipment, inWindow, underway };

/** So many of what is under way come with a window; the rest is read page by page. */
const UNDERWAY_SHOWN = 50;
const PACE_DAYS = 30;

/** The time of a shipment out of the events that the actor sees; null where there is none. */
async function ofShipment(scope: Scope, id: string, timeline: TimelineView): Promise<ShipmentTimeView | null> {
  const row = await scope.db.shipment.findFirst({ where: { id, ...visibleShipment(scope) }, include: CLOCK_FACTS });
  const now = scope.world.now().getTime();
  const events: readonly ActedEvent[] = timeline.entries.map((entry) => ({ ...entry, at: Date.parse(entry.at) }));
  const time = attribute(events, now);
  if (!row || !time) return null;
  const law = await timeLawOn(scope, scope.world.today());
  const { lodgedAt } = time;
  const stated = lodgedAt === null ? undefined : (await statedBy(scope, [id])).get(id);
  // The law asks for the release by customs; of what is seen here, so that who looks blind sees no release.
  const releasedAt = releaseAt(events, "bonded_exit");
  const clocks = clocksOf(scope, row, { lodgedAt, releasedAt }, law, await agreementsOn(scope, scope.world.today()));
  return {
    from: iso(time.from),
    to: iso(time.to),
    isOver: time.isOver,
    lodgedAt: lodgedAt === null ? null : iso(lodgedAt),
    total: totalOf(time.owners),
    owners: time.owners,
    phases: byPhase(time),
    spans: time.spans.map(({ from, to, owner, work }) => ({
      ...{ from: iso(from), to: iso(to), owner },
      // A broker knows no alerts: what one holds is held.
      work: work === "alert" ? ("hold" as const) : work,
    })),
    arrivedOn: row.arrivedOn,
    clocks: clocks.map(toClockView),
    promise: {
      ...law.promise,
      prediction: time.isOver ? null : await predictionOf(scope, row, time, law),
      took:
        releaseAt(events, "domestic_distribution") !== null && lodgedAt !== null
          ? totalOf(sinceInstant(time, lodgedAt))
          : null,
    },
    baseline: stated ? { ...compareEffort(events, stated, law.assumed), stated } : null,
    assumptions: law.assumptions.map(toAssumption),
  };
}

function releaseAt(events: readonly ActedEvent[], stage: string): number | null {
  return events.find((event) => event.kind === "release_granted" && event.stage === stage)?.at ?? null;
}

async function predictionOf(
  scope: Scope,
  row: ClockRow,
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

function toClockView({ fee, ...clock }: LegalClock): ShipmentTimeView["clocks"][number] {
  return { ...clock, fee: fee && { amount: formatDecimal(toDecimal(fee)), currency: fee.currency } };
}

function toAssumption({ code, value, unit, citation, validFrom }: TimeLaw["assumptions"][number]) {
  return { code, value, unit, validFrom, citation };
}

/** What the releases of the days took, what one declaration saved, and which clocks run now. */
async function inWindow(
  scope: Scope,
  { from, before }: { readonly from: LocalDate; readonly before: LocalDate },
): Promise<ClearanceTimeView> {
  const law = await timeLawOn(scope, scope.world.today());
  const released = await releasedBetween(scope, new Date(beginningOf(from)), new Date(beginningOf(before)));
  const shipments = released.map(({ shipmentId, reference, regime, lane, lodgedAt, time, events, stated }) => ({
    ...{ id: shipmentId, reference, regime, lane, lodgedAt: iso(lodgedAt), owners: time.owners },
    took: totalOf(sinceInstant(time, lodgedAt)),
    ...compareEffort(events, stated, law.assumed),
    stated,
  }));
  const owners = { broker: 0, system: 0, officer: 0, authority: 0, payer: 0 };
  for (const { time } of released) for (const owner of MINUTE_OWNERS) owners[owner] += time.owners[owner];
  const running = await underway(scope, { limit: UNDERWAY_SHOWN });
  const regimes = [...new Set(shipments.map(({ regime }) => regime))].sort();
  return {
    ...{ from, before, promise: law.promise, owners, total: totalOf(owners) },
    phases: sumPhases(released.map(({ time }) => byPhase(time))),
    lanes: promiseByLane(released, law.promise.limit),
    baseline: {
      ...sumComparisons(shipments),
      byRegime: regimes.map((regime) => {
        const own = shipments.filter((each) => each.regime === regime);
        return { regime, shipments: own.length, ...sumComparisons(own) };
      }),
      assumptions: law.assumptions.map(toAssumption),
    },
    shipments,
    underway: running.rows,
    underwayNext: running.nextCursor,
    underwayTotals: await underwayTotals(scope),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
