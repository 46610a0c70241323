-- Named views of working lists: what stands in the address of a list, and its columns. A view is of one person; shared,
-- it is read by all of the organisation, and changed by that person alone.
create table "saved_view" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "list" text not null,
  "name" text not null,
  "owner_id" text not null,
  "query" jsonb not null,
  "columns" text[] not null default '{}',
  "is_shared" boolean not null default false,
  "created_at" timestamptz(3) not null,
  "changed_at" timestamptz(3) not null,
  constraint "saved_view_pkey" primary key ("organisation_id", "id"),
  constraint "saved_view_named" check (length(trim("name")) between 1 and 60),
  constraint "saved_view_filters" check (jsonb_typeof("query") = 'object')
);
create unique index "saved_view_name_once" on "saved_view" ("organisation_id", "owner_id", "list", lower("name"));
create index "saved_view_list_idx" on "saved_view" ("organisation_id", "list");

-- The view that a person begins a list with: one's own, or a shared one.
create table "saved_view_default" (
  "organisation_id" uuid not null,
  "person_id" text not null,
  "list" text not null,
  "view_id" uuid not null,
  constraint "saved_view_default_pkey" primary key ("organisation_id", "person_id", "list"),
  constraint "saved_view_default_view_fkey" foreign key ("organisation_id", "view_id")
    references "saved_view" ("organisation_id", "id") on delete cascade on update cascade
);
create index "saved_view_default_view_idx" on "saved_view_default" ("organisation_id", "view_id");

do $$
declare t text;
begin
  foreach t in array array['saved_view', 'saved_view_default'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;
create policy own_rows on "saved_view" for select to twogate_app
  using (organisation_id = app_organisation() and (is_shared or owner_id = app_person()::text));
create policy own_added on "saved_view" for insert to twogate_app
  with check (organisation_id = app_organisation() and owner_id = app_person()::text);
create policy own_changed on "saved_view" for update to twogate_app
  using (organisation_id = app_organisation() and owner_id = app_person()::text)
  with check (organisation_id = app_organisation() and owner_id = app_person()::text);
create policy own_removed on "saved_view" for delete to twogate_app
  using (organisation_id = app_organisation() and owner_id = app_person()::text);
create policy own_rows on "saved_view_default" to twogate_app
  using (organisation_id = app_organisation() and person_id = app_person()::text)
  with check (organisation_id = app_organisation() and person_id = app_person()::text);

grant select, insert, delete on "saved_view", "saved_view_default" to twogate_app;
grant update ("name", "query", "columns", "is_shared", "changed_at") on "saved_view" to twogate_app;
grant update ("view_id") on "saved_view_default" to twogate_app;
