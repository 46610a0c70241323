import { COUNTED_AT_MOST, type ShipmentCountsView } from "@/contracts/views/shipment";
import { Prisma } from "./generated/client";
import type { Scope } from "./scope";

/** One more than is counted stands for more. Written into the query: the planner has to know how little is asked for. */
const MOST = Prisma.raw(String(COUNTED_AT_MOST + 1));
const CLEARANCES = Prisma.raw(String(2 * (COUNTED_AT_MOST + 1)));

/**
 * How many of a broker's own shipments stand in each part of the list. Each part is found by the states of clearances, by
 * an index, and never further than it is counted, so that it costs the same however many shipments there are.
 */
export async function ownCounts({ db, organisationId }: Scope): Promise<ShipmentCountsView> {
  // A shipment has two clearances: among twice as many of them are enough shipments.
  const of = (clearance: Prisma.Sql) => Prisma.sql`
    (select distinct shipment_id from (
       select c.shipment_id from clearance c
       where c.organisation_id = ${organisationId}::uuid and ${clearance}
         -- Asked of each that is found, and never the other way round: there are few of these among many shipments.
         and (select s.is_listed from shipment s where s.organisation_id = c.organisation_id and s.id = c.shipment_id)
       limit ${CLEARANCES}) few limit ${MOST})`;
  const draft = Prisma.sql`c.stage = 'bonded_exit' and c.state in ('opened', 'documented')`;
  const action = Prisma.join(
    [
      // A draft waits for the broker unless its papers are being read: to upload, to confirm, to mend, to lodge.
      of(Prisma.sql`${draft} and not exists (select from document d where d.organisation_id = c.organisation_id
        and d.shipment_id = c.shipment_id and d.state in ('stored', 'reading'))`),
      of(Prisma.sql`c.state in ('releasable', 'queried')`),
      of(Prisma.sql`c.stage = 'domestic_distribution' and c.state = 'opened' and c.opened_at is not null`),
    ],
    " union ",
  );
  const parts: Readonly<Record<keyof ShipmentCountsView, Prisma.Sql>> = {
    all: Prisma.sql`(select id from shipment where organisation_id = ${organisationId}::uuid and is_listed limit ${MOST})`,
    draft: of(draft),
    review: of(Prisma.sql`c.state in ('in_review', 'in_examination', 'held')`),
    action: Prisma.sql`(${action} limit ${MOST})`,
    released: of(Prisma.sql`c.stage = 'domestic_distribution' and c.state = 'released'`),
    refused: of(Prisma.sql`c.state = 'refused'`),
  };
  const counted = Object.entries(parts).map(
    ([part, found]) => Prisma.sql`(select count(*)::int from ${found} found) as ${Prisma.raw(part)}`,
  );
  const [counts] = await db.$queryRaw<ShipmentCountsView[]>(Prisma.sql`select ${Prisma.join(counted)}`);
  if (!counts) throw new Error("A count always answers");
  return counts;
}
