-- What an inspection looks at, item by item; samples with their chain of custody, and what laboratories found. All of it
-- is written once: a mistake is followed by a new row, never by a changed one.
create table "inspection_item" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "inspection_id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "stage" "stage" not null,
  "line" integer not null,
  "check" text not null,
  -- Why it is looked at again, where the first gate has; null where it is looked at for the first time.
  "grounds" text[] not null default '{}',
  "at" timestamptz(3) not null,
  constraint "inspection_item_pkey" primary key ("organisation_id", "id"),
  constraint "inspection_item_inspection_fkey" foreign key ("organisation_id", "inspection_id")
    references "inspection" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "inspection_item_check" check ("check" in ('documents', 'identity', 'seal', 'physical', 'sample', 'both_ends')),
  constraint "inspection_item_grounds" check ("grounds" <@ array['seal_broken', 'tampering', 'validity_ended', 'both_ends', 'flagged'])
);
create unique index "inspection_item_once" on "inspection_item" ("organisation_id", "inspection_id", "line", "check");
create index "inspection_item_shipment_idx" on "inspection_item" ("source_organisation_id", "shipment_id");

create table "inspection_item_result" (
  "organisation_id" uuid not null,
  "item_id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "verdict" text not null,
  "seal_number" text,
  "seal_state" text,
  "valid_until" char(10),
  "recorded_by" text not null,
  "recorded_by_name" text not null,
  "recorder_linked_by" text,
  "at" timestamptz(3) not null,
  constraint "inspection_item_result_pkey" primary key ("organisation_id", "item_id"),
  constraint "inspection_item_result_item_fkey" foreign key ("organisation_id", "item_id")
    references "inspection_item" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "inspection_item_result_verdict" check ("verdict" in ('passed', 'failed')),
  constraint "inspection_item_result_seal" check ("seal_state" in ('intact', 'broken', 'tampered')),
  constraint "inspection_item_result_sealed" check ("seal_state" is null or "seal_number" is not null)
);

-- The second officer of goods that two look at, at each of the ends.
create table "inspection_countersignature" (
  "organisation_id" uuid not null,
  "inspection_id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "signed_by" text not null,
  "signed_by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "inspection_countersignature_pkey" primary key ("organisation_id", "inspection_id"),
  constraint "inspection_countersignature_inspection_fkey" foreign key ("organisation_id", "inspection_id")
    references "inspection" ("organisation_id", "id") on delete restrict on update cascade
);

create table "sample" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "item_id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "quantity" text not null,
  "seal_number" text not null,
  "taken_by" text not null,
  "taken_by_name" text not null,
  "taken_at" timestamptz(3) not null,
  "at" timestamptz(3) not null,
  constraint "sample_pkey" primary key ("organisation_id", "id"),
  constraint "sample_item_fkey" foreign key ("organisation_id", "item_id")
    references "inspection_item" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "sample_taken_before" check ("taken_at" <= "at")
);
create index "sample_shipment_idx" on "sample" ("source_organisation_id", "shipment_id");

create table "sample_custody" (
  "organisation_id" uuid not null,
  "sample_id" uuid not null,
  "position" integer not null,
  "step" text not null,
  "holder" text not null,
  "is_seal_intact" boolean not null,
  "happened_at" timestamptz(3) not null,
  "recorded_by" text not null,
  "recorded_by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "sample_custody_pkey" primary key ("organisation_id", "sample_id", "position"),
  constraint "sample_custody_sample_fkey" foreign key ("organisation_id", "sample_id")
    references "sample" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "sample_custody_step" check ("step" in ('handed_over', 'received')),
  constraint "sample_custody_counted" check ("position" > 0),
  constraint "sample_custody_before" check ("happened_at" <= "at")
);

create table "lab_result" (
  "organisation_id" uuid not null,
  "sample_id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "laboratory" text not null,
  "report_number" text not null,
  "method" text not null,
  "reported_on" char(10) not null,
  "valid_until" char(10),
  -- Analyte, value, unit and limit, as the report has them; the verdict follows from them and from the chain.
  "values" jsonb not null,
  "verdict" text not null,
  "recorded_by" text not null,
  "recorded_by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "lab_result_pkey" primary key ("organisation_id", "sample_id"),
  constraint "lab_result_sample_fkey" foreign key ("organisation_id", "sample_id")
    references "sample" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "lab_result_measured" check (jsonb_array_length("values") > 0),
  constraint "lab_result_verdict" check ("verdict" in ('within_limits', 'exceeds', 'chain_broken'))
);

-- The second signature is another officer's than the results of its inspection.
create function another_countersigns() returns trigger language plpgsql as $$
begin
  if exists (select from inspection_item i join inspection_item_result r
      on r.organisation_id = i.organisation_id and r.item_id = i.id
      where i.organisation_id = new.organisation_id and i.inspection_id = new.inspection_id and r.recorded_by = new.signed_by) then
    raise exception 'inspection % is countersigned by another officer', new.inspection_id
      using errcode = '23514', constraint = 'another_countersigns';
  end if;
  return new;
end $$;
create trigger another_countersigns before insert on "inspection_countersignature"
  for each row execute function another_countersigns();

-- The chain has no gap and does not go back in time: each step follows the one before, and handing over alternates with
-- receiving.
create function custody_follows() returns trigger language plpgsql as $$
declare
  before record;
begin
  select "position", step, happened_at into before from sample_custody
    where organisation_id = new.organisation_id and sample_id = new.sample_id order by "position" desc limit 1;
  if new.position <> coalesce(before.position, 0) + 1 or new.happened_at < before.happened_at
    or new.step = coalesce(before.step, 'received') then
    raise exception 'custody of sample % does not follow', new.sample_id
      using errcode = '23514', constraint = 'custody_follows';
  end if;
  return new;
end $$;
create trigger custody_follows before insert on "sample_custody" for each row execute function custody_follows();

do $$
declare t text;
begin
  foreach t in array array['inspection_item', 'inspection_item_result', 'inspection_countersignature', 'sample', 'sample_custody', 'lab_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy only_authorities on %I as restrictive to twogate_app using (is_authority(organisation_id)) with check (is_authority(organisation_id))', t);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
  -- What was looked at, and with which result, is shown to whose goods they are; who looked and who carried is not.
  foreach t in array array['inspection_item', 'inspection_item_result', 'lab_result'] loop
    execute format('create policy shown_to_owner on %I for select to twogate_app using (source_organisation_id = app_organisation())', t);
  end loop;
  foreach t in array array['inspection_item', 'inspection_item_result', 'inspection_countersignature', 'sample', 'lab_result'] loop
    execute format('create policy lodged_here on %I as restrictive for insert to twogate_app with check (is_lodged_here(source_organisation_id, shipment_id))', t);
  end loop;
end
$$;
