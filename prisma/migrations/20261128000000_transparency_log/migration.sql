-- One log for the installation. What is written into it is a commitment for each entry of evidence: a hash under a salt
-- that the subject has, so that the log names nobody and whoever erases the salt erases what the log could say.

do $$
begin
  if not exists (select from pg_roles where rolname = 'twogate_log') then create role twogate_log nologin; end if;
  execute format('grant twogate_log to %I', current_user);
end
$$;
grant usage on schema public to twogate_log;

-- The salt of a subject, a shipment or what else evidence is about, sealed with the key of its organisation.
create table "evidence_salt" (
  "organisation_id" uuid not null references "organisation"("id"),
  "subject_id" uuid not null,
  "salt" bytea not null,
  constraint "evidence_salt_pkey" primary key ("organisation_id", "subject_id")
);
alter table "evidence_salt" enable row level security;
alter table "evidence_salt" force row level security;
grant select, insert, delete on "evidence_salt" to twogate_app;
create policy own_rows on "evidence_salt" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
-- An officer's decision is evidence of the shipment that it is about.
create policy granted_rows on "evidence_salt" for select to twogate_app using (is_granted(organisation_id, subject_id));
create policy granted_records on "evidence_salt" for insert to twogate_app with check (is_granted(organisation_id, subject_id));

-- What was recorded and has no place in the log yet. It is written in the transaction of what it is about.
create table "log_pending" (
  "ordinal" bigint generated always as identity,
  "leaf_id" uuid not null,
  "commitment" bytea not null,
  constraint "log_pending_pkey" primary key ("ordinal"),
  constraint "log_pending_commitment" check (octet_length("commitment") = 32)
);
create unique index "log_pending_leaf_id_key" on "log_pending" ("leaf_id");
grant insert, select on "log_pending" to twogate_app;
grant select, delete on "log_pending" to twogate_log;

-- The leaves in their places, from 0.
create table "log_leaf" (
  "index" bigint not null,
  "leaf_id" uuid not null,
  "commitment" bytea not null,
  constraint "log_leaf_pkey" primary key ("index"),
  constraint "log_leaf_commitment" check (octet_length("commitment") = 32)
);
create unique index "log_leaf_leaf_id_key" on "log_leaf" ("leaf_id");
grant select on "log_leaf" to twogate_app;
grant select, insert on "log_leaf" to twogate_log;

-- The tiles of the tree (C2SP tlog-tiles). One at the right edge grows; what it held stays.
create table "log_tile" (
  "level" smallint not null,
  "index" bigint not null,
  "hashes" bytea not null,
  constraint "log_tile_pkey" primary key ("level", "index"),
  constraint "log_tile_whole" check (octet_length("hashes") between 32 and 8192 and octet_length("hashes") % 32 = 0)
);
-- Hashes do not compress, and trying costs more than the rest.
alter table "log_tile" alter column "hashes" set storage external;
grant select on "log_tile" to twogate_app;
grant select, insert, update on "log_tile" to twogate_log;

create function tile_grows() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if octet_length(new.hashes) < octet_length(old.hashes)
    or substring(new.hashes from 1 for octet_length(old.hashes)) <> old.hashes then
    raise exception 'tile % of level % would lose what it holds', old.index, old.level using errcode = '23001';
  end if;
  return new;
end
$$;
create trigger tile_grows before update on "log_tile" for each row execute function tile_grows();

-- States of the tree: durable first, then signed, then shown to witnesses, then published.
create table "log_checkpoint" (
  "size" bigint not null,
  "root" bytea not null,
  "sequenced_at" timestamptz(3) not null,
  -- The signed note of the log, without cosignatures; null until the signing process signed.
  "note" text,
  "signed_at" timestamptz(3),
  "published_at" timestamptz(3),
  -- Whether fewer witnesses than are asked for had seen it when it was published.
  "is_unwitnessed" boolean,
  constraint "log_checkpoint_pkey" primary key ("size"),
  constraint "log_checkpoint_root" check (octet_length("root") = 32),
  constraint "log_checkpoint_signed" check (("note" is null) = ("signed_at" is null)),
  constraint "log_checkpoint_published" check ("published_at" is null or "note" is not null),
  constraint "log_checkpoint_witnessed" check (("is_unwitnessed" is null) = ("published_at" is null))
);
create index "log_checkpoint_published_idx" on "log_checkpoint" ("size" desc) where "published_at" is not null;
grant select on "log_checkpoint" to twogate_app;
grant select, insert, update on "log_checkpoint" to twogate_log;

-- Who has seen a checkpoint, as a line of its note.
create table "log_cosignature" (
  "size" bigint not null references "log_checkpoint"("size"),
  "witness" text not null,
  "line" text not null,
  "seen_at" timestamptz(3) not null,
  constraint "log_cosignature_pkey" primary key ("size", "witness")
);
grant select on "log_cosignature" to twogate_app;
grant select, insert on "log_cosignature" to twogate_log;

-- Who is asked to witness: its name, its key as a line, and where it listens.
create table "log_witness" (
  "name" text not null,
  "key" text not null,
  "address" text not null,
  -- The size that it cosigned last, as far as we know; the witness says when that is another.
  "seen_size" bigint not null default 0,
  "failed_since" timestamptz(3),
  "last_error" text,
  "is_active" boolean not null default true,
  constraint "log_witness_pkey" primary key ("name")
);
grant select on "log_witness" to twogate_app;
grant select, insert, update on "log_witness" to twogate_log;

-- What must not happen to a log and did: publication stops until a person has looked.
create table "log_incident" (
  "id" uuid not null,
  "kind" text not null,
  "detail" text not null,
  "at" timestamptz(3) not null,
  "resolved_at" timestamptz(3),
  "resolved_by" text,
  "resolution" text,
  constraint "log_incident_pkey" primary key ("id"),
  constraint "log_incident_resolved" check (("resolved_at" is null) = ("resolved_by" is null) and ("resolved_at" is null) = ("resolution" is null))
);
create unique index "log_incident_open_key" on "log_incident" ("kind", "detail") where "resolved_at" is null;
grant select on "log_incident" to twogate_app;
grant update ("resolved_at", "resolved_by", "resolution") on "log_incident" to twogate_app;
grant select, insert on "log_incident" to twogate_log;

do $$
declare t text;
begin
  foreach t in array array['log_leaf', 'log_cosignature'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
  foreach t in array array['log_tile', 'log_checkpoint', 'log_incident'] loop
    execute format('create trigger no_removal before delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;

-- A checkpoint says what it said: only what was not yet there is filled in.
create function checkpoint_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.size <> old.size or new.root <> old.root or new.sequenced_at <> old.sequenced_at
    or (old.note is not null and new.note is distinct from old.note)
    or (old.published_at is not null and new.published_at is distinct from old.published_at) then
    raise exception 'checkpoint % stands', old.size using errcode = '23001';
  end if;
  return new;
end
$$;
create trigger checkpoint_stands before update on "log_checkpoint" for each row execute function checkpoint_stands();

-- Evidence from before there was a log gets its leaves once for each organisation.
create table "log_adoption" (
  "organisation_id" uuid not null references "organisation"("id"),
  "adopted_at" timestamptz(3) not null,
  constraint "log_adoption_pkey" primary key ("organisation_id")
);
alter table "log_adoption" enable row level security;
alter table "log_adoption" force row level security;
grant select, insert on "log_adoption" to twogate_app;
create policy own_rows on "log_adoption" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy all_rows on "log_adoption" for select to twogate_log using (true);
grant select on "log_adoption" to twogate_log;
grant select on "organisation" to twogate_log;

-- What a release was stated with, sealed; the log holds a hash of its digests.
create table "release_statement" (
  "organisation_id" uuid not null,
  "release_id" uuid not null,
  "shipment_id" uuid not null,
  "fields" bytea not null,
  constraint "release_statement_pkey" primary key ("organisation_id", "release_id"),
  constraint "release_statement_release_fkey" foreign key ("organisation_id", "release_id") references "release_order"("organisation_id", "id"),
  constraint "release_statement_shipment_fkey" foreign key ("organisation_id", "shipment_id") references "shipment"("organisation_id", "id")
);
alter table "release_statement" enable row level security;
alter table "release_statement" force row level security;
grant select, insert on "release_statement" to twogate_app;
create policy own_rows on "release_statement" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy granted_rows on "release_statement" for select to twogate_app using (is_granted(organisation_id, shipment_id));
create trigger append_only before update or delete or truncate on "release_statement"
  for each statement execute function refuse_change();

-- The cluster's owner maintains these as all others.
do $$
declare t text;
begin
  foreach t in array array['evidence_salt', 'log_adoption', 'release_statement'] loop
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;
