-- What the choice of a lane rested on, sealed, and the digest of it all: any past lane can be chosen again and compared.
-- Null for assessments that were made before inputs were kept.
alter table "risk_assessment"
  add column "model_version" text,
  add column "policy_version" integer,
  add column "probability" double precision,
  add column "draws" jsonb not null default '[]',
  add column "inputs" bytea,
  add column "decision_hash" char(64);

-- What models in the shade of the champion would have said.
alter table "history_entry" add column "shadow" jsonb not null default '{}';
create index "history_entry_office_idx" on "history_entry" ("organisation_id", (facts ->> 'office'), "at" desc, "id" desc)
  where line = 1 and not is_generated;

-- Models of risk: learned, watched in shadow, promoted by a second person, rolled back.
create type "risk_model_state" as enum ('training', 'failed', 'challenger', 'champion', 'retired');
create table "risk_model" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "version" integer not null,
  "kind" text not null,
  "state" risk_model_state not null,
  "trained_from" char(10) not null,
  "trained_before" char(10) not null,
  "seed" integer not null,
  "entries" integer,
  "labels" integer,
  "report" jsonb,
  "body" bytea,
  "body_sha256" char(64),
  "fault" text,
  "trained_by" text not null,
  "trained_by_name" text not null,
  "trainer_linked_by" text,
  "promoted_by" text,
  "promoted_by_name" text,
  "created_at" timestamptz(3) not null,
  "promoted_at" timestamptz(3),
  "retired_at" timestamptz(3),
  -- When it was taken back as a champion; it does not come back by a rollback after that.
  "rolled_back_at" timestamptz(3),
  constraint "risk_model_pkey" primary key ("organisation_id", "id"),
  constraint "model_kind_known" check (kind in ('boosted', 'scorecard')),
  constraint "window_forward" check (trained_from < trained_before),
  constraint "trained_has_body" check (state in ('training', 'failed') or (body is not null and report is not null)),
  constraint "failed_says_why" check ((state = 'failed') = (fault is not null)),
  -- Whoever trained a model, or let in who did, does not let it decide.
  constraint "two_people" check (promoted_by is null or promoted_by <> trained_by),
  constraint "held_link" check (promoted_by is null or promoted_by is distinct from trainer_linked_by),
  constraint "in_force_has_promoter" check (state <> 'champion' or promoted_by is not null)
);
create unique index "risk_model_version" on "risk_model" ("organisation_id", "version");
-- One model decides at a time.
create unique index "risk_model_champion" on "risk_model" ("organisation_id") where state = 'champion';

create function guard_risk_model() returns trigger language plpgsql as $$
begin
  if new.version <> old.version or new.kind <> old.kind or new.trained_by <> old.trained_by
    or new.trained_from <> old.trained_from or new.trained_before <> old.trained_before or new.seed <> old.seed
    or (old.body is not null and (new.body is distinct from old.body or new.report is distinct from old.report)) then
    raise exception 'what a model learned stays' using errcode = '23001';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('training', 'challenger'), ('training', 'failed'), ('challenger', 'champion'), ('challenger', 'retired'),
    ('champion', 'retired'), ('retired', 'champion')) then
    raise exception 'a model that is % does not become %', old.state, new.state using errcode = '23514';
  end if;
  -- Only what was promoted before comes back without a second person.
  if old.state = 'retired' and new.state = 'champion' and old.promoted_by is null then
    raise exception 'model % was never promoted', new.version using errcode = '23514';
  end if;
  -- What was rolled back does not come back, and a rollback goes down alone.
  if old.rolled_back_at is not null and (new.state = 'champion' or new.rolled_back_at is distinct from old.rolled_back_at) then
    raise exception 'model % was rolled back', new.version using errcode = '23514';
  end if;
  if old.rolled_back_at is null and new.rolled_back_at is not null and (old.state, new.state) is distinct from ('champion'::risk_model_state, 'retired'::risk_model_state) then
    raise exception 'model % is no champion to roll back', new.version using errcode = '23514';
  end if;
  if old.state = 'retired' and new.state = 'champion' and not exists (
    select from risk_model m where m.organisation_id = new.organisation_id and m.rolled_back_at is not null and m.version > new.version) then
    raise exception 'no model after % was rolled back', new.version using errcode = '23514';
  end if;
  if old.promoted_by is not null and new.promoted_by is distinct from old.promoted_by then
    raise exception 'who promoted model % stays', new.version using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_risk_model before update on "risk_model" for each row execute function guard_risk_model();

create function begin_risk_model() returns trigger language plpgsql as $$
begin
  if new.state <> 'training' or new.promoted_by is not null then
    raise exception 'a model begins in training' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger begin_risk_model before insert on "risk_model" for each row execute function begin_risk_model();

-- How an authority spends its officers' attention: each policy proposed by one admin and approved by another.
create type "selectivity_policy_state" as enum ('proposed', 'active', 'superseded', 'rejected');
create table "selectivity_policy" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "version" integer not null,
  "policy" jsonb not null,
  "reason" text not null,
  "state" selectivity_policy_state not null,
  "proposed_by" text not null,
  "proposed_by_name" text not null,
  "proposer_linked_by" text,
  "approved_by" text,
  "approved_by_name" text,
  "created_at" timestamptz(3) not null,
  "decided_at" timestamptz(3),
  constraint "selectivity_policy_pkey" primary key ("organisation_id", "id"),
  constraint "two_people" check (approved_by is null or approved_by <> proposed_by),
  constraint "held_link" check (approved_by is null or approved_by is distinct from proposer_linked_by),
  constraint "in_force_has_approver" check (state not in ('active', 'superseded') or approved_by is not null)
);
create unique index "selectivity_policy_version" on "selectivity_policy" ("organisation_id", "version");
create unique index "selectivity_policy_active" on "selectivity_policy" ("organisation_id") where state = 'active';

create function guard_selectivity_policy() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then raise exception 'a policy begins as a proposal' using errcode = '23514'; end if;
    return new;
  end if;
  if new.policy is distinct from old.policy or new.version <> old.version or new.proposed_by <> old.proposed_by then
    raise exception 'what was proposed stays' using errcode = '23001';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('proposed', 'active'), ('proposed', 'rejected'), ('active', 'superseded')) then
    raise exception 'a policy that is % does not become %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_selectivity_policy before insert or update on "selectivity_policy"
  for each row execute function guard_selectivity_policy();

do $$
declare t text;
begin
  foreach t in array array['risk_model', 'selectivity_policy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy only_authorities on %I as restrictive to twogate_app using (is_authority(organisation_id)) with check (is_authority(organisation_id))', t);
  end loop;
end
$$;
