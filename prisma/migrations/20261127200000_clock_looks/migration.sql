-- By what lists of shipments are ordered stands in the shipment: the end of the clock that runs out next, null where none
-- runs, and what is at stake, in hundredths, null before there is an assessment. Both are worked out by the worker with
-- the functions of the domain, so that the law is written once; an instant and a whole number, for only their comparisons
-- are let past the walls between organisations into an index.
alter table "shipment" add column "due_at" timestamptz(3), add column "stake" bigint, add column "stake_currency" char(3),
  add constraint "shipment_stake" check (("stake" is null) = ("stake_currency" is null));

-- When the keys of a shipment are worked out anew. Every shipment has one row for as long as it is there, so that nobody
-- waits for another to make or to take one away.
create table "clock_look" (
  "organisation_id" uuid not null,
  "shipment_id" uuid not null,
  -- From when on; null while nothing will change by itself.
  "due" timestamptz(3),
  -- By which state of the law it was worked out; null where no clock can run, whatever the law.
  "law" bigint,
  -- Rises with every fact, so that a look is not taken for done when a fact came while it was made.
  "version" bigint not null default 0,
  constraint "clock_look_pkey" primary key ("organisation_id", "shipment_id"),
  constraint "clock_look_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete cascade on update cascade
);
create index "clock_look_due" on "clock_look" ("organisation_id", "due") where "due" is not null;
create index "clock_look_law" on "clock_look" ("organisation_id", "law") where "law" is not null;

-- The state of the law that clocks run by: a number that rises when its reference data changes.
create table "clock_law" (
  "only" boolean not null default true,
  "version" bigint not null default 0,
  constraint "clock_law_pkey" primary key ("only"),
  constraint "clock_law_only" check ("only")
);
insert into "clock_law" default values;
grant select on "clock_law" to twogate_app;

do $$
begin
  execute 'alter table "clock_look" enable row level security';
  execute 'alter table "clock_look" force row level security';
  execute format('create policy owner_maintains on "clock_look" to %I using (true) with check (true)', current_user);
  execute 'create policy own_rows on "clock_look" to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())';
end
$$;
grant select, update ("due", "law") on "clock_look" to twogate_app;

insert into "clock_look" ("organisation_id", "shipment_id", "due")
  select "organisation_id", "id", date_trunc('milliseconds', now()) from "shipment";

-- The instants of the application have milliseconds; one that was rounded up would be due later than it was put.
create function put_clock_look(owner uuid, one uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into clock_look as l (organisation_id, shipment_id, due) values (owner, one, date_trunc('milliseconds', now()))
  on conflict (organisation_id, shipment_id) do update set due = least(l.due, excluded.due), version = l.version + 1
$$;
revoke all on function put_clock_look(uuid, uuid) from public;

create function shipment_looked_at() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into clock_look (organisation_id, shipment_id, due)
    select organisation_id, id, case when arrived_on is not null then date_trunc('milliseconds', now()) end from made
    on conflict do nothing;
  return null;
end $$;
revoke all on function shipment_looked_at() from public;
create trigger shipment_looked_at after insert on "shipment" referencing new table as made
  for each statement execute function shipment_looked_at();

create function shipment_clock_fact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform put_clock_look(new.organisation_id, new.id);
  return null;
end $$;
revoke all on function shipment_clock_fact() from public;
create trigger shipment_clock_fact after update of "arrived_on", "regime" on "shipment" for each row
  when (old."arrived_on" is distinct from new."arrived_on" or old."regime" <> new."regime")
  execute function shipment_clock_fact();

-- Facts that come many at once put one look for each shipment, in the order of the shipments.
create function clock_facts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform put_clock_look(organisation_id, shipment_id)
    from (select distinct organisation_id, shipment_id from changed order by 1, 2) each;
  return null;
end $$;
revoke all on function clock_facts() from public;
create function clock_facts_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform put_clock_look(organisation_id, shipment_id)
    from (select organisation_id, shipment_id from changed union select organisation_id, shipment_id from before order by 1, 2) each;
  return null;
end $$;
revoke all on function clock_facts_changed() from public;

do $$
declare t text;
begin
  foreach t in array array[
    'clearance', 'declaration', 'goods_line', 'tax_assessment', 'tax_bill', 'payment', 'tax_refund', 'goods_return'
  ] loop
    execute format('create trigger clock_facts_made after insert on %I referencing new table as changed for each statement execute function clock_facts()', t);
    execute format('create trigger clock_facts_gone after delete on %I referencing old table as changed for each statement execute function clock_facts()', t);
    execute format('create trigger clock_facts_changed after update on %I referencing new table as changed old table as before for each statement execute function clock_facts_changed()', t);
  end loop;
end
$$;

-- Of papers and of evidence few are facts of a clock.
create function one_clock_fact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then perform put_clock_look(new.organisation_id, new.shipment_id); end if;
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.shipment_id is distinct from new.shipment_id) then
    perform put_clock_look(old.organisation_id, old.shipment_id);
  end if;
  return null;
end $$;
revoke all on function one_clock_fact() from public;
create trigger clock_fact_made after insert on "evidence_entry" for each row
  when (new."kind" in ('declaration_lodged', 'declaration_withdrawn')) execute function one_clock_fact();
create trigger clock_fact_made after insert on "document" for each row
  when (new."type" = 'express_waybill') execute function one_clock_fact();
create trigger clock_fact_gone after delete on "document" for each row
  when (old."type" = 'express_waybill') execute function one_clock_fact();
create trigger clock_fact_changed after update of "type", "shipment_id" on "document" for each row
  when ((old."type" = 'express_waybill' or new."type" = 'express_waybill')
    and (old."type", old."shipment_id") is distinct from (new."type", new."shipment_id"))
  execute function one_clock_fact();

-- Reference data is loaded whole at every start; only what differs is a change.
create function clock_law_made() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from changed c where tg_argv[0] = '' or to_jsonb(c) ->> 'kind' = any (string_to_array(tg_argv[0], ','))) then
    update clock_law set version = version + 1;
  end if;
  return null;
end $$;
revoke all on function clock_law_made() from public;
create function clock_law_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select to_jsonb(c) as said from changed c except select to_jsonb(b) from before b) differing
    where tg_argv[0] = '' or said ->> 'kind' = any (string_to_array(tg_argv[0], ','))) then
    update clock_law set version = version + 1;
  end if;
  return null;
end $$;
revoke all on function clock_law_changed() from public;
do $$
declare
  t text;
  kinds text;
begin
  foreach t in array array['legal_parameter', 'reference_fact'] loop
    kinds := case t when 'reference_fact' then 'review_clock,geographical_area' else '' end;
    execute format('create trigger clock_law_made after insert on %I referencing new table as changed for each statement execute function clock_law_made(%L)', t, kinds);
    execute format('create trigger clock_law_gone after delete on %I referencing old table as changed for each statement execute function clock_law_made(%L)', t, kinds);
    execute format('create trigger clock_law_changed after update on %I referencing new table as changed old table as before for each statement execute function clock_law_changed(%L)', t, kinds);
  end loop;
end
$$;

-- Whose shipments are to be looked at. Called by the relay, which sees nothing of them.
create function clock_looks_due(at timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from organisation o
  where exists (select from clock_look l where l.organisation_id = o.id and l.due <= at)
    or exists (select from clock_look l where l.organisation_id = o.id and l.law < (select version from clock_law))
$$;
revoke all on function clock_looks_due(timestamptz) from public;
grant execute on function clock_looks_due(timestamptz) to twogate_relay;

-- Pages by a key: those that have one in its order, then those that have none, the newest first. Forwards and backwards
-- they are also what is under way: what can still be saved, and what has run out. The currency is in them for the sums.
create index shipment_due on "shipment" ("organisation_id", "due_at", "id" desc) include ("stake", "stake_currency") where "due_at" is not null;
create index shipment_without_clock on "shipment" ("organisation_id", "id" desc) where "is_listed" and "due_at" is null;
create index shipment_stake on "shipment" ("organisation_id", "stake" desc, "id" desc) where "is_listed" and "stake" is not null;
create index shipment_without_stake on "shipment" ("organisation_id", "id" desc) where "is_listed" and "stake" is null;
-- For an authority, which sees shipments of many brokers.
create index shipment_due_anywhere on "shipment" ("due_at", "id" desc) where "due_at" is not null;
create index shipment_stake_anywhere on "shipment" ("stake" desc, "id" desc) where "is_listed" and "stake" is not null;
