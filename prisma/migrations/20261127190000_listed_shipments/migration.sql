-- Whether a shipment stands in lists is kept with it, so that a page of a list asks one index and not the papers and the
-- evidence of every shipment. What was opened for papers that turned out to belong elsewhere holds nothing; nor does what
-- a person took off the list for its files were all refused.
alter table "shipment" add column "is_listed" boolean not null default true;

create function shipment_is_listed(owner uuid, one uuid) returns boolean language sql stable as $$
  select not (
    (not exists (select from document where organisation_id = owner and shipment_id = one)
      and not exists (select from extracted_field where organisation_id = owner and shipment_id = one)
      and exists (select from evidence_entry where organisation_id = owner and shipment_id = one and kind = 'document_moved'))
    or (not exists (select from document where organisation_id = owner and shipment_id = one and state <> 'rejected')
      and not exists (select from declaration where organisation_id = owner and shipment_id = one)
      and exists (select from evidence_entry where organisation_id = owner and shipment_id = one and kind = 'shipment_dismissed')))
$$;
revoke all on function shipment_is_listed(uuid, uuid) from public;

update "shipment" set "is_listed" = false where not shipment_is_listed("organisation_id", "id");

create function list_shipment(owner uuid, one uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  update shipment set is_listed = shipment_is_listed(owner, one)
  where organisation_id = owner and id = one and is_listed <> shipment_is_listed(owner, one)
$$;
revoke all on function list_shipment(uuid, uuid) from public;

create function shipment_listing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then perform list_shipment(new.organisation_id, new.shipment_id); end if;
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.shipment_id is distinct from new.shipment_id) then
    perform list_shipment(old.organisation_id, old.shipment_id);
  end if;
  return null;
end $$;
revoke all on function shipment_listing() from public;
create trigger shipment_listing after insert or delete or update of "shipment_id", "state" on "document"
  for each row execute function shipment_listing();
create trigger shipment_listing after delete or update of "shipment_id" on "extracted_field"
  for each row execute function shipment_listing();
create trigger shipment_listing after insert on "declaration" for each row execute function shipment_listing();
create trigger shipment_listing after insert on "evidence_entry"
  for each row when (new."kind" in ('document_moved', 'shipment_dismissed')) execute function shipment_listing();

-- Values come by the hundred, and few come to a shipment that is off the lists.
create function shipment_filled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform list_shipment(s.organisation_id, s.id) from shipment s
    where not s.is_listed and (s.organisation_id, s.id) in (select organisation_id, shipment_id from filled);
  return null;
end $$;
revoke all on function shipment_filled() from public;
create trigger shipment_filled after insert on "extracted_field" referencing new table as filled
  for each statement execute function shipment_filled();

create index shipment_listed on "shipment" ("organisation_id", "id" desc) where "is_listed";
-- What stands beside the tabs asks for states of which there are few among many. The walls between organisations keep an
-- index of the state itself from being used (a comparison of enumerations may tell of rows that are not shown), but not an
-- index of those rows alone.
create index clearance_refused on "clearance" ("organisation_id", "shipment_id") where "state" = 'refused';
create index clearance_in_review on "clearance" ("organisation_id", "shipment_id")
  where "state" in ('in_review', 'in_examination', 'held');
create index clearance_waiting on "clearance" ("organisation_id", "shipment_id") where "state" in ('releasable', 'queried');
create index clearance_at_second on "clearance" ("organisation_id", "shipment_id")
  where "stage" = 'domestic_distribution' and "state" = 'opened' and "opened_at" is not null;
create index clearance_draft on "clearance" ("organisation_id", "shipment_id")
  where "stage" = 'bonded_exit' and "state" in ('opened', 'documented');
create index clearance_through on "clearance" ("organisation_id", "shipment_id")
  where "stage" = 'domestic_distribution' and "state" = 'released';
