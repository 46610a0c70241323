-- The officer's workbench: clocks, questions and holds on a case; skips, second looks, inspections, alerts and feedback
-- of the authority.
alter type "clearance_state" add value if not exists 'queried' after 'in_examination';
alter type "clearance_state" add value if not exists 'held' after 'queried';

alter table "review_case"
  add column "clock" text not null default 'general',
  add column "due_at" timestamptz(3),
  add column "stake" decimal(18, 2) not null default 0,
  add column "held_until" char(10),
  add column "alert_id" uuid;
-- Cases that are older than their clock: the general hours of a release.
update "review_case" set "due_at" = "opened_at" + interval '48 hours';
alter table "review_case" alter column "due_at" set not null;

-- What an officer asks of the broker, who answers it where it was asked: in the shipment.
create table "review_question" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "shipment_id" uuid not null,
  "case_id" uuid not null,
  "stage" "stage" not null,
  "reasons" text[] not null,
  "text" text,
  "asked_by" text not null,
  "asked_at" timestamptz(3) not null,
  "answer" text,
  "document_id" uuid,
  "answered_by" text,
  "answered_at" timestamptz(3),
  constraint "review_question_pkey" primary key ("organisation_id", "id"),
  constraint "review_question_case_fkey" foreign key ("organisation_id", "case_id")
    references "review_case" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "review_question_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "asks_something" check (cardinality(reasons) > 0),
  constraint "answered_whole" check ((answered_at is null) = (answered_by is null))
);
create index "review_question_organisation_id_case_id_idx" on "review_question" ("organisation_id", "case_id");

alter table "review_question" enable row level security;
alter table "review_question" force row level security;
grant select, insert, update on "review_question" to twogate_app;
create policy own_rows on "review_question" to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy granted_rows on "review_question" for select to twogate_app using (is_granted(organisation_id, shipment_id));
create policy granted_records on "review_question" for insert to twogate_app with check (is_granted(organisation_id, shipment_id));
-- Only an authority asks.
create policy asked_by_authority on "review_question" as restrictive for insert to twogate_app with check (is_authority(app_organisation()));
-- An alert opens a case again, or a first one for goods that had none.
create policy granted_records on "review_case" for insert to twogate_app with check (is_granted(organisation_id, shipment_id) and is_authority(app_organisation()));

-- What was asked is never changed, and an answer is given once.
create function guard_review_question() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null or new.text is distinct from old.text or new.reasons <> old.reasons or new.asked_by <> old.asked_by then
    raise exception 'question % is settled', old.id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_review_question before update on "review_question" for each row execute function guard_review_question();

-- How an authority works its cases.
create table "review_policy" (
  "organisation_id" uuid not null,
  "is_picking_closed" boolean not null,
  "second_review_share" decimal(5, 4) not null,
  "bulk_limit" decimal(18, 2) not null,
  "changed_by" text not null,
  "changed_at" timestamptz(3) not null,
  constraint "review_policy_pkey" primary key ("organisation_id"),
  constraint "share_of_cases" check (second_review_share between 0 and 1),
  constraint "limit_counted" check (bulk_limit >= 0)
);

create table "review_skip" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "case_id" uuid not null,
  "officer_id" text not null,
  "reason" text not null,
  "note" text,
  "at" timestamptz(3) not null,
  constraint "review_skip_pkey" primary key ("organisation_id", "id")
);
create index "review_skip_organisation_id_officer_id_at_idx" on "review_skip" ("organisation_id", "officer_id", "at");

-- Every decided case with the draw that was made for it; those that were drawn go to another officer, who sees no ruling.
create table "second_review" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "case_id" uuid not null,
  "decision_id" uuid not null,
  "stage" "stage" not null,
  "lane" "lane" not null,
  "first_officer_id" text not null,
  "first_linked_by" text,
  "first_outcome" text not null,
  "first_at" timestamptz(3) not null,
  "seed" char(64) not null,
  "draw_value" double precision not null,
  "share" decimal(5, 4) not null,
  "is_drawn" boolean not null,
  "officer_id" text,
  "taken_at" timestamptz(3),
  "outcome" text,
  "reasons" text[] not null default '{}',
  "note" text,
  "answered_at" timestamptz(3),
  constraint "second_review_pkey" primary key ("organisation_id", "id"),
  constraint "drawn_as_the_share_says" check (is_drawn = (draw_value < share)),
  constraint "another_officer" check (officer_id is null or officer_id <> first_officer_id),
  constraint "opinion_known" check (outcome in ('pass', 'refuse')),
  constraint "opinion_whole" check ((answered_at is null) = (outcome is null)),
  constraint "opinion_of_the_drawn" check (officer_id is null or is_drawn)
);
create unique index "second_review_once" on "second_review" ("organisation_id", "decision_id");
create index "second_review_organisation_id_officer_id_idx" on "second_review" ("organisation_id", "officer_id");

create function guard_second_review() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null or new.seed <> old.seed or new.draw_value <> old.draw_value or new.share <> old.share
    or new.first_outcome <> old.first_outcome or new.decision_id <> old.decision_id then
    raise exception 'second review % is settled', old.id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_second_review before update on "second_review" for each row execute function guard_second_review();

create table "inspection" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "kind" text not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "clearance_id" uuid not null,
  "case_id" uuid,
  "stage" "stage" not null,
  "lines" integer[] not null,
  "packages" text,
  "reasons" text[] not null,
  "team" text,
  "note" text,
  "is_flagged" boolean not null default false,
  "state" text not null,
  "ordered_by" text not null,
  "ordered_by_name" text not null,
  "ordered_at" timestamptz(3) not null,
  "findings" text,
  "recorded_by" text,
  "recorded_by_name" text,
  "recorded_at" timestamptz(3),
  constraint "inspection_pkey" primary key ("organisation_id", "id"),
  constraint "inspection_shipment_fkey" foreign key ("source_organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "kind_known" check (kind in ('inspection', 'audit')),
  constraint "state_known" check (state in ('ordered', 'recorded', 'cancelled')),
  constraint "looks_at_something" check (cardinality(lines) > 0),
  constraint "says_why" check (cardinality(reasons) > 0),
  constraint "recorded_whole" check ((state = 'recorded') = (recorded_at is not null))
);
create index "inspection_organisation_id_shipment_id_idx" on "inspection" ("organisation_id", "shipment_id");

create table "inspection_line" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "inspection_id" uuid not null,
  "line" integer not null,
  "is_irregular" boolean not null,
  "irregularity" text,
  "revenue" decimal(18, 2) not null,
  "finding" text,
  constraint "inspection_line_pkey" primary key ("organisation_id", "id"),
  constraint "inspection_line_inspection_fkey" foreign key ("organisation_id", "inspection_id")
    references "inspection" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "irregularity_known" check (irregularity in ('VALUE', 'CLASSIFICATION', 'ORIGIN', 'QUANTITY', 'ENTITY', 'CONTROLLED')),
  constraint "irregular_with_its_type" check (is_irregular = (irregularity is not null)),
  constraint "nothing_found_nothing_lost" check (is_irregular or revenue = 0),
  constraint "revenue_counted" check (revenue >= 0)
);
create unique index "inspection_line_once" on "inspection_line" ("organisation_id", "inspection_id", "line");

create table "inspection_photo" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "inspection_id" uuid not null,
  "line" integer,
  "file_name" text not null,
  "media_type" text not null,
  "sha256" char(64) not null,
  "byte_length" bigint not null,
  "taken_by" text not null,
  "at" timestamptz(3) not null,
  constraint "inspection_photo_pkey" primary key ("organisation_id", "id"),
  constraint "inspection_photo_inspection_fkey" foreign key ("organisation_id", "inspection_id")
    references "inspection" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "inspection_photo_once" on "inspection_photo" ("organisation_id", "inspection_id", "sha256");

-- A result is recorded once and stays.
create function guard_inspection() returns trigger language plpgsql as $$
begin
  if old.state <> 'ordered' and (new.state <> old.state or new.findings is distinct from old.findings or new.lines <> old.lines) then
    raise exception 'inspection % is settled', old.id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_inspection before update on "inspection" for each row execute function guard_inspection();

-- Goods that an officer wants stopped, from the moment they say so.
create table "alert" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "commodity_prefix" text,
  "origin" char(2),
  "producer" text,
  "words" text[] not null default '{}',
  "reason" text not null,
  "citation" text not null,
  "valid_from" char(10) not null,
  "valid_to" char(10),
  "state" text not null,
  "raised_by" text not null,
  "raised_by_name" text not null,
  "raiser_linked_by" text,
  "raised_at" timestamptz(3) not null,
  "lifted_by" text,
  "lifted_by_name" text,
  "lifted_at" timestamptz(3),
  "lift_reason" text,
  constraint "alert_pkey" primary key ("organisation_id", "id"),
  constraint "state_known" check (state in ('active', 'lifted')),
  constraint "names_something" check (commodity_prefix is not null or origin is not null or producer is not null or cardinality(words) > 0),
  constraint "prefix_form" check (commodity_prefix ~ '^[0-9]{2,10}$'),
  constraint "has_reason" check (length(reason) >= 3),
  constraint "has_source" check (length(citation) >= 10),
  constraint "two_people" check (lifted_by is null or lifted_by <> raised_by),
  constraint "held_link" check (lifted_by is null or lifted_by <> raiser_linked_by),
  constraint "lifted_whole" check ((state = 'lifted') = (lifted_by is not null))
);
create index "alert_state_idx" on "alert" ("state");

create function guard_alert() returns trigger language plpgsql as $$
begin
  if old.state = 'lifted' or new.raised_by <> old.raised_by or new.reason <> old.reason or new.citation <> old.citation
    or new.commodity_prefix is distinct from old.commodity_prefix or new.origin is distinct from old.origin
    or new.producer is distinct from old.producer or new.words <> old.words then
    raise exception 'alert % stays as it was raised', old.id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guard_alert before update on "alert" for each row execute function guard_alert();

-- Whether a reason that brought a case before an officer was right: what the reasons are improved by.
create table "reason_feedback" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "source_organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "case_id" uuid not null,
  "clearance_id" uuid not null,
  "reason" text not null,
  "verdict" text not null,
  "note" text,
  "given_by" text not null,
  "given_by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "reason_feedback_pkey" primary key ("organisation_id", "id"),
  constraint "verdict_known" check (verdict in ('right', 'wrong'))
);
create index "reason_feedback_organisation_id_case_id_idx" on "reason_feedback" ("organisation_id", "case_id");
create index "reason_feedback_organisation_id_at_idx" on "reason_feedback" ("organisation_id", "at");

do $$
declare t text;
begin
  execute format('create policy owner_maintains on review_question to %I using (true) with check (true)', current_user);
  foreach t in array array['review_policy', 'review_skip', 'second_review', 'inspection', 'inspection_line', 'inspection_photo', 'alert', 'reason_feedback'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    -- Officers' work is of the authority; who lodges has none of it.
    execute format('create policy only_authorities on %I as restrictive to twogate_app using (is_authority(organisation_id)) with check (is_authority(organisation_id))', t);
  end loop;
  foreach t in array array['review_policy', 'second_review', 'inspection', 'alert'] loop
    execute format('grant update on %I to twogate_app', t);
  end loop;
  foreach t in array array['review_skip', 'inspection_line', 'inspection_photo', 'reason_feedback'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;

-- What an authority looks at or stops was lodged with it.
create function is_lodged_here(owner uuid, subject uuid) returns boolean language sql stable
  as $$ select owner = app_organisation() or is_granted(owner, subject) $$;
do $$
declare t text;
begin
  foreach t in array array['second_review', 'inspection', 'reason_feedback'] loop
    execute format('create policy lodged_here on %I as restrictive for insert to twogate_app with check (is_lodged_here(source_organisation_id, shipment_id))', t);
  end loop;
end
$$;

