-- What retail orders hold of a consumer's year. An entry belongs to the organisation that declared the order; the year
-- belongs to the consumer, whoever declares for them, so its total is taken over all organisations, as a total alone.
create table "quota_entry" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "consumer_token" text not null,
  "year" integer not null,
  "shipment_id" uuid not null,
  "order_number" text not null,
  "sequence" integer not null,
  "move" text not null,
  "cny" decimal(18, 2) not null,
  "limit_cny" decimal(18, 2) not null,
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  constraint "quota_entry_pkey" primary key ("organisation_id", "id"),
  constraint "quota_entry_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "quota_entry_move" check ("move" in ('reserve', 'consume', 'restore')),
  constraint "quota_entry_amount" check ("cny" > 0)
);
-- Nothing happens twice: an order's entries have one order.
create unique index "quota_entry_order_key" on "quota_entry" ("organisation_id", "order_number", "sequence");
create index "quota_entry_consumer_idx" on "quota_entry" ("consumer_token", "year");

alter table "quota_entry" enable row level security;
alter table "quota_entry" force row level security;
grant select, insert on "quota_entry" to twogate_app;
create policy own_rows on "quota_entry" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy granted_rows on "quota_entry" for select to twogate_app using (is_granted(organisation_id, shipment_id));
do $$
begin
  execute format('create policy owner_maintains on "quota_entry" to %I using (true) with check (true)', current_user);
end
$$;
create trigger append_only before update or delete or truncate on "quota_entry"
  for each statement execute function refuse_change();

-- What all orders of the consumer's year hold, but for one: the last entry of each order counts unless it restored.
create function quota_held(token text, quota_year integer, but_organisation uuid, but_order text) returns numeric
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(sum(held.cny), 0) from (
      select distinct on (organisation_id, order_number) move, cny
      from quota_entry
      where consumer_token = token and year = quota_year
        and (organisation_id is distinct from but_organisation or order_number is distinct from but_order)
      order by organisation_id, order_number, sequence desc
    ) held where held.move <> 'restore' $$;
revoke all on function quota_held(text, integer, uuid, text) from public;
grant execute on function quota_held(text, integer, uuid, text) to twogate_app;

-- No two orders take the last yuan of a year: whoever reserves waits for the others, and is counted with them.
create function quota_within_limit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last_move text;
  last_cny numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended('quota:' || new.consumer_token || ':' || new.year, 0));
  select move, cny into last_move, last_cny from quota_entry
    where organisation_id = new.organisation_id and order_number = new.order_number order by sequence desc limit 1;
  if (new.move = 'consume' and (last_move is distinct from 'reserve' or last_cny <> new.cny))
    or (new.move = 'restore' and (last_move is null or last_move = 'restore'))
    or (new.move = 'reserve' and last_move in ('reserve', 'consume')) then
    raise exception 'order % does not %', new.order_number, new.move using errcode = '23514', constraint = 'quota_moves';
  end if;
  if new.move = 'reserve'
    and quota_held(new.consumer_token, new.year, new.organisation_id, new.order_number) + new.cny > new.limit_cny then
    raise exception 'the year of the consumer is exceeded' using errcode = '23514', constraint = 'quota_within_limit';
  end if;
  return new;
end $$;
create trigger quota_within_limit before insert on "quota_entry" for each row execute function quota_within_limit();
