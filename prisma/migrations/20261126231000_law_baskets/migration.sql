-- Changes of the law: prepared by one admin of an authority, approved by another, written when they are approved.
create type "law_basket_state" as enum ('draft', 'checked', 'approved', 'rejected', 'withdrawn');

create table "law_basket" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "title" text not null,
  "effective_on" char(10) not null,
  "state" law_basket_state not null,
  "version" integer not null default 1,
  "opened_by" text not null,
  "opened_by_name" text not null,
  "opener_linked_by" text,
  "checks" jsonb,
  "acknowledgements" jsonb not null default '[]',
  "approved_by" text,
  "approved_by_name" text,
  "reason" text,
  "created_at" timestamptz(3) not null,
  "decided_at" timestamptz(3),
  constraint "law_basket_pkey" primary key ("organisation_id", "id")
);

create table "law_change" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "basket_id" uuid not null,
  "kind" text not null,
  "replaces" text,
  "before" jsonb,
  "fact_id" text,
  "after" jsonb,
  "citation" text not null,
  "added_by" text not null,
  "added_by_name" text not null,
  "adder_linked_by" text,
  constraint "law_change_pkey" primary key ("organisation_id", "id"),
  constraint "law_change_organisation_id_basket_id_fkey" foreign key ("organisation_id", "basket_id")
    references "law_basket" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "kind_known" check (kind in ('measure', 'legal_parameter', 'requirement_rule', 'exchange_rate', 'geographical_area')),
  constraint "changes_something" check (replaces is not null or after is not null),
  constraint "has_source" check (length(citation) >= 10),
  constraint "ends_what_it_found" check ((replaces is null) = (before is null)),
  constraint "begins_under_an_id" check ((after is null) = (fact_id is null))
);
create index "law_change_organisation_id_basket_id_idx" on "law_change" ("organisation_id", "basket_id");
create index "law_change_replaces" on "law_change" ("replaces");
create index "law_change_fact" on "law_change" ("fact_id");

do $$
declare t text;
begin
  foreach t in array array['law_basket', 'law_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    -- The law is the same for all; who lodges does not write it.
    execute format('create policy only_authorities on %I as restrictive to twogate_app using (is_authority(organisation_id)) with check (is_authority(organisation_id))', t);
  end loop;
end
$$;
revoke delete on "law_basket" from twogate_app;

-- Whoever wrote a part of a basket, or let such a person in, or was let in by them, is no second person.
alter table "law_basket" add constraint two_people check (approved_by is null or approved_by <> opened_by);
alter table "law_basket" add constraint held_link check (approved_by is null or approved_by <> opener_linked_by);

-- What was approved is never rewritten, and nothing begins its life approved.
create function guard_law_change() returns trigger language plpgsql as $$
declare
  wanted record;
  standing law_basket_state;
begin
  if tg_op = 'DELETE' then wanted := old; else wanted := new; end if;
  select state into standing from law_basket b where b.organisation_id = wanted.organisation_id and b.id = wanted.basket_id;
  if standing not in ('draft', 'checked') then
    raise exception 'the basket of change % is settled', wanted.id using errcode = '23001';
  end if;
  return wanted;
end $$;
create trigger guard_law_change before insert or update or delete on "law_change" for each row execute function guard_law_change();

create function begin_law_basket() returns trigger language plpgsql as $$
begin
  if new.state <> 'draft' or new.approved_by is not null then
    raise exception 'a basket begins as a draft' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger begin_law_basket before insert on "law_basket" for each row execute function begin_law_basket();

create function law_table(kind text) returns text language sql immutable
  as $$ select case kind when 'measure' then 'tariff_measure' when 'legal_parameter' then 'legal_parameter' else 'reference_fact' end $$;

-- The application owns no reference data: approving a basket writes it, here, and withdrawing one takes it back.
create function settle_law_basket() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c law_change;
  last_day text := to_char(new.effective_on::date - 1, 'YYYY-MM-DD');
  touched integer;
begin
  if new.effective_on <> old.effective_on or new.opened_by <> old.opened_by then
    raise exception 'the day and the author of a basket stay' using errcode = '23001';
  end if;
  if new.state = old.state then
    if old.state not in ('draft', 'checked') then
      raise exception 'basket % is settled', new.id using errcode = '23001';
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (('draft', 'checked'), ('checked', 'draft'), ('checked', 'approved'), ('draft', 'rejected'), ('checked', 'rejected'), ('approved', 'withdrawn')) then
    raise exception 'a basket that is % does not become %', old.state, new.state using errcode = '23514';
  end if;
  -- The law of a day that has begun is not rewritten; days are those of the customs offices.
  if new.state in ('approved', 'withdrawn') and new.effective_on <= to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') then
    raise exception 'basket % begins on %, which is not ahead', new.id, new.effective_on using errcode = '23514';
  end if;
  if new.state = 'approved' then
    if new.approved_by is null or exists (
      select from law_change w where w.organisation_id = new.organisation_id and w.basket_id = new.id
        and (w.added_by = new.approved_by or w.adder_linked_by = new.approved_by)) then
      raise exception 'basket % needs a second person', new.id using errcode = '23514';
    end if;
    if not exists (select from law_change w where w.organisation_id = new.organisation_id and w.basket_id = new.id) then
      raise exception 'basket % changes nothing', new.id using errcode = '23514';
    end if;
    for c in select * from law_change w where w.organisation_id = new.organisation_id and w.basket_id = new.id order by w.id loop
      if c.replaces is not null then
        execute format(
          'update %I set valid_to = $1%s where id = $2 and valid_from <= $1 and valid_to::text is not distinct from $3',
          law_table(c.kind),
          case when c.kind = 'legal_parameter' then '' else ', fact = jsonb_set(fact, ''{validTo}'', to_jsonb($1))' end)
          using last_day, c.replaces, c.before ->> 'validTo';
        get diagnostics touched = row_count;
        if touched <> 1 then
          raise exception 'fact % is not as the basket found it', c.replaces using errcode = '40001';
        end if;
      end if;
      if c.after is null then continue; end if;
      if c.after ->> 'validFrom' <> new.effective_on or c.after ->> 'id' <> c.fact_id then
        raise exception 'fact % does not begin with its basket', c.fact_id using errcode = '23514';
      end if;
      if c.kind = 'legal_parameter' then
        insert into legal_parameter (id, code, value, unit, valid_from, valid_to, citation)
          values (c.fact_id, c.after ->> 'code', c.after ->> 'value', c.after ->> 'unit', c.after ->> 'validFrom', c.after ->> 'validTo', c.citation);
      elsif c.kind = 'measure' then
        insert into tariff_measure (id, jurisdiction, code, area, kind, fact, valid_from, valid_to, citation)
          values (c.fact_id, c.after ->> 'jurisdiction', c.after ->> 'code', c.after -> 'geography' ->> 'area', c.after ->> 'kind',
            c.after, c.after ->> 'validFrom', c.after ->> 'validTo', c.citation);
      else
        insert into reference_fact (id, kind, fact, valid_from, valid_to, citation)
          values (c.fact_id, c.kind, c.after, c.after ->> 'validFrom', c.after ->> 'validTo', c.citation);
      end if;
    end loop;
  elsif new.state = 'withdrawn' then
    if exists (
      select from law_change own
      join law_change later on later.replaces = own.fact_id
      join law_basket b on b.organisation_id = later.organisation_id and b.id = later.basket_id and b.state = 'approved'
      where own.organisation_id = new.organisation_id and own.basket_id = new.id) then
      raise exception 'another basket builds upon basket %', new.id using errcode = '23514';
    end if;
    for c in select * from law_change w where w.organisation_id = new.organisation_id and w.basket_id = new.id order by w.id desc loop
      if c.fact_id is not null then
        execute format('delete from %I where id = $1', law_table(c.kind)) using c.fact_id;
      end if;
      if c.replaces is not null then
        execute format(
          'update %I set valid_to = $1%s where id = $2',
          law_table(c.kind),
          case when c.kind = 'legal_parameter' then '' else ', fact = jsonb_set(fact, ''{validTo}'', coalesce(to_jsonb($1), ''null''::jsonb))' end)
          using c.before ->> 'validTo', c.replaces;
      end if;
    end loop;
  end if;
  return new;
end $$;
create trigger settle_law_basket before update on "law_basket" for each row execute function settle_law_basket();

-- What an approved basket wrote or ended, a file that is loaded again does not undo.
create function is_kept_by_basket(fact text) returns boolean language sql stable
  as $$ select exists (
    select from law_change c join law_basket b on b.organisation_id = c.organisation_id and b.id = c.basket_id
    where b.state = 'approved' and (c.replaces = fact or c.fact_id = fact)) $$;
