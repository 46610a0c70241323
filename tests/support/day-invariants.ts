// What must hold in the database after a day of orders: each query gives what is wrong, and nothing when all is right.

/** Of account books: sums, reservations, three quantities, lines that went out, lists and passes. */
export const BOOK_INVARIANTS = {
  "a balance is the sum of what moved": `
    with last as (select distinct on (item_id) item_id, balance from book_entry order by item_id, sequence desc),
      moved as (
        select item_id, sum(case when kind in ('reserve', 'release') then 0 else declared end) as stock
        from book_entry group by item_id)
    select last.item_id::text as value from last join moved using (item_id) where last.balance <> moved.stock`,
  "nothing is below zero, and no more is reserved than is there": `
    select id::text as value from book_entry where balance < 0 or reserved < 0 or balance < reserved`,
  "entries of an item follow one another without a gap": `
    select item_id::text as value from book_entry group by item_id having count(*) <> max(sequence)`,
  "three quantities of an entry convert by the factors of its item": `
    select e.id::text as value from book_entry e join book_item i on i.id = e.item_id
    where abs(e.legal_1 - e.declared * i.legal_factor_1) > 0.00001
      or (e.legal_2 is null) <> (i.legal_factor_2 is null)
      or abs(e.legal_2 - e.declared * i.legal_factor_2) > 0.00001`,
  "a line goes out of a lot once": `
    select shipment_id || ' ' || line_number as value from book_entry where kind = 'out'
    group by shipment_id, line_number, lot_id having count(*) > 1`,
  "a released line is out with its whole quantity, and no other is": `
    select o.order_number as value from retail_order o
    join clearance c on c.shipment_id = o.shipment_id and c.stage = 'bonded_exit'
    left join lateral (
      select -sum(declared) as out from book_entry e where e.shipment_id = o.shipment_id and e.kind = 'out') e on true
    left join lateral (
      select sum(quantity::numeric) as wanted from retail_order_line l where l.order_id = o.id) l on true
    where coalesce(e.out, 0) <> case when c.state = 'released' then l.wanted else 0 end`,
  "what is out has the code and the origin of its item": `
    select e.id::text as value from book_entry e
    join book_item i on i.id = e.item_id
    join retail_order o on o.shipment_id = e.shipment_id
    join retail_order_line l on l.order_id = o.id and l.number = e.line_number
    where e.kind = 'out' and (i.commodity_code <> l.commodity_code or i.origin <> l.origin)`,
  "a verification list is the sum of the entries that it lists": `
    select l.list_id || ' ' || l.number as value from verification_list_line l
    left join lateral (
      select -sum(e.declared) as declared from verification_list_entry v join book_entry e on e.id = v.entry_id
      where v.list_id = l.list_id and v.number = l.number) e on true
    where l.declared is distinct from e.declared`,
  "what left the zone was out before": `
    select p.id::text as value from gate_pass p
    join verification_list_entry v on v.list_id = p.list_id join book_entry e on e.id = v.entry_id
    where p.left_at is not null and (e.kind <> 'out' or e.created_at > p.left_at)`,
} as const;

/** Of returns: the book, the year and the tax are taken back together. */
export const RETURN_INVARIANTS = {
  "the goods are in the book again, each return once": `
    select r.id::text as value from goods_return r
    join lateral (select sum(quantity) as back from goods_return_line l where l.return_id = r.id) l on true
    left join lateral (
      select sum(declared) as refunded from book_entry e where e.kind = 'refund' and e.reference = r.id::text) e on true
    where r.state = 'completed' and e.refunded is distinct from l.back`,
  "the tax is owed no more, or is claimed back": `
    select r.id::text as value from goods_return r
    left join lateral (select sum(amount) as freed from guarantee_entry g where g.reference = r.id::text) g on true
    left join lateral (select sum(amount) as claimed from tax_refund t where t.reference = r.id::text) t on true
    where r.state = 'completed'
      and coalesce(g.freed, 0) + coalesce(t.claimed, 0) <> r.duty + r.consumption_tax + r.vat`,
  "the consumer's year holds what was not returned": `
    select r.shipment_id::text as value from (
      select shipment_id, sum(value) as returned from goods_return where state = 'completed' group by shipment_id) r
    left join lateral (
      select cny from quota_entry q where q.shipment_id = r.shipment_id and q.move = 'consume'
      order by sequence limit 1) first on true
    left join lateral (
      select case q.move when 'consume' then q.cny when 'restore' then 0 end as held from quota_entry q
      where q.shipment_id = r.shipment_id order by sequence desc limit 1) last on true
    where last.held is distinct from greatest(first.cny - r.returned, 0)`,
} as const;

/** Of the work: nothing that is due waits, nothing was given up, nothing was done twice. */
export const WORK_INVARIANTS = {
  "nothing that is due is owed": `
    select name as value from outbox_message where done_at is null and dead_at is null and available_at <= now()`,
  "nothing was given up": `select name || ': ' || last_error as value from outbox_message where dead_at is not null`,
  "a declaration is assessed once at a gate": `
    select clearance_id || ' ' || declaration_id as value from risk_assessment
    group by clearance_id, declaration_id having count(*) > 1`,
  "a gate is released once": `
    select clearance_id::text as value from release_order group by clearance_id having count(*) > 1`,
  "an order has one shipment, and a shipment one order": `
    select shipment_id::text as value from retail_order where shipment_id is not null
    group by shipment_id having count(*) > 1`,
} as const;
