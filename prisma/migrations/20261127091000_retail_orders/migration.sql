-- Orders of retail imports with their payments and parcels, as feeds bring them; what names people is sealed. A record
-- that contradicts the one before lies beside it, and takes its place only when somebody says so.
create table "feed_batch" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "kind" text not null,
  "source" text not null,
  "received_by" text not null,
  "received_at" timestamptz(3) not null,
  "accepted" integer not null,
  "duplicate" integer not null,
  "contradictory" integer not null,
  "refused" integer not null,
  "row_errors" jsonb not null,
  constraint "feed_batch_pkey" primary key ("organisation_id", "id"),
  constraint "feed_batch_organisation_id_fkey" foreign key ("organisation_id") references "organisation" ("id")
    on delete restrict on update cascade,
  constraint "feed_batch_kind" check ("kind" in ('order', 'payment', 'waybill')),
  constraint "feed_batch_source" check ("source" in ('api', 'csv'))
);

create table "retail_order" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "platform" text not null,
  "order_number" text not null,
  "merchant" text not null,
  "state" text not null,
  "placed_at" timestamptz(3) not null,
  "goods_value" decimal(18, 2) not null,
  "buyer_masked" text not null,
  "buyer_token" text not null,
  "phone_token" text not null,
  "address_token" text not null,
  "device_token" text,
  "sealed" bytea not null,
  "content_token" text not null,
  "contested" bytea,
  "contested_token" text,
  "contested_fields" text[] not null default '{}',
  "points" integer not null default 0,
  "asked_of" text,
  "asked_at" timestamptz(3),
  "excluded_reason" text,
  "matched_at" timestamptz(3),
  "shipment_id" uuid,
  "declared" bytea,
  "declared_at" timestamptz(3),
  "received_at" timestamptz(3) not null,
  constraint "retail_order_pkey" primary key ("organisation_id", "id"),
  constraint "retail_order_organisation_id_fkey" foreign key ("organisation_id") references "organisation" ("id")
    on delete restrict on update cascade,
  constraint "retail_order_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "retail_order_state" check ("state" in ('waiting', 'mismatched', 'matched', 'lodged', 'excluded')),
  constraint "retail_order_lodged" check (("state" = 'lodged') = ("declared" is not null)),
  constraint "retail_order_number" check (length("order_number") between 1 and 100)
);
create unique index "retail_order_number_key" on "retail_order" ("organisation_id", "platform", "order_number");
create unique index "retail_order_shipment_key" on "retail_order" ("organisation_id", "shipment_id");
create index "retail_order_state_idx" on "retail_order" ("organisation_id", "state", "id" desc);
create index "retail_order_phone_idx" on "retail_order" ("organisation_id", "phone_token", "placed_at");
create index "retail_order_address_idx" on "retail_order" ("organisation_id", "address_token", "placed_at");
create index "retail_order_device_idx" on "retail_order" ("organisation_id", "device_token", "placed_at");
create index "retail_order_buyer_idx" on "retail_order" ("organisation_id", "buyer_token");

create table "retail_order_line" (
  "organisation_id" uuid not null,
  "order_id" uuid not null,
  "number" integer not null,
  "item_number" text not null,
  "name" text not null,
  "commodity_code" text,
  "item_record_number" text,
  "quantity" text not null,
  "unit" text not null,
  "unit_price" text not null,
  "total" text not null,
  "is_gift" boolean not null,
  "origin" text,
  "net_weight_kg" text,
  constraint "retail_order_line_pkey" primary key ("organisation_id", "order_id", "number"),
  constraint "retail_order_line_order_fkey" foreign key ("organisation_id", "order_id")
    references "retail_order" ("organisation_id", "id") on delete cascade on update cascade
);

create table "order_payment" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "platform" text not null,
  "order_number" text not null,
  "firm" text not null,
  "transaction" text not null,
  "payer_token" text not null,
  "sealed" bytea not null,
  "content_token" text not null,
  "contested" bytea,
  "contested_token" text,
  "contested_fields" text[] not null default '{}',
  "received_at" timestamptz(3) not null,
  "shipment_id" uuid,
  constraint "order_payment_pkey" primary key ("organisation_id", "id"),
  constraint "order_payment_organisation_id_fkey" foreign key ("organisation_id") references "organisation" ("id")
    on delete restrict on update cascade
);
create unique index "order_payment_number_key" on "order_payment" ("organisation_id", "platform", "order_number");
create index "order_payment_payer_idx" on "order_payment" ("organisation_id", "payer_token");

create table "order_waybill" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "platform" text not null,
  "order_number" text not null,
  "carrier" text not null,
  "number" text not null,
  "sent_on" text not null,
  "sealed" bytea not null,
  "content_token" text not null,
  "contested" bytea,
  "contested_token" text,
  "contested_fields" text[] not null default '{}',
  "received_at" timestamptz(3) not null,
  "shipment_id" uuid,
  constraint "order_waybill_pkey" primary key ("organisation_id", "id"),
  constraint "order_waybill_organisation_id_fkey" foreign key ("organisation_id") references "organisation" ("id")
    on delete restrict on update cascade
);
create unique index "order_waybill_order_key" on "order_waybill" ("organisation_id", "platform", "order_number");
create index "order_waybill_number_idx" on "order_waybill" ("organisation_id", "carrier", "number");

-- What each rule said of an order when it was matched last.
create table "order_match" (
  "organisation_id" uuid not null,
  "order_id" uuid not null,
  "rule" text not null,
  "severity" text not null,
  "outcome" text not null,
  "owner" text,
  "sealed" bytea not null,
  "matched_at" timestamptz(3) not null,
  constraint "order_match_pkey" primary key ("organisation_id", "order_id", "rule"),
  constraint "order_match_order_fkey" foreign key ("organisation_id", "order_id")
    references "retail_order" ("organisation_id", "id") on delete cascade on update cascade,
  constraint "order_match_severity" check ("severity" in ('hard', 'warn', 'points')),
  constraint "order_match_outcome" check ("outcome" in ('met', 'mismatch', 'review', 'unknown'))
);
create index "order_match_rule_idx" on "order_match" ("organisation_id", "rule", "order_id") where "outcome" <> 'met';

do $$
declare t text;
begin
  foreach t in array array['feed_batch', 'retail_order', 'retail_order_line', 'order_payment', 'order_waybill', 'order_match'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  -- The office that clears the goods sees what they were declared from.
  foreach t in array array['retail_order', 'order_payment', 'order_waybill'] loop
    execute format('grant select, insert, update on %I to twogate_app', t);
    execute format('create policy granted_rows on %I for select to twogate_app using (is_granted(organisation_id, shipment_id))', t);
  end loop;
  foreach t in array array['retail_order_line', 'order_match'] loop
    execute format('grant select, insert, update, delete on %I to twogate_app', t);
  end loop;
  create policy granted_rows on "retail_order_line" for select to twogate_app using (exists (
    select from retail_order o where o.organisation_id = retail_order_line.organisation_id and o.id = retail_order_line.order_id
      and is_granted(o.organisation_id, o.shipment_id)));
end
$$;
grant select, insert on "feed_batch" to twogate_app;
create trigger append_only before update or delete or truncate on "feed_batch"
  for each statement execute function refuse_change();

-- What was declared stays as it was, and so does what it was declared from, whoever sends what.
create function declared_order_stays() returns trigger language plpgsql as $$
begin
  if old.declared is not null and (new.state <> 'lodged' or new.declared is distinct from old.declared
    or new.sealed is distinct from old.sealed or new.shipment_id is distinct from old.shipment_id) then
    raise exception 'order % is declared', old.order_number using errcode = '23514', constraint = 'declared_order_stays';
  end if;
  if new.platform <> old.platform or new.order_number <> old.order_number then
    raise exception 'an order keeps its number' using errcode = '23514', constraint = 'order_keeps_number';
  end if;
  return new;
end $$;
create trigger declared_order_stays before update on "retail_order" for each row execute function declared_order_stays();

create function declared_record_stays() returns trigger language plpgsql as $$
begin
  if new.sealed is distinct from old.sealed and exists (
    select from retail_order o where o.organisation_id = old.organisation_id and o.platform = old.platform
      and o.order_number = old.order_number and o.state = 'lodged') then
    raise exception 'order % is declared', old.order_number using errcode = '23514', constraint = 'declared_order_stays';
  end if;
  return new;
end $$;
create trigger declared_record_stays before update on "order_payment" for each row execute function declared_record_stays();
create trigger declared_record_stays before update on "order_waybill" for each row execute function declared_record_stays();

create function declared_lines_stay() returns trigger language plpgsql as $$
begin
  if exists (select from retail_order o where o.organisation_id = old.organisation_id and o.id = old.order_id and o.state = 'lodged') then
    raise exception 'the order is declared' using errcode = '23514', constraint = 'declared_order_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger declared_lines_stay before update or delete on "retail_order_line" for each row execute function declared_lines_stay();

-- What other orders hold of the years of many consumers, asked at once.
create function quota_held_of(tokens text[], quota_year integer, but_organisation uuid, but_orders text[])
  returns table (token text, held numeric) language sql stable security definer set search_path = public, pg_temp
  as $$
    select asked.token, quota_held(asked.token, quota_year, but_organisation, asked.but_order)
    from unnest(tokens, but_orders) as asked(token, but_order) $$;
revoke all on function quota_held_of(text[], integer, uuid, text[]) from public;
grant execute on function quota_held_of(text[], integer, uuid, text[]) to twogate_app;
