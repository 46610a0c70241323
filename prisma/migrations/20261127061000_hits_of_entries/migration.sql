-- A hit is of a line of history that the same clearance wrote. Who lodges does not read the history, so the question is
-- asked with the owner's eyes, and answered of the asker's own clearances alone.
create function is_own_entry(authority uuid, entry uuid, clearance uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from history_entry e
    where e.organisation_id = authority and e.id = entry and e.clearance_id = clearance
      and e.source_organisation_id = app_organisation()) $$;
revoke execute on function is_own_entry(uuid, uuid, uuid) from public;
grant execute on function is_own_entry(uuid, uuid, uuid) to twogate_app;

-- As narrow as what a broker adds to the history: of now, of its own clearance of that shipment, to whom it was lodged.
drop policy lodged_rows on "rule_hit";
create policy lodged_rows on "rule_hit" for insert to twogate_app with check (
  source_organisation_id = app_organisation()
  and at between now() - interval '10 minutes' and now() + interval '10 minutes'
  and is_own_entry(organisation_id, entry_id, clearance_id)
  and exists (
    select from clearance c where c.organisation_id = app_organisation() and c.id = rule_hit.clearance_id
      and c.shipment_id = rule_hit.shipment_id)
  and exists (
    select from access_grant g
    where g.organisation_id = app_organisation() and g.shipment_id = rule_hit.shipment_id
      and g.grantee_organisation_id = rule_hit.organisation_id));
