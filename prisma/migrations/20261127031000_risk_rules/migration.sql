-- Rules of risk: versions that change no more once they are checked, backtests, activations, hits, lists and switches.
create type "rule_version_state" as enum ('draft', 'checked', 'backtested', 'shadow', 'approved', 'rejected');

create table "risk_rule" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "code" text not null,
  "origin" text not null,
  "created_at" timestamptz(3) not null,
  constraint "risk_rule_pkey" primary key ("organisation_id", "id"),
  constraint "origin_known" check (origin in ('own', 'rule_pack'))
);
create unique index "risk_rule_organisation_id_code_key" on "risk_rule" ("organisation_id", "code");

create table "risk_rule_version" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "rule_id" uuid not null,
  "number" integer not null,
  "state" rule_version_state not null,
  "revision" integer not null default 1,
  "content" jsonb not null,
  "lane" "lane" not null,
  "author" text not null,
  "author_name" text not null,
  "author_linked_by" text,
  "checks" jsonb,
  "lists" text[] not null default '{}',
  "shadow_since" timestamptz(3),
  "reason" text,
  "created_at" timestamptz(3) not null,
  constraint "risk_rule_version_pkey" primary key ("organisation_id", "id"),
  constraint "risk_rule_version_rule_fkey" foreign key ("organisation_id", "rule_id")
    references "risk_rule" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "stops_or_marks" check (lane in ('blue', 'yellow', 'red'))
);
create unique index "risk_rule_version_number_key" on "risk_rule_version" ("organisation_id", "rule_id", "number");

-- Whoever wrote a part of a version, so that nobody of them approves it.
create table "risk_rule_author" (
  "organisation_id" uuid not null,
  "version_id" uuid not null,
  "author" text not null,
  "linked_by" text not null default '',
  constraint "risk_rule_author_pkey" primary key ("organisation_id", "version_id", "author", "linked_by"),
  constraint "risk_rule_author_version_fkey" foreign key ("organisation_id", "version_id")
    references "risk_rule_version" ("organisation_id", "id") on delete restrict on update cascade
);

create table "rule_backtest" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "version_id" uuid not null,
  "at" timestamptz(3) not null,
  "ran_by_name" text not null,
  "hits" integer not null,
  "declarations" integer not null,
  "stopped" integer not null,
  "result" jsonb not null,
  "result_hash" char(64) not null,
  constraint "rule_backtest_pkey" primary key ("organisation_id", "id"),
  constraint "rule_backtest_version_fkey" foreign key ("organisation_id", "version_id")
    references "risk_rule_version" ("organisation_id", "id") on delete restrict on update cascade
);
create index "rule_backtest_organisation_id_version_id_idx" on "rule_backtest" ("organisation_id", "version_id");

-- Which version of a rule is in force: of the rows whose day has come, the last that was written. None for a retirement.
create table "rule_activation" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "rule_id" uuid not null,
  "version_id" uuid,
  "kind" text not null,
  "from_day" char(10) not null,
  "at" timestamptz(3) not null,
  "acted_by" text not null,
  "acted_by_name" text not null,
  "reason" text,
  "acknowledges_no_hits" boolean not null default false,
  constraint "rule_activation_pkey" primary key ("organisation_id", "id"),
  constraint "rule_activation_rule_fkey" foreign key ("organisation_id", "rule_id")
    references "risk_rule" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "rule_activation_version_fkey" foreign key ("organisation_id", "version_id")
    references "risk_rule_version" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "kind_known" check (kind in ('approval', 'rollback', 'retirement', 'pack')),
  constraint "retires_alone" check ((version_id is null) = (kind = 'retirement'))
);
create index "rule_activation_organisation_id_rule_id_idx" on "rule_activation" ("organisation_id", "rule_id");

create table "rule_hit" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "rule_id" uuid not null,
  "version_id" uuid not null,
  "entry_id" uuid,
  "source_organisation_id" uuid,
  "shipment_id" uuid,
  "clearance_id" uuid,
  "lane" "lane" not null,
  "is_shadow" boolean not null,
  "is_selected" boolean not null,
  "facts" jsonb not null,
  "at" timestamptz(3) not null,
  constraint "rule_hit_pkey" primary key ("organisation_id", "id"),
  constraint "rule_hit_rule_fkey" foreign key ("organisation_id", "rule_id")
    references "risk_rule" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "rule_hit_version_fkey" foreign key ("organisation_id", "version_id")
    references "risk_rule_version" ("organisation_id", "id") on delete restrict on update cascade
);
create index "rule_hit_organisation_id_rule_id_at_idx" on "rule_hit" ("organisation_id", "rule_id", "at");

create table "named_list" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "name" text not null,
  "number" integer not null,
  "state" text not null,
  "entries" text[] not null,
  "author" text not null,
  "author_name" text not null,
  "author_linked_by" text,
  "approved_by" text,
  "approved_by_name" text,
  "created_at" timestamptz(3) not null,
  -- When it became current or was rejected; of the current ones of a name the last that was settled counts.
  "settled_at" timestamptz(3),
  constraint "settled_once" check ((state = 'proposed') = (settled_at is null)),
  constraint "named_list_pkey" primary key ("organisation_id", "id"),
  constraint "state_known" check (state in ('proposed', 'current', 'rejected')),
  constraint "bounded" check (cardinality(entries) <= 50000)
);
create unique index "named_list_number_key" on "named_list" ("organisation_id", "name", "number");

create table "kill_switch" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "kind" text not null,
  "value" text not null,
  "is_on" boolean not null,
  "reason" text not null,
  "acted_by" text not null,
  "acted_by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "kill_switch_pkey" primary key ("organisation_id", "id"),
  constraint "kind_known" check (kind in ('rule', 'code', 'origin')),
  constraint "has_reason" check (length(reason) >= 3)
);
create index "kill_switch_organisation_id_kind_value_at_idx" on "kill_switch" ("organisation_id", "kind", "value", "at");

do $$
declare t text;
begin
  foreach t in array array['risk_rule', 'risk_rule_version', 'risk_rule_author', 'rule_backtest', 'rule_activation', 'rule_hit', 'named_list', 'kill_switch'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    -- Selectivity is the authority's: who lodges neither writes its rules nor reads them.
    execute format('create policy only_authorities on %I as restrictive to twogate_app using (is_authority(organisation_id)) with check (is_authority(organisation_id))', t);
  end loop;
  foreach t in array array['risk_rule', 'risk_rule_author', 'rule_backtest', 'rule_activation', 'rule_hit', 'kill_switch'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;
grant update on "risk_rule_version" to twogate_app;
grant update on "named_list" to twogate_app;

-- A hit is written where the goods are assessed, which is the transaction of who lodged them; it is not read there.
create policy lodged_rows on "rule_hit" for insert to twogate_app with check (
  source_organisation_id = app_organisation() and exists (
    select from access_grant g
    where g.organisation_id = app_organisation() and g.shipment_id = rule_hit.shipment_id
      and g.grantee_organisation_id = rule_hit.organisation_id));

create function customs_day() returns text language sql stable
  as $$ select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') $$;

create function guard_rule_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = '23514';
    end if;
    return new;
  end if;
  if (new.rule_id, new.number, new.author, new.created_at) is distinct from (old.rule_id, old.number, old.author, old.created_at)
    or new.author_linked_by is distinct from old.author_linked_by then
    raise exception 'the author and the number of a version stay' using errcode = '23001';
  end if;
  if old.state <> 'draft' and (new.content, new.lane, new.lists) is distinct from (old.content, old.lane, old.lists) then
    raise exception 'version % is checked and changes no more', new.id using errcode = '23001';
  end if;
  if new.state = old.state then
    if old.state in ('approved', 'rejected') then
      raise exception 'version % is settled', new.id using errcode = '23001';
    end if;
    return new;
  end if;
  if not ((old.state, new.state) in (('draft', 'checked'), ('checked', 'backtested'), ('backtested', 'shadow'))
      or (new.state = 'rejected' and old.state <> 'approved')
      -- Only an activation approves.
      or (new.state = 'approved' and pg_trigger_depth() > 1)) then
    raise exception 'a version that is % does not become %', old.state, new.state using errcode = '23514';
  end if;
  if new.state = 'backtested' and not exists (
    select from rule_backtest b where b.organisation_id = new.organisation_id and b.version_id = new.id) then
    raise exception 'version % has no backtest', new.id using errcode = '23514';
  end if;
  if new.state = 'shadow' and new.shadow_since is null then
    raise exception 'version % begins its shadow at no time', new.id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_rule_version before insert or update on "risk_rule_version" for each row execute function guard_rule_version();

-- Nothing comes into force that was not backtested within seven days, that would stop everything or more than a fifth,
-- or that its own author approves; the use case says so first, and this says it to whoever goes around it.
create function guard_activation() returns trigger language plpgsql as $$
declare
  v risk_rule_version;
  b rule_backtest;
begin
  if new.kind = 'retirement' then return new; end if;
  select * into v from risk_rule_version w where w.organisation_id = new.organisation_id and w.id = new.version_id and w.rule_id = new.rule_id;
  if v.id is null then
    raise exception 'version % is none of rule %', new.version_id, new.rule_id using errcode = '23514';
  end if;
  if new.kind = 'rollback' then
    if v.state <> 'approved' or not exists (
      select from rule_activation a where a.organisation_id = new.organisation_id and a.version_id = new.version_id and a.kind in ('approval', 'pack')) then
      raise exception 'version % was never in force', v.number using errcode = '23514';
    end if;
    return new;
  end if;
  if new.from_day < customs_day() then
    raise exception 'a rule does not begin on %, which is past', new.from_day using errcode = '23514';
  end if;
  if new.kind = 'pack' then
    if v.number <> 1 or new.acted_by <> 'system' or not exists (
        select from risk_rule r where r.organisation_id = new.organisation_id and r.id = new.rule_id and r.origin = 'rule_pack')
      or exists (select from rule_activation a where a.organisation_id = new.organisation_id and a.rule_id = new.rule_id) then
      raise exception 'rule % does not come with the pack', new.rule_id using errcode = '23514';
    end if;
    update risk_rule_version set state = 'approved' where organisation_id = new.organisation_id and id = v.id;
    return new;
  end if;
  if v.state <> 'shadow' then
    raise exception 'version % is %, not in shadow', v.number, v.state using errcode = '23514';
  end if;
  if new.acted_by = v.author or new.acted_by = v.author_linked_by or exists (
    select from risk_rule_author a where a.organisation_id = new.organisation_id and a.version_id = v.id
      and (new.acted_by in (a.author, a.linked_by) or link_holder(new.acted_by) = a.author)) then
    raise exception 'version % needs a second person', v.number using errcode = '23514';
  end if;
  select * into b from rule_backtest t where t.organisation_id = new.organisation_id and t.version_id = v.id order by t.at desc, t.id desc limit 1;
  if b.id is null or b.at < now() - interval '7 days' then
    raise exception 'version % was not backtested within seven days', v.number using errcode = '23514';
  end if;
  -- A window of a day without declarations would say of no rule that it stops too much.
  if b.result -> 'window' ->> 'before' < to_char(b.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
    or (b.result -> 'window' ->> 'before')::date - (b.result -> 'window' ->> 'from')::date < 90
    or b.result -> 'window' ->> 'from' is null or b.result -> 'window' ->> 'before' is null then
    raise exception 'version % was not backtested over ninety days up to its backtest', v.number using errcode = '23514';
  end if;
  if b.result ->> 'fault' is not null then
    raise exception 'version % cannot be evaluated: %', v.number, b.result ->> 'fault' using errcode = '23514';
  end if;
  if (b.stopped > 0 and b.stopped = b.declarations) or b.stopped > b.declarations * 0.2 then
    raise exception 'version % would stop % of % declarations', v.number, b.stopped, b.declarations using errcode = '23514';
  end if;
  if b.hits = 0 and not new.acknowledges_no_hits then
    raise exception 'version % hits nothing, and nobody acknowledged it', v.number using errcode = '23514';
  end if;
  update risk_rule_version set state = 'approved' where organisation_id = new.organisation_id and id = v.id;
  return new;
end $$;
create trigger guard_activation before insert on "rule_activation" for each row execute function guard_activation();

-- A list that a rule asks which is or ever was in force, or is in shadow, is another one only by a second person's word:
-- one person brings an older version back, and must not have rewritten what it asks before.
create function is_list_in_use(organisation uuid, list text) returns boolean language sql stable as $$
  select exists (
    select from risk_rule_version v
    where v.organisation_id = organisation and list = any(v.lists) and (v.state = 'shadow'
      or exists (select from rule_activation a where a.organisation_id = organisation and a.version_id = v.id))) $$;

create function guard_named_list() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.name, new.number, new.entries, new.author, new.created_at) is distinct from (old.name, old.number, old.entries, old.author, old.created_at)
      or new.author_linked_by is distinct from old.author_linked_by or old.state <> 'proposed' then
      raise exception 'list % of version % changes no more', old.name, old.number using errcode = '23001';
    end if;
  elsif new.approved_by is not null then
    raise exception 'a list is not approved as it is written' using errcode = '23514';
  end if;
  if new.state = 'current' and is_list_in_use(new.organisation_id, new.name)
    and (new.approved_by is null or new.approved_by = new.author or new.approved_by = new.author_linked_by) then
    raise exception 'list % is in use and needs a second person', new.name using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_named_list before insert or update on "named_list" for each row execute function guard_named_list();
