import type { Stage } from "@/domain/clearance/lifecycle";
import { attribute } from "@/domain/clearance-time/attribute";
import type { LodgedTime } from "@/domain/clearance-time/promise";
import { type StatedValues, statedValues } from "@/domain/clearance-time/stated-values";
import type { TimedEvent } from "@/domain/clearance-time/work";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { groupBy } from "@/domain/insight/rows";
import { LANES, type Lane } from "@/domain/selectivity/lanes";
import { blindOf } from "./review-blind";
import { ofVisibleShipment, type Scope } from "./scope";
import { openJson } from "./sealed";

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
  readonly organisation_id: string;
  readonly reference: string;
  readonly regime: string;
  readonly lanes: readonly (Lane | null)[];
}

/** An event with who did it. */
export type ActedEvent = TimedEvent & { readonly actor: string };

/** A lodged shipment with its time, its events and what its declaration states. */
export type Measured = LodgedTime & {
  readonly organisationId: string;
  readonly events: readonly ActedEvent[];
  readonly stated: StatedValues;
};

/**
 * The shipments that were released at gate two between two instants, with their events: the organisation's own, for an
 * authority those that were lodged with it. What the actor looks at without seeing its ruling is left out.
 */
export async function releasedBetween(scope: Scope, from: Date, before: Date): Promise<readonly Measured[]> {
  const { db, organisationId } = scope;
  const rows = await db.$queryRaw<ShipmentRow[]>`
    select s.id, s.organisation_id, s.reference, s.regime,
      (select array_agg(c.lane::text) from clearance c where c.organisation_id = s.organisation_id and c.shipment_id = s.id) as lanes
    from shipment s
    join clearance g on g.organisation_id = s.organisation_id and g.shipment_id = s.id
      and g.stage = 'domestic_distribution' and g.released_at >= ${from} and g.released_at < ${before}
    where s.organisation_id = ${organisationId}::uuid
      or exists (select 1 from access_grant a where a.organisation_id = s.organisation_id and a.shipment_id = s.id
        and a.grantee_organisation_id = ${organisationId}::uuid)
    order by g.released_at desc, s.id desc`;
  const blind = new Set((await blindOf(scope)).map(({ shipmentId }) => shipmentId));
  return measured(
    scope,
    rows.filter(({ id }) => !blind.has(id)),
  );
}

/** The events of the shipments, and the time that they make. What was never lodged is left out. */
async function measured(scope: Scope, shipments: readonly ShipmentRow[]): Promise<readonly Measured[]> {
  const { db, world } = scope;
  if (shipments.length === 0) return [];
  const ids = shipments.map(({ id }) => id);
  const rows = await db.$queryRaw<EventRow[]>`
    select shipment_id, sequence, floor(1000 * extract(epoch from at))::float8 as at, kind, actor, stage::text as stage,
      subject, facts
    from evidence_entry
    where shipment_id = any(${ids}::uuid[])
    order by shipment_id, sequence`;
  const byShipment = groupBy(rows, ({ shipment_id }) => shipment_id);
  const stated = await statedBy(scope, ids);
  return shipments.flatMap(({ id, organisation_id, reference, regime, lanes }) => {
    const events = (byShipment.get(id) ?? []).map(({ shipment_id: _of, ...event }) => event);
    const time = attribute(events, world.now().getTime());
    const values = stated.get(id);
    if (time === null || time.lodgedAt === null || values === undefined) return [];
    const ofShipment = { shipmentId: id, organisationId: organisation_id, reference, regime, lane: strictest(lanes) };
    return [{ ...ofShipment, lodgedAt: time.lodgedAt, isReleased: true, time, events, stated: values }];
  });
}

/** How many values the newest declaration of each shipment states; a shipment without a declaration is not in it. */
export async function statedBy(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, StatedValues>> {
  const rows = await scope.db.declaration.findMany({
    where: { shipmentId: { in: [...ids] }, ...ofVisibleShipment(scope) },
    orderBy: { version: "asc" },
    select: { organisationId: true, shipmentId: true, content: true },
  });
  const newest = new Map(rows.map((row) => [row.shipmentId, row]));
  return new Map(
    [...newest].map(([id, { organisationId, content }]) => [
      id,
      statedValues(openJson<DeclarationContent>(scope, organisationId, content)),
    ]),
  );
}

/** Of the lanes of both gates the one that lets through least. */
export function strictest(lanes: readonly (Lane | null)[]): Lane | null {
  return LANES.findLast((lane) => lanes.includes(lane)) ?? null;
}
