import type { Transaction } from "@/application/ports";
import type { LocalDate } from "@/domain/shared/local-date";
import { beginningOf, possibleClocks, stakeOf } from "./clearance-time-clocks";
import { lawChangesOn } from "./clearance-time-law";
import type { Scope } from "./scope";
import { hundredthsOf } from "./shipment-order";

/** One process at a time looks at the shipments of an organisation, so that no older look is written over a newer one. */
const LOOKING_LOCK = 72_707_372;

interface Look {
  readonly id: string;
  readonly version: bigint;
}

/** What a look found: the keys, and when they are to be looked at again. In JSON, where whole numbers are text. */
interface Found {
  readonly id: string;
  readonly version: string;
  readonly due_at: string | null;
  readonly stake: string | null;
  readonly currency: string | null;
  readonly look: string | null;
  readonly law: string | null;
}

/** The keys by which lists order shipments, kept as the domain works them out. */
export function clockLooks(scope: Scope): Pick<Transaction, "clockLooks"> {
  return { clockLooks: { refresh: (most) => refresh(scope, most) } };
}

async function refresh(scope: Scope, most: number): Promise<number> {
  const { db, organisationId } = scope;
  const [held] = await db.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(${LOOKING_LOCK}::int, hashtext(${organisationId})) as mine`;
  if (!held?.mine) return 0;
  // Read before the law is: one that changes in between makes another look, and never one too few.
  const [state] = await db.$queryRaw<{ version: bigint }[]>`select version from clock_law`;
  const law = state?.version ?? 0n;
  const looks = await due(scope, law, most);
  return looks.length === 0 ? 0 : write(scope, await found(scope, looks, law));
}

async function due({ db, organisationId, world }: Scope, law: bigint, most: number): Promise<readonly Look[]> {
  const now = world.now();
  const fallen = await db.$queryRaw<Look[]>`
    select shipment_id as id, version from clock_look
    where organisation_id = ${organisationId}::uuid and due <= ${now} order by due limit ${most}`;
  if (fallen.length === most) return fallen;
  const outdated = await db.$queryRaw<Look[]>`
    select shipment_id as id, version from clock_look
    where organisation_id = ${organisationId}::uuid and law < ${law} and (due is null or due > ${now})
    order by law limit ${most - fallen.length}`;
  return [...fallen, ...outdated];
}

async function found(scope: Scope, looks: readonly Look[], law: bigint): Promise<readonly Found[]> {
  const { db, organisationId, world } = scope;
  const ids = looks.map(({ id }) => id);
  const possible = new Map((await possibleClocks(scope, { id: { in: ids } })).map((each) => [each.id, each]));
  const assessed = await db.taxAssessment.findMany({
    where: { organisationId, shipmentId: { in: ids } },
    orderBy: { createdAt: "desc" },
    select: { shipmentId: true, customsValue: true, total: true, currency: true, createdAt: true },
  });
  const lawEnds = possible.size === 0 ? null : await lawChangesOn(scope, world.today());
  return looks.map(({ id, version }) => {
    const clocked = possible.get(id);
    const stake = stakeOf({ assessments: assessed.filter(({ shipmentId }) => shipmentId === id) });
    return {
      ...{ id, version: String(version) },
      due_at: instant(clocked?.clock?.dueAt ?? null),
      stake: stake && String(hundredthsOf(stake.amount)),
      currency: stake?.currency ?? null,
      look: clocked ? instant(first(clocked.changesAt, lawEnds)) : null,
      law: clocked ? String(law) : null,
    };
  });
}

/** The earlier of an instant and of the beginning of a day. */
function first(at: number | null, day: LocalDate | null): number | null {
  const begins = day === null ? null : beginningOf(day);
  return at === null || begins === null ? (at ?? begins) : Math.min(at, begins);
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/**
 * Writes what differs, and takes those looks for done whose keys stand and of which no fact came meanwhile; how many.
 * It waits for nobody: what somebody else holds is looked at again, so that it is in no deadlock. The shipment is held
 * before its look, as by those who write facts.
 */
async function write({ db, organisationId }: Scope, looked: readonly Found[]): Promise<number> {
  const rows = JSON.stringify(looked);
  await db.$executeRaw`
    with k as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as k (id uuid, due_at timestamptz, stake bigint, currency text)
    ), free as materialized (
      select s.id from shipment s
      where s.organisation_id = ${organisationId}::uuid and s.id in (select id from k) and exists (
        select from k where k.id = s.id
          and (k.due_at, k.stake, k.currency) is distinct from (s.due_at, s.stake, s.stake_currency::text))
      for no key update skip locked
    )
    update shipment s set due_at = k.due_at, stake = k.stake, stake_currency = k.currency
    from k, free where s.organisation_id = ${organisationId}::uuid and s.id = k.id and free.id = k.id`;
  return db.$executeRaw`
    with k as materialized (
      select k.* from jsonb_to_recordset(${rows}::jsonb) as k (
        id uuid, version bigint, due_at timestamptz, stake bigint, currency text, look timestamptz, law bigint)
      join shipment s on s.organisation_id = ${organisationId}::uuid and s.id = k.id
        and (k.due_at, k.stake, k.currency) is not distinct from (s.due_at, s.stake, s.stake_currency::text)
    ), free as materialized (
      select l.shipment_id as id, l.version from clock_look l
      where l.organisation_id = ${organisationId}::uuid and l.shipment_id in (select id from k)
      for no key update skip locked
    )
    update clock_look l set due = k.look, law = k.law
    from k, free where l.organisation_id = ${organisationId}::uuid and l.shipment_id = k.id
      and free.id = k.id and free.version = k.version`;
}
