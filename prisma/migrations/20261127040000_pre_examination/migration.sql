-- What an authority knows of a case before its officer opens it, and what officers made of what it suggests. Both belong
-- to the authority; no broker reads them, and nothing of them changes once it is written.
create table "pre_examination" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "clearance_id" uuid not null,
  "case_id" uuid not null,
  "declaration_id" uuid not null,
  "made_by" text not null,
  "at" timestamptz(3) not null,
  "body" bytea not null,
  constraint "pre_examination_pkey" primary key ("organisation_id", "id"),
  constraint "maker_known" check (made_by in ('worker', 'officer')),
  constraint "pre_examination_shipment_fkey" foreign key ("source_organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "pre_examination_once" on "pre_examination" ("organisation_id", "case_id", "declaration_id");

create table "suggestion_feedback" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "pre_examination_id" uuid not null,
  "case_id" uuid not null,
  "suggestion" text not null,
  "verdict" text not null,
  "sealed" bytea not null,
  "given_by" text not null,
  "given_by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "suggestion_feedback_pkey" primary key ("organisation_id", "id"),
  constraint "suggestion_feedback_pre_examination_fkey" foreign key ("organisation_id", "pre_examination_id")
    references "pre_examination" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "verdict_known" check (verdict in ('accepted', 'edited', 'rejected'))
);
create index "suggestion_feedback_organisation_id_at_idx" on "suggestion_feedback" ("organisation_id", "at");
create index "suggestion_feedback_organisation_id_case_id_idx" on "suggestion_feedback" ("organisation_id", "case_id");

-- Past lines are found by their heading and by whom they share.
create index "history_entry_heading_idx" on "history_entry" ("organisation_id", (left(facts ->> 'commodityCode', 4)), "day" desc);
create index "history_entry_importer_idx" on "history_entry" ("organisation_id", (facts ->> 'importer'), "day" desc);
create index "history_entry_exporter_idx" on "history_entry" ("organisation_id", (facts ->> 'exporter'), "day" desc);

do $$
declare t text;
begin
  foreach t in array array['pre_examination', 'suggestion_feedback'] loop
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
