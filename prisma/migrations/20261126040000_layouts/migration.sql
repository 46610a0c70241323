-- What corrections taught of how the papers of a sender look. It belongs to the organisation that made them, and nobody
-- is granted it: an authority sees what was lodged, not how a broker reads.
create table "layout" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "type" text not null,
  "body" bytea not null,
  "learned_at" timestamptz(3) not null,
  constraint "layout_pkey" primary key ("organisation_id", "id")
);
create index "layout_organisation_id_learned_at_idx" on "layout" ("organisation_id", "learned_at" desc);

alter table "layout" enable row level security;
alter table "layout" force row level security;
grant select, insert, update, delete on "layout" to twogate_app;
create policy own_rows on "layout" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
do $$
begin
  execute format('create policy owner_maintains on "layout" to %I using (true) with check (true)', current_user);
end
$$;
