-- What people are told of. A notice is a thing that happened, written down where it happened; a notification is a notice
-- as one person is told it, and nobody else sees it; a delivery is a notice as one address of the organisation gets it.

-- The person of the transaction; null for the system, which carries on the work of an organisation.
create function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- The application sees who is of its own organisation with which roles; names and addresses stay with sign-in.
create function organisation_members() returns table ("user_id" uuid, "role" text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select m.user_id, m.role from membership m where m.organisation_id = app_organisation() $$;
revoke all on function organisation_members() from public;
grant execute on function organisation_members() to twogate_app;

create table "notice" (
  "organisation_id" uuid not null references "organisation" ("id") on delete restrict on update cascade,
  "id" uuid not null,
  "kind" text not null,
  "subject_id" uuid not null,
  "occasion" text not null,
  "shipment_id" uuid,
  "opened_by" text,
  "caused_by" text,
  "facts" jsonb not null,
  "at" timestamptz(3) not null,
  constraint "notice_pkey" primary key ("organisation_id", "id"),
  constraint "notice_kind" check ("kind" in (
    'declaration_refused', 'documents_requested', 'papers_missing', 'held_for_review', 'inspection_ordered',
    'gate_one_released', 'both_gates_released', 'message_failed', 'message_unanswered', 'answer_quarantined',
    'permit_expiring', 'guarantee_short', 'return_ending', 'case_waiting', 'question_answered', 'alert_raised',
    'authorisation_expiring', 'job_dead')),
  constraint "notice_facts" check (jsonb_typeof("facts") = 'object' and length("facts"::text) <= 2000)
);
-- One thing is told of once, however often it is looked at.
create unique index "notice_occasion_key" on "notice" ("organisation_id", "kind", "subject_id", "occasion");

create table "notification" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "notice_id" uuid not null,
  "user_id" uuid not null,
  "is_in_app" boolean not null,
  "read_at" timestamptz(3),
  "mail_state" text,
  "mail_due_at" timestamptz(3),
  "mail_claimed_until" timestamptz(3),
  "mail_attempts" integer not null default 0,
  "mail_error" text,
  "mailed_at" timestamptz(3),
  "created_at" timestamptz(3) not null,
  constraint "notification_pkey" primary key ("organisation_id", "id"),
  constraint "notification_notice_fkey" foreign key ("organisation_id", "notice_id")
    references "notice" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "notification_mail" check (
    ("mail_state" is null or "mail_state" in ('due', 'sent', 'failed'))
    and (("mail_state" is null) = ("mail_due_at" is null))
    and (("mail_state" is not distinct from 'sent') = ("mailed_at" is not null))),
  constraint "notification_somewhere" check ("is_in_app" or "mail_state" is not null)
);
-- A notice is told once to one person.
create unique index "notification_once_key" on "notification" ("organisation_id", "notice_id", "user_id");
create index "notification_person_idx" on "notification" ("organisation_id", "user_id", "id" desc) where "is_in_app";
create index "notification_unread_idx" on "notification" ("organisation_id", "user_id") where "is_in_app" and "read_at" is null;
create index "notification_mail_idx" on "notification" ("organisation_id", "user_id", "mail_due_at") where "mail_state" = 'due';

create table "notification_rule" (
  "organisation_id" uuid not null references "organisation" ("id") on delete restrict on update cascade,
  "user_id" uuid not null,
  "kind" text not null,
  "is_in_app" boolean not null,
  "is_mailed" boolean not null,
  "is_own_only" boolean not null,
  constraint "notification_rule_pkey" primary key ("organisation_id", "user_id", "kind")
);

create table "notification_setting" (
  "organisation_id" uuid not null references "organisation" ("id") on delete restrict on update cascade,
  "user_id" uuid not null,
  "quiet_from" text,
  "quiet_until" text,
  "language" text not null,
  "changed_at" timestamptz(3) not null,
  constraint "notification_setting_pkey" primary key ("organisation_id", "user_id"),
  constraint "notification_setting_quiet" check (
    ("quiet_from" is null) = ("quiet_until" is null) and "quiet_from" is distinct from coalesce("quiet_until", '-')
    and "quiet_from" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "quiet_until" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint "notification_setting_language" check ("language" in ('en', 'zh'))
);

create table "webhook_endpoint" (
  "organisation_id" uuid not null references "organisation" ("id") on delete restrict on update cascade,
  "id" uuid not null,
  "url" text not null,
  "kinds" text[] not null,
  "state" text not null,
  "secret" bytea not null,
  "previous_secret" bytea,
  "previous_until" timestamptz(3),
  "failures" integer not null default 0,
  "paused_until" timestamptz(3),
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  constraint "webhook_endpoint_pkey" primary key ("organisation_id", "id"),
  -- `gone` is what the other side said of itself, by the answer 410.
  constraint "webhook_endpoint_state" check ("state" in ('on', 'off', 'gone')),
  constraint "webhook_endpoint_url" check ("url" ~ '^https?://' and length("url") <= 500),
  constraint "webhook_endpoint_kinds" check (cardinality("kinds") > 0),
  constraint "webhook_endpoint_previous" check (("previous_secret" is null) = ("previous_until" is null))
);

create table "webhook_delivery" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "endpoint_id" uuid not null,
  "notice_id" uuid,
  "body" text not null,
  "state" text not null,
  "attempts" integer not null default 0,
  "next_at" timestamptz(3),
  "claimed_until" timestamptz(3),
  "last_status" integer,
  "last_error" text,
  "attempted_at" timestamptz(3),
  "delivered_at" timestamptz(3),
  "created_at" timestamptz(3) not null,
  constraint "webhook_delivery_pkey" primary key ("organisation_id", "id"),
  constraint "webhook_delivery_endpoint_fkey" foreign key ("organisation_id", "endpoint_id")
    references "webhook_endpoint" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "webhook_delivery_notice_fkey" foreign key ("organisation_id", "notice_id")
    references "notice" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "webhook_delivery_state" check ("state" in ('pending', 'delivered', 'failed', 'cancelled')),
  constraint "webhook_delivery_delivered" check (("state" = 'delivered') = ("delivered_at" is not null)),
  constraint "webhook_delivery_next" check (("state" = 'pending') = ("next_at" is not null)),
  constraint "webhook_delivery_body" check (length("body") <= 20000)
);
-- A notice goes once to one address; a test of the address is of no notice.
create unique index "webhook_delivery_once_key" on "webhook_delivery" ("organisation_id", "endpoint_id", "notice_id");
create index "webhook_delivery_log_idx" on "webhook_delivery" ("organisation_id", "endpoint_id", "id" desc);

-- The look at what has a clock, once an hour for each organisation.
create table "notice_look" (
  "organisation_id" uuid not null references "organisation" ("id") on delete restrict on update cascade,
  "hour" timestamptz(3) not null,
  constraint "notice_look_pkey" primary key ("organisation_id", "hour")
);

do $$
declare t text;
begin
  foreach t in array array[
    'notice', 'notification', 'notification_rule', 'notification_setting', 'webhook_endpoint', 'webhook_delivery', 'notice_look'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
  end loop;
  -- What is a person's is seen and changed by that person, and by the system for them.
  foreach t in array array['notification', 'notification_rule', 'notification_setting'] loop
    execute format('create policy own_person on %I as restrictive to twogate_app using (app_person() is null or user_id = app_person()) with check (app_person() is null or user_id = app_person())', t);
  end loop;
end
$$;

grant select on "notice_look" to twogate_app;
grant select, insert on "notice" to twogate_app;
grant select, insert on "notification" to twogate_app;
grant update ("read_at", "mail_state", "mail_due_at", "mail_claimed_until", "mail_attempts", "mail_error", "mailed_at") on "notification" to twogate_app;
grant select, insert, update, delete on "notification_rule" to twogate_app;
grant select, insert, update on "notification_setting" to twogate_app;
grant select, insert on "webhook_endpoint" to twogate_app;
grant update ("url", "kinds", "state", "secret", "previous_secret", "previous_until", "failures", "paused_until") on "webhook_endpoint" to twogate_app;
grant select, insert on "webhook_delivery" to twogate_app;
grant update ("state", "attempts", "next_at", "claimed_until", "last_status", "last_error", "attempted_at", "delivered_at") on "webhook_delivery" to twogate_app;

create trigger append_only before update or delete or truncate on "notice"
  for each statement execute function refuse_change();

-- An authority that rules on a shipment tells its broker, and a broker's shipment tells the authority that it was lodged
-- with; neither sees what was told there, and neither tells anybody of anything else.
create policy told_of_granted on "notice" for insert to twogate_app with check (is_granted(organisation_id, shipment_id));
create policy told_of_lodged on "notice" for insert to twogate_app with check (exists (
  select from access_grant g
  where g.organisation_id = app_organisation() and g.shipment_id = notice.shipment_id
    and g.grantee_organisation_id = notice.organisation_id
    and (g.expires_at is null or g.expires_at > now())));
create policy lodged_telling on "outbox_message" for insert to twogate_app with check (
  name = 'notice.tell' and exists (
    select from access_grant g
    where g.organisation_id = app_organisation() and g.grantee_organisation_id = outbox_message.organisation_id));

-- Owes every organisation its look of this hour, whoever asks and however often; how many were owed anew. Called by the
-- relay, which sees nothing of it.
create function owe_notice_looks() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare owed integer;
begin
  delete from notice_look where hour < now() - interval '2 days';
  with looked as (
    insert into notice_look (organisation_id, hour)
      select o.id, date_trunc('hour', now()) from organisation o
      where exists (select from membership m where m.organisation_id = o.id)
      on conflict do nothing returning organisation_id
  ), put as (
    insert into outbox_message (organisation_id, id, name, payload, created_at, available_at)
      select organisation_id, gen_random_uuid(), 'notice.look',
        jsonb_build_object('organisationId', organisation_id), now(), now() from looked returning 1
  )
  select count(*) into owed from put;
  return owed;
end $$;
revoke all on function owe_notice_looks() from public;
grant execute on function owe_notice_looks() to twogate_relay;

-- Work that was given up is told of in the transaction that gives it up. The telling itself is left out: it would tell
-- of itself for ever.
create function notice_of_dead_job() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare told uuid := gen_random_uuid();
begin
  insert into notice (organisation_id, id, kind, subject_id, occasion, facts, at)
    values (new.organisation_id, told, 'job_dead', new.id, to_char(new.dead_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'),
      jsonb_build_object('job', new.name), now())
    on conflict do nothing;
  if found then
    insert into outbox_message (organisation_id, id, name, payload, created_at, available_at)
      values (new.organisation_id, gen_random_uuid(), 'notice.tell',
        jsonb_build_object('organisationId', new.organisation_id, 'noticeId', told), now(), now());
  end if;
  return new;
end $$;
create trigger notice_of_dead_job after update of dead_at on "outbox_message" for each row
  when (old.dead_at is null and new.dead_at is not null and new.name not in ('notice.tell', 'notice.look', 'notification.mail', 'webhook.deliver'))
  execute function notice_of_dead_job();
