import { ORDER_LISTS, type OrderPivotView } from "@/contracts/views/order";
import { COUNTED_AT_MOST } from "@/contracts/views/scalars";
import type { MatchSeverity, RuleId } from "@/domain/three-documents/outcome";
import { MOST } from "./counted";
import type { Scope } from "./scope";

const EXAMPLES = 3;

/**
 * How many orders stand in each state, and what the rules found of the open ones. States are counted as far as they are
 * shown; the rules to the last order, for somebody works them off: that reads the open orders with findings and no other.
 */
export async function orderPivot(scope: Scope): Promise<OrderPivotView> {
  // One after the other: a transaction has one connection, and a connection does one thing at a time.
  const states = await statesOf(scope);
  const rules = await rulesOf(scope);
  return { states, rules, contested: await contestedOf(scope) };
}

async function statesOf({ db, organisationId }: Scope): Promise<OrderPivotView["states"]> {
  const rows = await db.$queryRaw<{ state: (typeof ORDER_LISTS)[number]; count: number; value: string | null }[]>`
    select s.state, counted.count, counted.value::text as value
    from unnest(${[...ORDER_LISTS]}::text[]) with ordinality as s(state, place)
    cross join lateral (
      select count(*)::int as count, sum(o.goods_value) as value from (
        select goods_value from retail_order
        where organisation_id = ${organisationId}::uuid and state = s.state order by id desc limit ${MOST}) o) counted
    where counted.count > 0 order by s.place`;
  return rows.map(({ state, count, value }) => ({ state, count, goodsValue: count > COUNTED_AT_MOST ? null : value }));
}

async function rulesOf({ db, organisationId }: Scope): Promise<OrderPivotView["rules"]> {
  const rows = await db.$queryRaw<
    { rule: string; severity: string; count: number; value: string; ids: string[]; numbers: string[] }[]
  >`
    select m.rule, min(m.severity) as severity, count(*)::int as count, sum(o.goods_value)::text as value,
      (array_agg(o.id::text order by o.id desc))[1:${EXAMPLES}] as ids,
      (array_agg(o.order_number order by o.id desc))[1:${EXAMPLES}] as numbers
    from retail_order o
    -- Asked of each order that is open: a join would as soon read the findings of all that were ever lodged.
    cross join lateral (select rule, severity from order_match f where f.organisation_id = o.organisation_id
      and f.order_id = o.id and f.outcome <> 'met' offset 0) m
    where o.organisation_id = ${organisationId}::uuid and o.had_findings and o.state not in ('lodged', 'excluded')
    group by m.rule order by m.rule`;
  return rows.map(({ rule, severity, count, value, ids, numbers }) => ({
    rule: rule as RuleId,
    severity: severity as MatchSeverity,
    count,
    goodsValue: value,
    examples: ids.map((id, index) => ({ id, orderNumber: numbers[index] ?? "" })),
  }));
}

/** Orders of which a record contradicts another. Each kind of record is asked no further than it is counted. */
async function contestedOf({ db, organisationId }: Scope): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      (select platform, order_number from retail_order
        where organisation_id = ${organisationId}::uuid and contested is not null limit ${MOST})
      union (select platform, order_number from order_payment
        where organisation_id = ${organisationId}::uuid and contested is not null limit ${MOST})
      union (select platform, order_number from order_waybill
        where organisation_id = ${organisationId}::uuid and contested is not null limit ${MOST})
      limit ${MOST}) each`;
  return rows[0]?.count ?? 0;
}
