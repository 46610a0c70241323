-- Work that is owed once at a time has a key: an endpoint of webhooks has one job, however much is for it.
alter table "outbox_message" add column "key" text;
create unique index "outbox_message_key" on "outbox_message" ("organisation_id", "key") where "done_at" is null and "dead_at" is null;

-- Whose turn it is at an endpoint, and in an organisation.
create index "webhook_delivery_pending_idx" on "webhook_delivery" ("organisation_id", "endpoint_id", "next_at") where "state" = 'pending';
