-- Credit as dated policy: what a tier is worth from a day on, each use of it, and what a loss of it changed.
alter table "aeo_authorisation" add column "regimes" text[] not null default '{}';
-- The place that credit gives a case among those whose clocks are as pressing.
alter table "review_case" add column "credit_priority" smallint not null default 0;

-- What credit is worth, as an authority decided it: proposed by one admin, approved by another, in force from its day.
create table "benefit_policy" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "version" integer not null,
  "effective_from" char(10) not null,
  "policy" jsonb not null,
  -- The rule of law, or the words that it is the authority's own.
  "basis" text not null,
  "citation" text not null,
  "state" text not null,
  "proposed_by" text not null,
  "proposed_by_name" text not null,
  "proposer_linked_by" text,
  "approved_by" text,
  "approved_by_name" text,
  "created_at" timestamptz(3) not null,
  "decided_at" timestamptz(3),
  constraint "benefit_policy_pkey" primary key ("organisation_id", "id"),
  constraint "benefit_policy_version" check ("version" > 0),
  constraint "benefit_policy_basis" check ("basis" in ('law', 'own') and length(trim("citation")) >= 10),
  constraint "benefit_policy_state" check ("state" in ('proposed', 'approved', 'rejected')),
  constraint "benefit_policy_two_people" check ("approved_by" is null or "approved_by" <> "proposed_by"),
  constraint "benefit_policy_held_link" check ("approved_by" is null or "approved_by" is distinct from "proposer_linked_by"),
  constraint "benefit_policy_approved" check (("state" = 'approved') = ("approved_by" is not null))
);
create unique index "benefit_policy_version_key" on "benefit_policy" ("organisation_id", "version");

create function guard_benefit_policy() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then raise exception 'a policy begins as a proposal' using errcode = '23514', constraint = 'benefit_policy_begins'; end if;
    return new;
  end if;
  if row(new.policy, new.version, new.effective_from, new.basis, new.citation, new.proposed_by, new.proposer_linked_by)
    is distinct from row(old.policy, old.version, old.effective_from, old.basis, old.citation, old.proposed_by, old.proposer_linked_by) then
    raise exception 'what was proposed stays' using errcode = '23514', constraint = 'benefit_policy_stays';
  end if;
  if old.state <> 'proposed' then
    raise exception 'a policy is settled once' using errcode = '23514', constraint = 'benefit_policy_settled';
  end if;
  return new;
end $$;
create trigger guard_benefit_policy before insert or update on "benefit_policy"
  for each row execute function guard_benefit_policy();

-- Every benefit that was used: which, by which version of the policy, for which entry, on which shipment, and how much. What
-- is taken back is an entry with less than nothing.
create table "benefit_use" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  -- The authority that gives the benefit and reads of its use.
  "authority_id" uuid not null,
  "shipment_id" uuid not null,
  "clearance_id" uuid not null,
  "declaration_id" uuid not null,
  "benefit" text not null,
  "tier" text not null,
  "scheme" text,
  "policy_version" integer not null,
  -- The entry of the whitelist, and for mutual recognition that of the partner's operator.
  "authorisation_id" uuid not null,
  "partner" text,
  -- Of a guarantee, in the currency of the tax; above nothing where it was waived.
  "amount" decimal(18, 2),
  "multiplier" decimal(6, 3),
  "priority" smallint,
  -- The assessment, the tax or the case that it was used on.
  "subject_id" uuid not null,
  "at" timestamptz(3) not null,
  constraint "benefit_use_pkey" primary key ("organisation_id", "id"),
  constraint "benefit_use_clearance_fkey" foreign key ("organisation_id", "clearance_id")
    references "clearance" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "benefit_use_benefit" check ("benefit" in ('inspection_rate', 'guarantee', 'priority')),
  constraint "benefit_use_how_much" check (case "benefit"
    when 'guarantee' then "amount" is not null and "amount" <> 0 and "multiplier" is null and "priority" is null
    when 'inspection_rate' then "multiplier" is not null and "multiplier" < 1 and "amount" is null and "priority" is null
    else "priority" is not null and "priority" > 0 and "amount" is null and "multiplier" is null end)
);
-- Nothing is used twice on one thing.
create unique index "benefit_use_once" on "benefit_use" ("organisation_id", "benefit", "subject_id");
create index "benefit_use_authority_idx" on "benefit_use" ("authority_id", "id");
create index "benefit_use_declaration_idx" on "benefit_use" ("organisation_id", "declaration_id");
create index "benefit_use_clearance_idx" on "benefit_use" ("organisation_id", "clearance_id");

-- What a loss of credit changed of a shipment that was not released: its lane, its guarantee.
create table "credit_flag" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "authority_id" uuid not null,
  "shipment_id" uuid not null,
  "clearance_id" uuid not null,
  "tier_before" text not null,
  "tier_after" text not null,
  "lane_before" text not null,
  "lane_after" text not null,
  -- What of the tax needed no guarantee, before and after, in the currency of the tax.
  "waived_before" decimal(18, 2) not null,
  "waived_after" decimal(18, 2) not null,
  "is_secured" boolean not null,
  -- What the lane was chosen by, sealed; with it the choice can be made again.
  "inputs" bytea not null,
  "decision_hash" char(64) not null,
  "at" timestamptz(3) not null,
  constraint "credit_flag_pkey" primary key ("organisation_id", "id"),
  constraint "credit_flag_clearance_fkey" foreign key ("organisation_id", "clearance_id")
    references "clearance" ("organisation_id", "id") on delete restrict on update cascade
);
create index "credit_flag_authority_idx" on "credit_flag" ("authority_id", "id");
create index "credit_flag_shipment_idx" on "credit_flag" ("organisation_id", "shipment_id");
create index "credit_flag_clearance_idx" on "credit_flag" ("organisation_id", "clearance_id");

do $$
declare t text;
begin
  foreach t in array array['benefit_policy', 'benefit_use', 'credit_flag'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  foreach t in array array['benefit_use', 'credit_flag'] loop
    execute format('create policy authority_rows on %I for select to twogate_app using (authority_id = app_organisation())', t);
    execute format('create policy granted_records on %I for insert to twogate_app with check (authority_id = app_organisation() and is_granted(organisation_id, shipment_id))', t);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
    execute format('grant select, insert on %I to twogate_app', t);
  end loop;
end
$$;
create trigger no_removal before delete or truncate on "benefit_policy" for each statement execute function refuse_change();
grant select, insert on "benefit_policy" to twogate_app;
grant update ("state", "approved_by", "approved_by_name", "decided_at") on "benefit_policy" to twogate_app;
-- What credit is worth is known to all who are cleared by it; drafts stay with the authority.
create policy approved_benefits on "benefit_policy" for select to twogate_app using (state = 'approved');
create policy only_authorities on "benefit_policy" as restrictive to twogate_app
  using (is_authority(organisation_id)) with check (is_authority(organisation_id));
