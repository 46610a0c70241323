-- Which code a broker settled for which goods: what classification learns from. It is the broker's own knowledge, and
-- nobody is granted it. The same goods have one code, the last that was settled.
create table "code_decision" (
  "organisation_id" uuid not null,
  "key" text not null,
  "description" text not null,
  "commodity_code" text not null,
  "decided_by" text not null,
  "decided_at" timestamptz(3) not null,
  constraint "code_decision_pkey" primary key ("organisation_id", "key"),
  constraint "code_decision_code" check ("commodity_code" ~ '^[0-9]{6,13}$')
);
create index "code_decision_organisation_id_decided_at_idx" on "code_decision" ("organisation_id", "decided_at" desc);

alter table "code_decision" enable row level security;
alter table "code_decision" force row level security;
grant select, insert, update on "code_decision" to twogate_app;
create policy own_rows on "code_decision" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
do $$
begin
  execute format('create policy owner_maintains on "code_decision" to %I using (true) with check (true)', current_user);
end
$$;
