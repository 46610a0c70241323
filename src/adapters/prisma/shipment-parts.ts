import type { ShipmentCountsView, ShipmentListName } from "@/contracts/views/shipment";
import { COUNTED, countEach } from "./counted";
import { Prisma } from "./generated/client";
import type { Scope } from "./scope";

/** Which clearances make a shipment one of a part; of a single gate there is one of a shipment at the most. */
interface Found {
  readonly where: Prisma.Sql;
  readonly isOfOneGate: boolean;
}

const DRAFT = Prisma.sql`c.stage = 'bonded_exit' and c.state in ('opened', 'documented')`;
const ofOneGate = (where: Prisma.Sql): Found => ({ where, isOfOneGate: true });
const ofBoth = (where: Prisma.Sql): Found => ({ where, isOfOneGate: false });

/**
 * The parts of a broker's list, with the states written into the query: only so the indexes of the rows of each state are
 * used, for behind the walls between organisations no index of the state itself can be.
 */
const PARTS: Readonly<Record<Exclude<ShipmentListName, "all">, readonly Found[]>> = {
  draft: [ofOneGate(DRAFT)],
  review: [ofBoth(Prisma.sql`c.state in ('in_review', 'in_examination', 'held')`)],
  action: [
    // A draft waits for the broker unless its papers are being read: to upload, to confirm, to mend, to lodge.
    ofOneGate(Prisma.sql`${DRAFT} and not exists (select from document d where d.organisation_id = c.organisation_id
      and d.shipment_id = c.shipment_id and d.state in ('stored', 'reading'))`),
    ofBoth(Prisma.sql`c.state in ('releasable', 'queried')`),
    ofOneGate(Prisma.sql`c.stage = 'domestic_distribution' and c.state = 'opened' and c.opened_at is not null`),
  ],
  released: [ofOneGate(Prisma.sql`c.stage = 'domestic_distribution' and c.state = 'released'`)],
  refused: [ofBoth(Prisma.sql`c.state = 'refused'`)],
};

/** The shipments of a part, each once; of each state no more are asked for than make up `most` shipments. */
function shipmentsOf(
  { organisationId }: Scope,
  part: Exclude<ShipmentListName, "all">,
  most: number,
  at: { readonly where: Prisma.Sql; readonly order: Prisma.Sql },
): Prisma.Sql {
  const found = PARTS[part].map(
    ({ where, isOfOneGate }) => Prisma.sql`
      (select c.shipment_id from clearance c
       where c.organisation_id = ${organisationId}::uuid and ${where} ${at.where}
         -- Asked of each that is found, and never the other way round: there are few of these among many shipments.
         and (select s.is_listed from shipment s where s.organisation_id = c.organisation_id and s.id = c.shipment_id)
       ${at.order} limit ${Prisma.raw(String(isOfOneGate ? most : 2 * most))})`,
  );
  return Prisma.sql`select distinct shipment_id from (${Prisma.join(found, " union all ")}) few`;
}

/** How many of a broker's own shipments stand in each part of the list, each found by an index and no further than it is counted. */
export function ownCounts(scope: Scope): Promise<ShipmentCountsView> {
  const of = (part: keyof typeof PARTS) =>
    shipmentsOf(scope, part, COUNTED, { where: Prisma.empty, order: Prisma.empty });
  return countEach(scope, {
    all: Prisma.sql`select from shipment where organisation_id = ${scope.organisationId}::uuid and is_listed`,
    ...{ draft: of("draft"), review: of("review"), action: of("action") },
    ...{ released: of("released"), refused: of("refused") },
  });
}

interface Page {
  readonly part: Exclude<ShipmentListName, "all">;
  /** The id of the last shipment that was shown. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** The ids of the newest of a broker's own shipments of a part, those after one of them. */
export async function ownPage(scope: Scope, { part, after, limit }: Page): Promise<readonly string[]> {
  const where = after === undefined ? Prisma.empty : Prisma.sql`and c.shipment_id < ${after}::uuid`;
  const order = Prisma.sql`order by c.shipment_id desc`;
  const rows = await scope.db.$queryRaw<{ id: string }[]>(Prisma.sql`
    select shipment_id::text as id from (${shipmentsOf(scope, part, limit, { where, order })}) found
    order by shipment_id desc limit ${limit}`);
  return rows.map(({ id }) => id);
}
