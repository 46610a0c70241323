-- A list that was sent and is withdrawn is cancelled at the authority, with the reason that was given.
alter table "authority_message" drop constraint "authority_message_kind";
alter table "authority_message" add constraint "authority_message_kind"
  check ("kind" in ('inventory', 'declaration', 'return', 'cancellation'));
alter table "authority_message" add column "reason" text;
alter table "authority_message" add constraint "authority_message_reason"
  check (("kind" = 'cancellation') = ("reason" is not null));
