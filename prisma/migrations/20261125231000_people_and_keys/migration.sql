-- Who makes a password link can choose the password, and so act as the person. Who did so last is kept with the
-- membership, and with what the person then did, for a membership may end.
alter table "membership" add column "linked_by" text;
alter table "decision" add column "officer_linked_by" text;
alter table "aeo_authorisation" add column "proposer_linked_by" text;
alter table "aeo_authorisation" add constraint held_link check (approved_by is null or approved_by <> proposer_linked_by);

-- The application sees this one column of sign-in's tables, for one person of its own organisation at a time.
create function link_holder(person text) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select linked_by from membership where organisation_id = app_organisation() and user_id::text = person $$;
revoke all on function link_holder(text) from public;
grant execute on function link_holder(text) to twogate_app;

-- A change of people and its entry in the audit are one transaction, under the role that may change people.
grant insert on "audit_entry" to twogate_auth;
create policy people_recorded on "audit_entry" for insert to twogate_auth with check (object_kind = 'person');

-- What a key proposed may have been proposed by whoever would approve it; a person proposes it again.
update "aeo_authorisation" set state = 'rejected', decided_at = now()
  where state = 'proposed' and proposed_by in (select id::text from "api_key");

-- Links that were made before are in the clear.
delete from "verification";
