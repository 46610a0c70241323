import type { Transaction } from "@/application/ports";
import type { WarningWindow } from "@/domain/notice/warning";
import { Prisma } from "./generated/client";
import { money } from "./money-views";
import type { Scope } from "./scope";

type Store = Transaction["notices"];

/** What ends within a window and was not told of under its occasion, so many of each kind at most. */
export async function dueClocks(
  scope: Scope,
  { expiry, returns, most }: Parameters<Store["dueClocks"]>[0],
): ReturnType<Store["dueClocks"]> {
  const { db, organisationId } = scope;
  const untold = (kind: string, id: Prisma.Sql, endsOn: Prisma.Sql, windows: readonly WarningWindow[]) => Prisma.sql`
    exists (
      select from unnest(${windows.map(({ from }) => from)}::text[], ${windows.map(({ to }) => to)}::text[],
        ${windows.map(({ days }) => String(days))}::text[]) as w ("from", "to", days)
      where ${endsOn} between w."from" and w."to" and not exists (
        select from notice n where n.organisation_id = ${organisationId}::uuid and n.kind = ${kind}
          and n.subject_id = ${id} and n.occasion = ${endsOn} || ' within ' || w.days))`;
  const last = (windows: readonly WarningWindow[]) =>
    windows
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? "";
  const permits = await db.$queryRaw<{ id: string; number: string; validTo: string }[]>`
    select p.id::text, p.number, p.valid_to as "validTo" from permit p
    where p.organisation_id = ${organisationId}::uuid and not p.is_withdrawn and p.valid_to <= ${last(expiry)}
      and ${untold("permit_expiring", Prisma.sql`p.id`, Prisma.sql`p.valid_to::text`, expiry)}
    order by p.valid_to, p.id limit ${most}`;
  const authorisations = await db.$queryRaw<{ id: string; number: string; validTo: string }[]>`
    select a.id::text, a.aeo_code as number, a.valid_to as "validTo" from aeo_authorisation a
    where a.organisation_id = ${organisationId}::uuid and a.state = 'active' and a.valid_to <= ${last(expiry)}
      and ${untold("authorisation_expiring", Prisma.sql`a.id`, Prisma.sql`a.valid_to::text`, expiry)}
    order by a.valid_to, a.id limit ${most}`;
  const reviews = await db.$queryRaw<{ id: string; number: string; reviewOn: string }[]>`
    select r.id::text, r.number, r.review_on as "reviewOn" from aeo_workbook r
    where r.organisation_id = ${organisationId}::uuid and r.state = 'approved' and r.review_on <= ${last(expiry)}
      and ${untold("aeo_review_due", Prisma.sql`r.id`, Prisma.sql`r.review_on::text`, expiry)}
    order by r.review_on, r.id limit ${most}`;
  const goods = await db.$queryRaw<{ id: string; shipmentId: string; arriveBy: string }[]>`
    select r.id::text, r.shipment_id::text as "shipmentId", r.arrive_by as "arriveBy" from goods_return r
    where r.organisation_id = ${organisationId}::uuid and r.state = 'applied' and r.arrive_by <= ${last(returns)}
      and ${untold("return_ending", Prisma.sql`r.id`, Prisma.sql`r.arrive_by::text`, returns)}
    order by r.arrive_by, r.id limit ${most}`;
  const guarantee = await money.guarantee(scope);
  return { permits, authorisations, reviews, returns: goods, guaranteeShortOn: guarantee?.forecast.shortOn ?? null };
}
