-- Goods passports: what a broker states of goods and has signed, published until it is taken back. What was issued never
-- changes; a mended passport is another one that takes its place.

-- Who publishes reads from here on alone: views of what is public, and no table.
do $$
begin
  if not exists (select from pg_roles where rolname = 'twogate_publisher') then create role twogate_publisher nologin; end if;
  execute format('grant twogate_publisher to %I', current_user);
end
$$;
grant usage on schema public to twogate_publisher;

-- Two lists of bits for offline verifiers, of revocation and of suspension, in which a passport has the same place. The
-- signed snapshots are short-lived and made anew by the worker.
create table "status_list" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "revocation_id" text not null,
  "suspension_id" text not null,
  "revocation_snapshot" text,
  "suspension_snapshot" text,
  "published_at" timestamptz(3),
  "created_at" timestamptz(3) not null,
  constraint "status_list_pkey" primary key ("organisation_id", "id"),
  constraint "status_list_ids" check ("revocation_id" ~ '^[A-Za-z0-9_-]{22}$' and "suspension_id" ~ '^[A-Za-z0-9_-]{22}$'),
  constraint "status_list_published_whole"
    check (num_nulls("revocation_snapshot", "suspension_snapshot", "published_at") in (0, 3))
);
create unique index "status_list_revocation" on "status_list" ("revocation_id");
create unique index "status_list_suspension" on "status_list" ("suspension_id");

create table "goods_passport" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  -- 128 random bits, so that nobody finds a passport by counting.
  "public_id" text not null,
  "state" text not null,
  "version" integer not null,
  "supersedes_id" uuid,
  "granularity" text not null,
  "gtin" text not null,
  "batch" text,
  "serial" text,
  "name" text not null,
  "content" jsonb not null,
  "history" jsonb not null default '[]',
  "shipment_ids" uuid[] not null default '{}',
  "valid_until" char(10) not null,
  "status_list_id" uuid,
  "status_index" integer,
  "credential" text,
  "credential_sha256" text,
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  "issued_by" text,
  "issued_at" timestamptz(3),
  "suspended_by" text,
  "suspended_linked_by" text,
  "suspended_at" timestamptz(3),
  "reason" text,
  "note" text,
  "ended_by" text,
  "ended_at" timestamptz(3),
  constraint "goods_passport_pkey" primary key ("organisation_id", "id"),
  constraint "goods_passport_public" check ("public_id" ~ '^[A-Za-z0-9_-]{22}$'),
  constraint "goods_passport_state" check ("state" in ('draft', 'issued', 'suspended', 'superseded', 'revoked')),
  constraint "goods_passport_level" check ("granularity" in ('model', 'batch', 'item')),
  constraint "goods_passport_gtin" check ("gtin" ~ '^[0-9]{14}$'),
  constraint "goods_passport_content" check (jsonb_typeof("content") = 'object' and jsonb_typeof("history") = 'array'),
  constraint "goods_passport_signed" check (
    ("state" = 'draft') = ("credential" is null)
    and num_nulls("credential", "credential_sha256", "status_list_id", "status_index", "issued_at", "issued_by") in (0, 6)),
  constraint "goods_passport_suspended" check (
    "state" <> 'suspended' or num_nulls("suspended_by", "suspended_at", "reason") = 0),
  constraint "goods_passport_ended" check (("state" in ('superseded', 'revoked')) = ("ended_at" is not null)),
  constraint "goods_passport_index" check ("status_index" between 0 and 131071),
  constraint "goods_passport_list_fkey" foreign key ("organisation_id", "status_list_id")
    references "status_list" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "goods_passport_supersedes_fkey" foreign key ("organisation_id", "supersedes_id")
    references "goods_passport" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "goods_passport_public_id" on "goods_passport" ("public_id");
create unique index "goods_passport_place" on "goods_passport" ("organisation_id", "status_list_id", "status_index");
-- Goods have one passport of a broker at a time.
create unique index "goods_passport_in_force" on "goods_passport" ("organisation_id", "gtin", coalesce("batch", ''), coalesce("serial", ''))
  where "state" in ('issued', 'suspended');
create index "goods_passport_state_idx" on "goods_passport" ("organisation_id", "state", "id" desc);
create index "goods_passport_goods_idx" on "goods_passport" ("gtin", "batch", "serial");
create index "goods_passport_supersedes_idx" on "goods_passport" ("organisation_id", "supersedes_id");

-- Pictures of labels that the organisation gave. What is published as a label is one of these: the hash of another's file
-- brings nobody its picture.
create table "passport_label" (
  "organisation_id" uuid not null,
  "sha256" char(64) not null,
  "media_type" text not null,
  "added_by" text not null,
  "added_at" timestamptz(3) not null,
  constraint "passport_label_pkey" primary key ("organisation_id", "sha256"),
  constraint "passport_label_picture" check ("media_type" in ('image/png', 'image/jpeg'))
);

do $$
declare t text;
begin
  foreach t in array array['status_list', 'goods_passport', 'passport_label'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;
grant select, insert on "status_list", "goods_passport", "passport_label" to twogate_app;
grant delete on "goods_passport" to twogate_app;
grant update ("revocation_snapshot", "suspension_snapshot", "published_at") on "status_list" to twogate_app;
grant update ("state", "granularity", "gtin", "batch", "serial", "name", "content", "history", "shipment_ids", "valid_until",
  "status_list_id", "status_index", "credential", "credential_sha256", "issued_by", "issued_at", "suspended_by",
  "suspended_linked_by", "suspended_at", "reason", "note", "ended_by", "ended_at") on "goods_passport" to twogate_app;

-- What was issued stays as it was signed, and goes from state to state by the one way.
create function guard_passport() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'passport % was issued and stays on record', old.id using errcode = '23001';
    end if;
    return old;
  end if;
  if old.state <> 'draft' and (new.granularity, new.gtin, new.batch, new.serial, new.name, new.content, new.history,
      new.valid_until, new.status_list_id, new.status_index, new.credential, new.credential_sha256, new.issued_at)
      is distinct from (old.granularity, old.gtin, old.batch, old.serial, old.name, old.content, old.history,
      old.valid_until, old.status_list_id, old.status_index, old.credential, old.credential_sha256, old.issued_at) then
    raise exception 'passport % stays as it was issued', old.id using errcode = '23001';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'issued'), ('issued', 'suspended'),
      ('issued', 'superseded'), ('suspended', 'issued'), ('suspended', 'revoked')) then
    raise exception 'passport % is %, and does not become %', old.id, old.state, new.state using errcode = '23001';
  end if;
  -- Two people take a passport back: who suspended it does not revoke it.
  if old.state = 'suspended' and new.state = 'revoked' and new.ended_by = old.suspended_by then
    raise exception 'passport % is revoked by a second person', old.id using errcode = '23001';
  end if;
  return new;
end $$;
revoke all on function guard_passport() from public;
create trigger guard_passport before update or delete on "goods_passport" for each row execute function guard_passport();

-- A place of the list that is free, by chance: numbers in a row would tell what was issued together. The caller holds the
-- lock on the list.
create function free_status_index(owner uuid, list uuid) returns integer language plpgsql volatile
  set search_path = public, pg_temp as $$
declare
  place integer;
begin
  for i in 1..1000 loop
    place := ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 8))::bit(32)::bigint % 131072;
    if not exists (select from goods_passport where organisation_id = owner and status_list_id = list and status_index = place) then
      return place;
    end if;
  end loop;
  raise exception 'status list % is full', list using errcode = '53400';
end $$;

-- Who publishes forgets what changed.
create function tell_published() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'status_list' then
    perform pg_notify('twogate_published', json_build_object('lists', json_build_array(new.revocation_id, new.suspension_id))::text);
  elsif new.state <> 'draft' then
    perform pg_notify('twogate_published', json_build_object('passport', new.public_id, 'gtin', new.gtin)::text);
  end if;
  return null;
end $$;
revoke all on function tell_published() from public;
create trigger tell_published after insert or update on "goods_passport" for each row execute function tell_published();
create trigger tell_published after update on "status_list" for each row execute function tell_published();

-- What is public of passports, by name: neither whose they are nor who wrote them, nor which shipments they came with.
create view "published_passport" as
  select p.public_id, p.state, p.version, p.granularity, p.gtin, p.batch, p.serial, p.content, p.history, p.valid_until,
    p.issued_at, p.ended_at, case when p.state in ('suspended', 'revoked') then p.reason end as reason,
    p.credential, l.revocation_id, l.suspension_id, p.status_index,
    (select n.public_id from goods_passport n
      where n.organisation_id = p.organisation_id and n.supersedes_id = p.id and n.state <> 'draft'
      order by n.version desc limit 1) as successor_id,
    p.content #>> '{label,sha256}' as label_sha256, p.content #>> '{label,mediaType}' as label_media_type
  from goods_passport p
  join status_list l on l.organisation_id = p.organisation_id and l.id = p.status_list_id
  where p.state <> 'draft';
create view "published_status_list" as
  select revocation_id as public_id, revocation_snapshot as credential, published_at from status_list where published_at is not null
  union all
  select suspension_id, suspension_snapshot, published_at from status_list where published_at is not null;
revoke all on "published_passport", "published_status_list" from public, twogate_app;
grant select on "published_passport", "published_status_list" to twogate_publisher;
