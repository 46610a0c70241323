-- What selectivity knew of every line of a declaration on its day, and what came of it. It belongs to the authority:
-- risk is learned from the goods of all brokers, and no broker sees it.
create table "history_entry" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "day" char(10) not null,
  "at" timestamptz(3) not null,
  "stage" "stage" not null,
  "line" integer not null,
  "reference" text not null,
  "source_organisation_id" uuid,
  "shipment_id" uuid,
  "clearance_id" uuid,
  "declaration_id" uuid,
  "facts" jsonb not null,
  "subject" jsonb not null,
  "lane" "lane",
  "lane_cause" text,
  "score" integer,
  "probability" double precision,
  "model_version" text,
  "is_generated" boolean not null default false,
  constraint "history_entry_pkey" primary key ("organisation_id", "id"),
  -- Real entries come from a clearance; those that were made up or imported have none.
  constraint "history_entry_source" check ((clearance_id is null) = (source_organisation_id is null))
);
-- Nothing happens twice: a line of a declaration is asked once at each gate.
create unique index "history_entry_once" on "history_entry" ("organisation_id", "clearance_id", "declaration_id", "line");
create index "history_entry_organisation_id_day_idx" on "history_entry" ("organisation_id", "day");
create index "history_entry_organisation_id_clearance_id_idx" on "history_entry" ("organisation_id", "clearance_id");

create table "history_outcome" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "entry_id" uuid not null,
  "known_on" char(10) not null,
  "basis" text not null,
  "is_irregular" boolean not null,
  "irregularity" text,
  "revenue" decimal(18, 2) not null,
  "source" text not null,
  "recorded_by" text not null,
  "recorded_at" timestamptz(3) not null,
  constraint "history_outcome_pkey" primary key ("organisation_id", "id"),
  constraint "history_outcome_entry_fkey" foreign key ("organisation_id", "entry_id")
    references "history_entry" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "basis_known" check (basis in ('rule', 'score', 'random', 'exploration', 'other')),
  constraint "irregularity_known" check (irregularity in ('VALUE', 'CLASSIFICATION', 'ORIGIN', 'QUANTITY', 'ENTITY', 'CONTROLLED')),
  constraint "source_known" check (source in ('inspection', 'review', 'audit', 'import')),
  constraint "nothing_found_nothing_lost" check (is_irregular or (irregularity is null and revenue = 0)),
  constraint "revenue_counted" check (revenue >= 0)
);
create index "history_outcome_organisation_id_entry_id_idx" on "history_outcome" ("organisation_id", "entry_id");
create index "history_outcome_organisation_id_known_on_idx" on "history_outcome" ("organisation_id", "known_on");

do $$
declare t text;
begin
  foreach t in array array['history_entry', 'history_outcome'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy only_authorities on %I as restrictive to twogate_app using (is_authority(organisation_id)) with check (is_authority(organisation_id))', t);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;

-- Who lodges with an authority adds to its history what was lodged, and reads none of it.
create policy lodged_rows on "history_entry" for insert to twogate_app with check (
  source_organisation_id = app_organisation() and not is_generated
  -- Of now, at the offices' day, and of a clearance of that shipment: nobody writes a past that was not.
  and at between now() - interval '10 minutes' and now() + interval '10 minutes'
  and day between to_char((now() at time zone 'Asia/Shanghai') - interval '1 day', 'YYYY-MM-DD')
    and to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
  and exists (
    select from clearance c where c.organisation_id = app_organisation() and c.id = history_entry.clearance_id
      and c.shipment_id = history_entry.shipment_id)
  and exists (
    select from access_grant g
    where g.organisation_id = app_organisation() and g.shipment_id = history_entry.shipment_id
      and g.grantee_organisation_id = history_entry.organisation_id));
