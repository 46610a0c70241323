-- What goes to the systems of authorities and what they answer. A message is kept with its bytes, sealed, for they name
-- the consumer; what a receipt decided is never written anew. An authority sees none of it here: it has its own copy.
create table "authority_channel" (
  "organisation_id" uuid not null references "organisation" ("id") on delete restrict on update cascade,
  "id" uuid not null,
  "kind" text not null,
  "address" text not null,
  "general_syntax" text not null,
  "state" text not null,
  "is_binding" boolean not null default false,
  "windows" jsonb not null default '[]',
  "parties" jsonb not null,
  "secret" bytea not null,
  "answer_within_minutes" integer not null,
  "poll_every_seconds" integer not null,
  "cursor" text not null default '',
  "next_poll_at" timestamptz(3),
  "reconciled_at" timestamptz(3),
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  constraint "authority_channel_pkey" primary key ("organisation_id", "id"),
  constraint "authority_channel_kind" check ("kind" in ('simulator', 'https')),
  constraint "authority_channel_state" check ("state" in ('in_force', 'suspended')),
  constraint "authority_channel_syntax" check ("general_syntax" in ('edifact', 'wco-json', 'wco-xml')),
  constraint "authority_channel_clocks" check ("answer_within_minutes" > 0 and "poll_every_seconds" > 0)
);
-- Nothing is declared through two channels at once.
create unique index "authority_channel_in_force" on "authority_channel" ("organisation_id") where "state" = 'in_force';

create table "authority_message" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "channel_id" uuid not null,
  "shipment_id" uuid not null,
  "declaration_id" uuid not null,
  "subject_id" uuid,
  "kind" text not null,
  "number" text not null,
  "guid" text not null,
  "version" integer not null,
  "syntax" text not null,
  "state" text not null,
  "sha256" char(64),
  "raw" bytea,
  "faults" jsonb not null default '[]',
  "status" text,
  "status_at" text,
  "contested" text,
  "pre_entry_number" text,
  "entry_number" text,
  "sent_at" timestamptz(3),
  "attempts" integer not null default 0,
  "last_error" text,
  "created_at" timestamptz(3) not null,
  constraint "authority_message_pkey" primary key ("organisation_id", "id"),
  constraint "authority_message_channel_fkey" foreign key ("organisation_id", "channel_id")
    references "authority_channel" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_message_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_message_declaration_fkey" foreign key ("organisation_id", "declaration_id")
    references "declaration" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_message_kind" check ("kind" in ('inventory', 'declaration', 'return')),
  constraint "authority_message_state"
    check ("state" in ('queued', 'sent', 'unanswered', 'answered', 'failed', 'contested')),
  -- What is at the authority has bytes and a moment; what contradicts itself says in what.
  constraint "authority_message_sent" check ("state" in ('queued', 'failed') or ("raw" is not null and "sent_at" is not null)),
  constraint "authority_message_raw" check (("raw" is null) = ("sha256" is null)),
  constraint "authority_message_contested" check (("state" = 'contested') = ("contested" is not null)),
  constraint "authority_message_version" check ("version" > 0)
);
create unique index "authority_message_guid" on "authority_message" ("organisation_id", "guid");
create unique index "authority_message_number" on "authority_message" ("organisation_id", "kind", "number", "version");
create index "authority_message_shipment" on "authority_message" ("organisation_id", "shipment_id");
create index "authority_message_open" on "authority_message" ("organisation_id", "channel_id")
  where "state" in ('sent', 'unanswered', 'contested');

create table "authority_receipt" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "channel_id" uuid not null,
  "message_id" uuid,
  "shipment_id" uuid,
  "kind" text not null,
  "number" text,
  "status" text,
  "returned_at" text,
  "key" char(64) not null,
  "outcome" text not null,
  "why" text,
  "content" bytea,
  "raw" bytea not null,
  "sha256" char(64) not null,
  "via" text not null,
  "arrived_at" timestamptz(3) not null,
  constraint "authority_receipt_pkey" primary key ("organisation_id", "id"),
  constraint "authority_receipt_channel_fkey" foreign key ("organisation_id", "channel_id")
    references "authority_channel" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_receipt_message_fkey" foreign key ("organisation_id", "message_id")
    references "authority_message" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_receipt_kind" check ("kind" in ('receipt', 'schema_error', 'tax_bill', 'unreadable')),
  constraint "authority_receipt_outcome"
    check ("outcome" in ('applied', 'duplicate', 'stale', 'of_older_version', 'quarantined')),
  constraint "authority_receipt_why" check (("outcome" = 'quarantined') = ("why" is not null)),
  constraint "authority_receipt_via" check ("via" in ('push', 'poll', 'reconciliation'))
);
-- The same answer counts once, however often and on whatever way it comes.
create unique index "authority_receipt_once" on "authority_receipt" ("organisation_id", "key") where "outcome" <> 'duplicate';
create index "authority_receipt_message" on "authority_receipt" ("organisation_id", "message_id");

-- What a person ruled on a receipt in quarantine, or on a message whose receipts contradict each other.
create table "authority_ruling" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "act" text not null,
  "receipt_id" uuid not null,
  "message_id" uuid,
  "reason" text not null,
  "ruled_by" text not null,
  "ruled_at" timestamptz(3) not null,
  constraint "authority_ruling_pkey" primary key ("organisation_id", "id"),
  constraint "authority_ruling_receipt_fkey" foreign key ("organisation_id", "receipt_id")
    references "authority_receipt" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_ruling_message_fkey" foreign key ("organisation_id", "message_id")
    references "authority_message" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_ruling_act" check ("act" in ('attach', 'dismiss', 'decide')),
  constraint "authority_ruling_message" check (("act" = 'dismiss') = ("message_id" is null)),
  constraint "authority_ruling_reason" check (length("reason") > 0)
);
create unique index "authority_ruling_once" on "authority_ruling" ("organisation_id", "receipt_id") where "act" <> 'decide';
create unique index "authority_ruling_message_once" on "authority_ruling" ("organisation_id", "message_id") where "act" = 'decide';

-- Facts of a shipment that no document states and a form asks: a telephone, an address. Sealed, for they name people.
create table "authority_fact" (
  "organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "facts" bytea not null,
  "given_by" text not null,
  "given_at" timestamptz(3) not null,
  constraint "authority_fact_pkey" primary key ("organisation_id", "shipment_id"),
  constraint "authority_fact_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade
);

-- What the daily comparison with the authority's list found.
create table "authority_difference" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "channel_id" uuid not null,
  "message_id" uuid,
  "guid" text not null,
  "day" char(10) not null,
  "kind" text not null,
  "ours" text,
  "theirs" text,
  "found_at" timestamptz(3) not null,
  constraint "authority_difference_pkey" primary key ("organisation_id", "id"),
  constraint "authority_difference_channel_fkey" foreign key ("organisation_id", "channel_id")
    references "authority_channel" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "authority_difference_kind" check ("kind" in ('missing_there', 'missing_here', 'differing'))
);

do $$
declare t text;
begin
  foreach t in array array['authority_channel', 'authority_message', 'authority_receipt', 'authority_ruling',
    'authority_fact', 'authority_difference'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
    execute format('grant select, insert on %I to twogate_app', t);
  end loop;
  foreach t in array array['authority_receipt', 'authority_ruling', 'authority_difference'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;
grant update ("address", "general_syntax", "state", "is_binding", "windows", "parties", "answer_within_minutes",
  "poll_every_seconds", "cursor", "next_poll_at", "reconciled_at") on "authority_channel" to twogate_app;
grant update ("state", "sha256", "raw", "faults", "status", "status_at", "contested", "pre_entry_number", "entry_number",
  "sent_at", "attempts", "last_error") on "authority_message" to twogate_app;
grant update ("facts", "given_by", "given_at") on "authority_fact" to twogate_app;

-- The bytes under a guid are made once: sent again, they mean the same.
create function message_bytes_stand() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.sent_at is not null and (new.raw is distinct from old.raw or new.sha256 is distinct from old.sha256) then
    raise exception 'what was sent under % is not written anew', old.guid
      using errcode = '23514', constraint = 'message_bytes_stand';
  end if;
  return new;
end $$;
create trigger message_bytes_stand before update on "authority_message" for each row execute function message_bytes_stand();
