-- The workbook by which a firm prepares itself for an AEO certificate, applies for it, and reviews itself each year.
create table "aeo_workbook" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "number" text not null,
  "scheme" text not null,
  "tier" text not null,
  "state" text not null,
  -- The firm as it is registered; the entry of the whitelist bears this name.
  "holder" text not null,
  -- The certificate that a yearly review is of.
  "review_of" uuid,
  "authority_id" uuid,
  "submitted_by" text,
  "submitted_by_name" text,
  "submitted_at" timestamptz(3),
  -- What was measured when it was handed in.
  "measures" jsonb,
  "authorisation_id" uuid,
  "note" text,
  "decided_at" timestamptz(3),
  "review_on" char(10),
  "created_at" timestamptz(3) not null,
  constraint "aeo_workbook_pkey" primary key ("organisation_id", "id"),
  constraint "aeo_workbook_state" check ("state" in ('draft', 'submitted', 'returned', 'proposed', 'approved', 'rejected', 'reviewed')),
  constraint "aeo_workbook_tier" check ("tier" in ('advanced_certified', 'certified')),
  constraint "aeo_workbook_holder" check (length(trim("holder")) > 0),
  constraint "aeo_workbook_submitted" check ("state" in ('draft', 'reviewed') or ("authority_id" is not null and "submitted_at" is not null)),
  constraint "aeo_workbook_proposed" check ("state" not in ('proposed', 'approved') or "authorisation_id" is not null),
  constraint "aeo_workbook_returned" check ("state" <> 'returned' or length(trim("note")) > 0),
  constraint "aeo_workbook_review" check ("state" <> 'approved' or "review_on" is not null),
  constraint "aeo_workbook_review_fkey" foreign key ("organisation_id", "review_of")
    references "aeo_workbook" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "aeo_workbook_number_key" on "aeo_workbook" ("organisation_id", "number");
-- One workbook is written in at a time.
create unique index "aeo_workbook_open_key" on "aeo_workbook" ("organisation_id") where "state" in ('draft', 'submitted', 'returned', 'proposed');
create index "aeo_workbook_authority_idx" on "aeo_workbook" ("authority_id", "id");
create index "aeo_workbook_authorisation_idx" on "aeo_workbook" ("authorisation_id");
create index "aeo_workbook_review_idx" on "aeo_workbook" ("organisation_id", "review_of");

create table "aeo_answer" (
  "organisation_id" uuid not null,
  "workbook_id" uuid not null,
  "criterion" text not null,
  "state" text not null,
  "note" text not null,
  "by" text not null,
  "by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "aeo_answer_pkey" primary key ("organisation_id", "workbook_id", "criterion"),
  constraint "aeo_answer_workbook_fkey" foreign key ("organisation_id", "workbook_id")
    references "aeo_workbook" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "aeo_answer_state" check ("state" in ('met', 'partly', 'not_met', 'not_applicable'))
);

-- The files lie in the store of documents; here is what each of them shows.
create table "aeo_evidence_file" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "workbook_id" uuid not null,
  "criterion" text not null,
  "name" text not null,
  "media_type" text not null,
  "sha256" char(64) not null,
  "byte_length" integer not null,
  "by_name" text not null,
  "at" timestamptz(3) not null,
  "withdrawn_at" timestamptz(3),
  constraint "aeo_evidence_file_pkey" primary key ("organisation_id", "id"),
  constraint "aeo_evidence_file_workbook_fkey" foreign key ("organisation_id", "workbook_id")
    references "aeo_workbook" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "aeo_evidence_file_named" check (length(trim("name")) > 0 and "byte_length" > 0)
);
create index "aeo_evidence_file_workbook_idx" on "aeo_evidence_file" ("organisation_id", "workbook_id");

-- A mock audit: what a seed drew of criteria and own shipments, and what was found of each.
create table "aeo_mock_audit" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "workbook_id" uuid not null,
  "seed" text not null,
  "by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "aeo_mock_audit_pkey" primary key ("organisation_id", "id"),
  constraint "aeo_mock_audit_workbook_fkey" foreign key ("organisation_id", "workbook_id")
    references "aeo_workbook" ("organisation_id", "id") on delete restrict on update cascade
);
create index "aeo_mock_audit_workbook_idx" on "aeo_mock_audit" ("organisation_id", "workbook_id");

create table "aeo_audit_item" (
  "organisation_id" uuid not null,
  "audit_id" uuid not null,
  "position" integer not null,
  "kind" text not null,
  -- The code of a criterion, or the reference of a shipment.
  "subject" text not null,
  "shipment_id" uuid,
  "finding" text,
  "note" text,
  "by_name" text,
  "found_at" timestamptz(3),
  constraint "aeo_audit_item_pkey" primary key ("organisation_id", "audit_id", "position"),
  constraint "aeo_audit_item_audit_fkey" foreign key ("organisation_id", "audit_id")
    references "aeo_mock_audit" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "aeo_audit_item_kind" check ("kind" in ('criterion', 'shipment') and ("kind" = 'shipment') = ("shipment_id" is not null)),
  constraint "aeo_audit_item_finding" check ("finding" is null or "finding" in ('conforms', 'minor', 'major')),
  constraint "aeo_audit_item_found" check (("finding" is null) = ("found_at" is null))
);

do $$
declare t text;
begin
  foreach t in array array['aeo_workbook', 'aeo_answer', 'aeo_evidence_file', 'aeo_mock_audit', 'aeo_audit_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    execute format('create trigger no_removal before delete or truncate on %I for each statement execute function refuse_change()', t);
    execute format('grant select, insert on %I to twogate_app', t);
  end loop;
end
$$;
grant update ("state", "authority_id", "submitted_by", "submitted_by_name", "submitted_at", "measures", "authorisation_id", "note",
  "decided_at", "review_on") on "aeo_workbook" to twogate_app;
grant update ("state", "note", "by", "by_name", "at") on "aeo_answer" to twogate_app;
grant update ("withdrawn_at") on "aeo_evidence_file" to twogate_app;
grant update ("finding", "note", "by_name", "found_at") on "aeo_audit_item" to twogate_app;

-- The authority sees what was handed in to it, with its answers and files; mock audits stay with the firm.
create policy applied_rows on "aeo_workbook" for select to twogate_app using (authority_id = app_organisation());
create policy applied_changes on "aeo_workbook" for update to twogate_app
  using (authority_id = app_organisation()) with check (authority_id = app_organisation());
create function is_workbook_here(owner uuid, subject uuid) returns boolean language sql stable set search_path = public, pg_temp
  as $$ select exists (select from aeo_workbook w where w.organisation_id = owner and w.id = subject
    and w.authority_id = app_organisation()) $$;
create policy applied_rows on "aeo_answer" for select to twogate_app using (is_workbook_here(organisation_id, workbook_id));
create policy applied_rows on "aeo_evidence_file" for select to twogate_app using (is_workbook_here(organisation_id, workbook_id));

-- Which step follows which, and whose each is: the firm hands in, the authority returns, proposes and settles.
create function aeo_workbook_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  step text := case when tg_op = 'INSERT' then '-' else old.state end || '>' || new.state;
  actor uuid := app_organisation();
begin
  if step not in ('->draft', 'draft>submitted', 'draft>reviewed', 'returned>submitted', 'submitted>returned', 'submitted>proposed',
      'submitted>rejected', 'proposed>approved', 'proposed>rejected', 'approved>approved') then
    raise exception 'a workbook does not go %', step using errcode = '23514', constraint = 'aeo_workbook_moves';
  end if;
  if new.authority_id is not null and not is_authority(new.authority_id) then
    raise exception 'an authority decides on a workbook' using errcode = '23514', constraint = 'aeo_workbook_authority';
  end if;
  if actor is not null and actor <> (case
      when step in ('submitted>returned', 'submitted>proposed', 'submitted>rejected', 'proposed>approved', 'proposed>rejected')
        then new.authority_id else new.organisation_id end) then
    raise exception 'the step % is of another', step using errcode = '23514', constraint = 'aeo_workbook_whose';
  end if;
  -- A certificate follows an entry of the whitelist that two admins let in.
  if step = 'proposed>approved' and not exists (select from aeo_authorisation a where a.organisation_id = new.authority_id
      and a.id = new.authorisation_id and a.state = 'active' and a.approved_by is not null) then
    raise exception 'a certificate follows an approved entry' using errcode = '23514', constraint = 'aeo_workbook_certified';
  end if;
  if step = 'approved>approved' and row(new.authority_id, new.authorisation_id, new.measures, new.submitted_at)
      is distinct from row(old.authority_id, old.authorisation_id, old.measures, old.submitted_at) then
    raise exception 'what was certified stays' using errcode = '23514', constraint = 'aeo_workbook_stays';
  end if;
  return new;
end $$;
create trigger aeo_workbook_moves before insert or update on "aeo_workbook" for each row execute function aeo_workbook_moves();

-- What was handed in stays as it was handed in.
create function aeo_workbook_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from aeo_workbook w where w.organisation_id = new.organisation_id and w.id = new.workbook_id
      and w.state in ('draft', 'returned')) then
    raise exception 'the workbook is not open' using errcode = '23514', constraint = 'aeo_workbook_open';
  end if;
  return new;
end $$;
create trigger aeo_workbook_is_open before insert or update on "aeo_answer" for each row execute function aeo_workbook_is_open();
create trigger aeo_workbook_is_open before insert or update on "aeo_evidence_file" for each row execute function aeo_workbook_is_open();

-- The yearly review of a certificate is told of, as other ends are.
alter table "notice" drop constraint "notice_kind";
alter table "notice" add constraint "notice_kind" check ("kind" in (
  'declaration_refused', 'documents_requested', 'papers_missing', 'held_for_review', 'inspection_ordered',
  'gate_one_released', 'both_gates_released', 'message_failed', 'message_unanswered', 'answer_quarantined',
  'permit_expiring', 'guarantee_short', 'return_ending', 'case_waiting', 'question_answered', 'alert_raised',
  'authorisation_expiring', 'aeo_review_due', 'aeo_application', 'job_dead', 'log_incident'));
-- The authority tells a firm what became of its application, whether it cleared anything of it or not.
create policy told_of_applied on "notice" for insert to twogate_app with check (kind = 'aeo_application'
  and is_workbook_here(organisation_id, subject_id));
create policy applied_telling on "outbox_message" for insert to twogate_app with check (name = 'notice.tell' and exists (
  select from aeo_workbook w where w.organisation_id = outbox_message.organisation_id and w.authority_id = app_organisation()));
