import type { Stage } from "@/domain/clearance/lifecycle";
import { attribute } from "@/domain/clearance-time/attribute";
import type { LodgedTime } from "@/domain/clearance-time/promise";
import type { TimedEvent } from "@/domain/clearance-time/work";
import { groupBy } from "@/domain/insight/rows";
import { LANES, type Lane } from "@/domain/selectivity/lanes";
import type { Scope } from "./scope";

interface EventRow {
  readonly shipment_id: string;
  readonly sequence: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: string;
  readonly stage: Stage | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
}

interface ShipmentRow {
  readonly id: string;
  readonly reference: string;
  readonly regime: string;
  readonly lanes: readonly (Lane | null)[];
}

/** An event with who did it. */
export type ActedEvent = TimedEvent & { readonly actor: string };

/** A lodged shipment with its time and its events. */
export type Measured = LodgedTime & { readonly events: readonly ActedEvent[] };

/** The organisation's shipments that were released at gate two between two instants, with their events. */
export async function releasedBetween(scope: Scope, from: Date, before: Date): Promise<readonly Measured[]> {
  const { db, organisationId } = scope;
  const rows = await db.$queryRaw<ShipmentRow[]>`
    select s.id, s.reference, s.regime,
      (select array_agg(c.lane::text) from clearance c where c.organisation_id = s.organisation_id and c.shipment_id = s.id) as lanes
    from shipment s
    join clearance g on g.organisation_id = s.organisation_id and g.shipment_id = s.id
      and g.stage = 'domestic_distribution' and g.released_at >= ${from} and g.released_at < ${before}
    where s.organisation_id = ${organisationId}::uuid
    order by g.released_at desc, s.id desc`;
  return measured(scope, rows);
}

/** The events of the shipments, and the time that they make. What was never lodged is left out. */
async function measured(scope: Scope, shipments: readonly ShipmentRow[]): Promise<readonly Measured[]> {
  const { db, organisationId, world } = scope;
  if (shipments.length === 0) return [];
  const rows = await db.$queryRaw<EventRow[]>`
    select shipment_id, sequence, floor(1000 * extract(epoch from at))::float8 as at, kind, actor, stage::text as stage,
      subject, facts
    from evidence_entry
    where organisation_id = ${organisationId}::uuid and shipment_id = any(${shipments.map(({ id }) => id)}::uuid[])
    order by shipment_id, sequence`;
  const byShipment = groupBy(rows, ({ shipment_id }) => shipment_id);
  return shipments.flatMap(({ id, reference, regime, lanes }) => {
    const events = (byShipment.get(id) ?? []).map(({ shipment_id: _of, ...event }) => event);
    const time = attribute(events, world.now().getTime());
    if (time === null || time.lodgedAt === null) return [];
    const lane = strictest(lanes);
    return [{ shipmentId: id, reference, regime, lane, lodgedAt: time.lodgedAt, isReleased: true, time, events }];
  });
}

/** Of the lanes of both gates the one that lets through least. */
export function strictest(lanes: readonly (Lane | null)[]): Lane | null {
  return LANES.findLast((lane) => lanes.includes(lane)) ?? null;
}
