import type { OrderHistory, OrderRecord, OrderStore } from "@/application/order-record";
import type { Inventory } from "@/domain/three-documents/documents";
import type { MatchOutcome, MatchSeverity, RuleId, RuleResult } from "@/domain/three-documents/outcome";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

type Part = "history" | "recordMatches" | "results" | "link" | "declare" | "setState" | "setAsked" | "withRule";

/** What the match asks of other orders, and what it leaves of each. */
export function orderMatches(scope: Scope): Pick<OrderStore, Part> {
  const { db, organisationId, world } = scope;
  return {
    history: (orders, days, year) => history(scope, orders, days, year),
    recordMatches: async (matches) => {
      const at = world.now();
      const ids = matches.map((match) => match.orderId);
      await db.orderMatch.deleteMany({ where: { organisationId, orderId: { in: ids } } });
      await db.orderMatch.createMany({
        data: matches.flatMap(({ orderId, results }) => results.map((result) => toRow(scope, orderId, result, at))),
      });
      await db.$executeRaw`
        update retail_order o set state = m.state, points = m.points, matched_at = ${at}, asked_of = null, asked_at = null
        from unnest(${ids}::uuid[], ${matches.map((each) => each.state)}::text[], ${matches.map((each) => each.points)}::int[])
          as m(id, state, points)
        where o.organisation_id = ${organisationId}::uuid and o.id = m.id and o.state <> 'lodged'`;
    },
    results: async (orderId) => {
      const rows = await db.orderMatch.findMany({ where: { organisationId, orderId }, orderBy: { rule: "asc" } });
      return rows.map((row) => toResult(scope, row));
    },
    link: async (pairs) => {
      await db.$executeRaw`
        with pairs as (select * from unnest(${pairs.map((each) => each.orderId)}::uuid[],
            ${pairs.map((each) => each.shipmentId)}::uuid[]) as p(order_id, shipment_id)),
          linked as (update retail_order o set shipment_id = p.shipment_id from pairs p
            where o.organisation_id = ${organisationId}::uuid and o.id = p.order_id
            returning o.organisation_id, o.platform, o.order_number, p.shipment_id),
          paid as (update order_payment t set shipment_id = l.shipment_id from linked l
            where (t.organisation_id, t.platform, t.order_number) = (l.organisation_id, l.platform, l.order_number))
        update order_waybill t set shipment_id = l.shipment_id from linked l
          where (t.organisation_id, t.platform, t.order_number) = (l.organisation_id, l.platform, l.order_number)`;
    },
    declare: (orderId, inventory) => declare(scope, orderId, inventory),
    setState: async (ids, state, reason) => {
      const { count } = await db.retailOrder.updateMany({
        where: { organisationId, id: { in: [...ids] }, state: { not: "lodged" } },
        data: { state, excludedReason: reason },
      });
      return count;
    },
    setAsked: async (ids, owner) => {
      await db.retailOrder.updateMany({
        where: { organisationId, id: { in: [...ids] } },
        data: { askedOf: owner, askedAt: world.now() },
      });
    },
    withRule: async (rule, limit) => {
      const rows = await db.orderMatch.findMany({
        where: { organisationId, rule, outcome: { not: "met" }, order: { state: { not: "lodged" } } },
        select: { orderId: true },
        orderBy: { orderId: "asc" },
        take: limit,
      });
      return rows.map((row) => row.orderId);
    },
  };
}

/** The first lodging is what the order was declared as; another version of the same says the same of its records. */
async function declare(
  { db, organisationId, world, ...rest }: Scope,
  orderId: string,
  inventory: Inventory,
): Promise<void> {
  const scope: Scope = { db, organisationId, world, ...rest };
  await db.retailOrder.updateMany({
    where: { organisationId, id: orderId, declared: null },
    data: { state: "lodged", declared: sealJson(scope, organisationId, inventory), declaredAt: world.now() },
  });
}

function toRow(scope: Scope, orderId: string, result: RuleResult, matchedAt: Date) {
  const { rule, severity, outcome, findings, compared } = result;
  return {
    organisationId: scope.organisationId,
    orderId,
    rule,
    severity,
    outcome,
    owner: findings[0]?.owner ?? null,
    sealed: sealJson(scope, scope.organisationId, { compared, findings }),
    matchedAt,
  };
}

/** The result as it was matched, with its values in clear. */
export function toResult(
  scope: Scope,
  row: { organisationId: string; rule: string; severity: string; outcome: string; sealed: Uint8Array },
): RuleResult {
  const sealed = openJson<Pick<RuleResult, "compared" | "findings">>(scope, row.organisationId, row.sealed);
  return {
    rule: row.rule as RuleId,
    severity: row.severity as MatchSeverity,
    outcome: row.outcome as MatchOutcome,
    ...sealed,
  };
}

/** Queries for all orders of a batch: who shares what with whom, and which others have its parcel's or payment's number. */
async function history(
  { db, organisationId, vault }: Scope,
  orders: readonly OrderRecord[],
  days: number,
  year: number,
): Promise<ReadonlyMap<string, OrderHistory>> {
  const ids = orders.map((each) => each.id);
  const people = await db.$queryRaw<{ id: string; phone: number; address: number; device: number; payer: number }[]>`
    select o.id::text as id,
      (select count(distinct p.buyer_token)::int from retail_order p where p.organisation_id = o.organisation_id
        and p.phone_token = o.phone_token and p.placed_at between o.placed_at - ${days} * interval '1 day' and o.placed_at + ${days} * interval '1 day') as phone,
      (select count(distinct p.buyer_token)::int from retail_order p where p.organisation_id = o.organisation_id
        and p.address_token = o.address_token and p.placed_at between o.placed_at - ${days} * interval '1 day' and o.placed_at + ${days} * interval '1 day') as address,
      (select count(distinct p.buyer_token)::int from retail_order p where p.organisation_id = o.organisation_id
        and p.device_token = o.device_token and p.placed_at between o.placed_at - ${days} * interval '1 day' and o.placed_at + ${days} * interval '1 day') as device,
      (select count(distinct p.buyer_token)::int from order_payment mine
        join order_payment y on y.organisation_id = mine.organisation_id and y.payer_token = mine.payer_token
        join retail_order p on p.organisation_id = y.organisation_id and p.platform = y.platform and p.order_number = y.order_number
        where mine.organisation_id = o.organisation_id and mine.platform = o.platform and mine.order_number = o.order_number
          and p.placed_at between o.placed_at - ${days} * interval '1 day' and o.placed_at + ${days} * interval '1 day') as payer
    from retail_order o where o.organisation_id = ${organisationId}::uuid and o.id = any(${ids}::uuid[])`;
  const uses = await db.$queryRaw<{ id: string; platform: string; number: string; day: string }[]>`
    select o.id::text as id, u.platform, u.order_number as number, u.sent_on as day
    from retail_order o
    join order_waybill w on w.organisation_id = o.organisation_id and w.platform = o.platform and w.order_number = o.order_number
    join order_waybill u on u.organisation_id = w.organisation_id and u.carrier = w.carrier and u.number = w.number and u.id <> w.id
    where o.organisation_id = ${organisationId}::uuid and o.id = any(${ids}::uuid[])`;
  // The first record of a payment has it, and whichever order is declared with it already.
  const paid = await db.$queryRaw<{ id: string; platform: string; number: string }[]>`
    select o.id::text as id, u.platform, u.order_number as number
    from retail_order o
    join order_payment p on p.organisation_id = o.organisation_id and p.platform = o.platform and p.order_number = o.order_number
    join order_payment u on u.organisation_id = p.organisation_id and u.firm = p.firm and u.transaction = p.transaction and u.id <> p.id
    join retail_order x on x.organisation_id = u.organisation_id and x.platform = u.platform and x.order_number = u.order_number
    where o.organisation_id = ${organisationId}::uuid and o.id = any(${ids}::uuid[])
      and x.state <> 'excluded' and (u.id < p.id or x.state = 'lodged')
    order by u.id`;
  const held = await quotaHeld(
    db,
    organisationId,
    year,
    orders.map((each) => ({ token: vault.tokenOf(each.order.buyer.idNumber), shipmentId: each.shipmentId ?? "" })),
  );
  const shared = new Map(people.map(({ id, ...counts }) => [id, counts]));
  return new Map(
    orders.map(({ id }, index) => [
      id,
      {
        sharedBy: shared.get(id) ?? { phone: 1, address: 1, device: 1, payer: 1 },
        waybillUses: uses
          .filter((use) => use.id === id)
          .map((use) => ({ platform: use.platform, orderNumber: use.number, day: use.day })),
        paymentUses: paid
          .filter((use) => use.id === id)
          .map((use) => ({ platform: use.platform, orderNumber: use.number })),
        quotaHeld: held[index] ?? "0",
      },
    ]),
  );
}

async function quotaHeld(
  db: Scope["db"],
  organisationId: string,
  year: number,
  orders: readonly { readonly token: string; readonly shipmentId: string }[],
): Promise<readonly string[]> {
  const tokens = [...new Set(orders.map((each) => each.token))];
  const but = tokens.map((token) => orders.find((each) => each.token === token)?.shipmentId ?? "");
  const rows = await db.$queryRaw<{ token: string; held: string }[]>`
    select token, held::text as held from quota_held_of(${tokens}::text[], ${year}, ${organisationId}::uuid, ${but}::text[])`;
  const byToken = new Map(rows.map((row) => [row.token, row.held]));
  return orders.map((each) => byToken.get(each.token) ?? "0");
}
