-- Permits, registrations and certificates that a broker keeps on record, and what shipments took of those that say a
-- quantity. A number that was recorded stays what it was; one that was wrong is withdrawn and recorded anew.
create table "permit" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "kind" text not null,
  "number" text not null,
  "number_key" text not null,
  "is_form_known" boolean not null,
  "holder" text not null,
  "issuer" text not null,
  "commodity_prefixes" text[] not null default '{}',
  "words" text[] not null default '{}',
  "origins" char(2)[] not null default '{}',
  "quantity" decimal(18, 5),
  "unit" text,
  "valid_from" char(10) not null,
  "valid_to" char(10),
  "is_withdrawn" boolean not null default false,
  "recorded_by" text not null,
  "recorded_at" timestamptz(3) not null,
  "changed_by" text,
  "changed_at" timestamptz(3),
  constraint "permit_pkey" primary key ("organisation_id", "id"),
  constraint "permit_numbered" check ("number_key" ~ '[0-9]'),
  constraint "permit_held" check (length("holder") between 1 and 200 and length("issuer") between 1 and 200),
  constraint "permit_ends_after_it_begins" check ("valid_to" is null or "valid_to" >= "valid_from"),
  constraint "permit_quantity_with_unit" check (("quantity" is null) = ("unit" is null)),
  constraint "permit_quantity_counted" check ("quantity" is null or "quantity" > 0),
  constraint "permit_changed_whole" check (("changed_at" is null) = ("changed_by" is null))
);
create unique index "permit_once" on "permit" ("organisation_id", "kind", "number_key") where not "is_withdrawn";
create index "permit_valid_to_idx" on "permit" ("organisation_id", "valid_to");

-- What a clearance takes of a permit; for permits without a quantity, that it was named. Zero once it takes nothing.
create table "permit_use" (
  "organisation_id" uuid not null,
  "permit_id" uuid not null,
  "clearance_id" uuid not null,
  "shipment_id" uuid not null,
  "quantity" decimal(18, 5) not null,
  "at" timestamptz(3) not null,
  constraint "permit_use_pkey" primary key ("organisation_id", "permit_id", "clearance_id"),
  constraint "permit_use_permit_fkey" foreign key ("organisation_id", "permit_id")
    references "permit" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "permit_use_clearance_fkey" foreign key ("organisation_id", "clearance_id")
    references "clearance" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "permit_use_counted" check ("quantity" >= 0)
);
create index "permit_use_clearance_idx" on "permit_use" ("organisation_id", "clearance_id");

do $$
declare t text;
begin
  foreach t in array array['permit', 'permit_use'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;
grant select, insert on "permit", "permit_use" to twogate_app;
grant update ("holder", "issuer", "commodity_prefixes", "words", "origins", "quantity", "unit", "valid_from", "valid_to",
  "is_withdrawn", "is_form_known", "changed_by", "changed_at") on "permit" to twogate_app;
grant update ("quantity", "at") on "permit_use" to twogate_app;

-- What was withdrawn stays so, whoever asks.
create function guard_permit() returns trigger language plpgsql as $$
begin
  if old.is_withdrawn or new.kind <> old.kind or new.number <> old.number or new.number_key <> old.number_key then
    raise exception 'permit % stays as it was recorded', old.id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_permit before update on "permit" for each row execute function guard_permit();

-- How much of a permit is taken: by clearances that were not refused, and are no drafts (again).
create function permit_used(owner uuid, permit uuid, except_clearance uuid) returns numeric language sql stable as $$
  select coalesce(sum(u.quantity), 0) from permit_use u
    join clearance c on c.organisation_id = u.organisation_id and c.id = u.clearance_id
    where u.organisation_id = owner and u.permit_id = permit and u.clearance_id is distinct from except_clearance
      and c.state not in ('refused', 'documented')
$$;

-- No more comes in under a permit than it says, however many shipments are lodged at once.
create function permit_within_quantity() returns trigger language plpgsql as $$
declare
  granted numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended('permit:' || new.permit_id, 0));
  select quantity into granted from permit where organisation_id = new.organisation_id and id = new.permit_id;
  if granted is not null and new.quantity > 0
    and permit_used(new.organisation_id, new.permit_id, new.clearance_id) + new.quantity > granted then
    raise exception 'permit % has no such quantity left', new.permit_id
      using errcode = '23514', constraint = 'permit_within_quantity';
  end if;
  return new;
end $$;
create trigger permit_within_quantity before insert or update on "permit_use"
  for each row execute function permit_within_quantity();
