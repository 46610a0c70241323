-- Passports that others issued and whose signature was right, each once under its id: the same id with another content is
-- no other passport. What was said of one when it was last checked stands beside it.
create table "foreign_passport" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "issuer" text not null,
  "credential_id" text not null,
  "sha256" char(64) not null,
  "credential" text not null,
  "verdict" text not null,
  "checked_by" text not null,
  "checked_at" timestamptz(3) not null,
  constraint "foreign_passport_pkey" primary key ("organisation_id", "id"),
  constraint "foreign_passport_signed" check ("verdict" in ('valid', 'expired', 'not_yet', 'suspended', 'revoked', 'status_unknown'))
);
create unique index "foreign_passport_once" on "foreign_passport" ("organisation_id", "issuer", "credential_id");

alter table "foreign_passport" enable row level security;
alter table "foreign_passport" force row level security;
create policy own_rows on "foreign_passport" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
do $$
begin
  execute format('create policy owner_maintains on "foreign_passport" to %I using (true) with check (true)', current_user);
end
$$;
grant select, insert on "foreign_passport" to twogate_app;
grant update ("verdict", "checked_by", "checked_at") on "foreign_passport" to twogate_app;
