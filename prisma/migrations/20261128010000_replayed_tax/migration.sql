-- What a tax was computed from is logged with it, so that it can be computed again: the declared content by its hash, and
-- the law's tables as they were read, each kept once under its own hash.
create table "law_snapshot" (
  "hash" char(64) not null,
  -- Canonical JSON, word for word, for the hash is over these bytes.
  "content" text not null,
  constraint "law_snapshot_pkey" primary key ("hash"),
  constraint "law_snapshot_hash" check ("hash" = encode(sha256(convert_to("content", 'UTF8')), 'hex'))
);
grant select, insert on "law_snapshot" to twogate_app;
create trigger append_only before update or delete or truncate on "law_snapshot"
  for each statement execute function refuse_change();

-- Null for what was assessed before.
alter table "tax_assessment" add column "inputs" jsonb, add column "decision_hash" char(64),
  add constraint "tax_assessment_logged" check (("inputs" is null) = ("decision_hash" is null));

-- A decision that comes out otherwise than it did is an incident, which who replays it opens.
grant insert on "log_incident" to twogate_app;
