-- Retail goods that come back to the zone within the days of the law: applied for, then complete or not. A release stays
-- a release; what a return reverses is tax, the consumer's year and the book, all in one transaction.
create table "goods_return" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "shipment_id" uuid not null,
  "declaration_id" uuid not null,
  "state" text not null,
  "reason" text not null,
  "released_on" char(10) not null,
  "apply_by" char(10) not null,
  "arrive_by" char(10) not null,
  "applied_on" char(10) not null,
  "applied_by" text not null,
  "applied_at" timestamptz(3) not null,
  "arrived_on" char(10),
  "settled_by" text,
  "settled_at" timestamptz(3),
  "currency" char(3) not null,
  "value" decimal(18, 2) not null,
  "duty" decimal(18, 2) not null,
  "consumption_tax" decimal(18, 2) not null,
  "vat" decimal(18, 2) not null,
  constraint "goods_return_pkey" primary key ("organisation_id", "id"),
  constraint "goods_return_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "goods_return_declaration_fkey" foreign key ("organisation_id", "declaration_id")
    references "declaration" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "goods_return_state" check ("state" in ('applied', 'completed', 'cancelled')),
  -- What the law does not allow stands in no row, whatever the code does.
  constraint "goods_return_applied_in_time" check ("applied_on" <= "apply_by"),
  constraint "goods_return_arrived_in_time"
    check (("state" = 'completed') = ("arrived_on" is not null) and ("arrived_on" is null or "arrived_on" <= "arrive_by")),
  constraint "goods_return_settled" check (("state" = 'applied') = ("settled_at" is null))
);
create index "goods_return_shipment_idx" on "goods_return" ("organisation_id", "shipment_id");
create index "goods_return_open_idx" on "goods_return" ("organisation_id", "arrive_by") where "state" = 'applied';

create table "goods_return_line" (
  "organisation_id" uuid not null,
  "return_id" uuid not null,
  "line" integer not null,
  "quantity" decimal(18, 5) not null,
  constraint "goods_return_line_pkey" primary key ("organisation_id", "return_id", "line"),
  constraint "goods_return_line_return_fkey" foreign key ("organisation_id", "return_id")
    references "goods_return" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "goods_return_line_quantity" check ("quantity" > 0)
);

do $$
declare t text;
begin
  foreach t in array array['goods_return', 'goods_return_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;
create policy granted_rows on "goods_return" for select to twogate_app using (is_granted(organisation_id, shipment_id));
create policy granted_rows on "goods_return_line" for select to twogate_app using (exists (
  select from goods_return r where r.organisation_id = goods_return_line.organisation_id
    and r.id = goods_return_line.return_id and is_granted(r.organisation_id, r.shipment_id)));
grant select, insert on "goods_return", "goods_return_line" to twogate_app;
-- What is reversed is known when the goods are back: the shares of a line follow the order of arrival.
grant update ("state", "arrived_on", "settled_by", "settled_at", "value", "duty", "consumption_tax", "vat") on "goods_return" to twogate_app;
create trigger append_only before update or delete or truncate on "goods_return_line"
  for each statement execute function refuse_change();

-- Of no line more comes back than was declared, however many returns are written at once.
create function return_within_declared() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shipment uuid;
  declared numeric;
  returned numeric;
begin
  select shipment_id into shipment from goods_return where organisation_id = new.organisation_id and id = new.return_id;
  perform pg_advisory_xact_lock(hashtextextended('return:' || shipment, 0));
  select quantity into declared from goods_line
    where organisation_id = new.organisation_id and shipment_id = shipment and number = new.line;
  select coalesce(sum(l.quantity), 0) into returned
    from goods_return_line l join goods_return r on r.organisation_id = l.organisation_id and r.id = l.return_id
    where r.organisation_id = new.organisation_id and r.shipment_id = shipment and r.state <> 'cancelled'
      and l.line = new.line;
  if declared is null or returned + new.quantity > declared then
    raise exception 'more of line % comes back than was declared', new.line
      using errcode = '23514', constraint = 'return_within_declared';
  end if;
  return new;
end $$;
create trigger return_within_declared before insert on "goods_return_line"
  for each row execute function return_within_declared();
