import type { Waiting } from "@/domain/review/queue";
import type { Lane } from "@/domain/selectivity/lanes";
import { decimal } from "@/domain/shared/decimal";
import { Prisma } from "./generated/client";
import type { Scope } from "./scope";

/** An open case as far as its place in the queue goes. */
export interface OpenCase extends Waiting {
  readonly lane: Lane;
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
  readonly reopenedAt: Date | null;
  /** Whether it waits for a second officer, the first having passed it. */
  readonly waitsForSecond: boolean;
  /** Whether an officer can rule on it; a hold keeps it from that, until its day comes or for as long as an alert holds it. */
  readonly isWorkable: boolean;
}

/**
 * The open cases that the actor sees, in no order. The state is written into the query, for only so an index of the open
 * cases alone is used: how many were decided before costs nothing.
 */
export async function openCases({ db, organisationId, world }: Scope): Promise<readonly OpenCase[]> {
  const rows = await db.$queryRaw<(Omit<OpenCase, "stake"> & { readonly stake: string })[]>`
    select r.id::text as id, r.due_at as "dueAt", r.stake::text as stake, r.credit_priority as "creditPriority", r.lane::text as lane,
      r.claimed_by as "claimedBy", r.claimed_until as "claimedUntil", r.reopened_at as "reopenedAt",
      r.needs_two_officers and exists (select from decision d where d.organisation_id = r.organisation_id
        and d.case_id = r.id and d.outcome in ('pass', 'examined_pass')) as "waitsForSecond",
      c.state in ('in_review', 'in_examination')
        or (c.state = 'held' and r.alert_id is null and coalesce(r.held_until <= ${world.today()}, false)) as "isWorkable"
    from review_case r join clearance c on c.organisation_id = r.organisation_id and c.id = r.clearance_id
    where r.state = 'open' and ${seen(organisationId)}`;
  return rows.map((row) => ({ ...row, stake: decimal(row.stake) }));
}

/** Cases of the own organisation, or granted to it; asked of each case that is found, for a join would read every grant. */
function seen(organisationId: string): Prisma.Sql {
  return Prisma.sql`(r.organisation_id = ${organisationId}::uuid or is_granted(r.organisation_id, r.shipment_id))`;
}

interface Page {
  /** The id of the last case that was shown. */
  readonly after: string | undefined;
  /** Cases that are not shown. */
  readonly but: readonly string[];
  readonly limit: number;
}

/** The ids of the newest decided cases that the actor sees, those after one of them. */
export async function decidedPage({ db, organisationId }: Scope, { after, but, limit }: Page): Promise<string[]> {
  const where = after === undefined ? Prisma.empty : Prisma.sql`and r.id < ${after}::uuid`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select r.id::text as id from review_case r
    where r.state = 'decided' and ${seen(organisationId)} ${where} and not r.id = any(${[...but]}::uuid[])
    order by r.id desc limit ${limit}`;
  return rows.map(({ id }) => id);
}
