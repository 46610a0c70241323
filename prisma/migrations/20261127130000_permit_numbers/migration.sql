-- A number that is withdrawn and recorded anew is still one paper of its issuer: what was taken of it stays taken. Use is
-- counted by kind and number, whichever of its records it was taken from. Units are not converted, as they are not where
-- a permit's own unit is mended.
create or replace function permit_used(owner uuid, permit uuid, except_clearance uuid) returns numeric language sql stable as $$
  select coalesce(sum(u.quantity), 0) from permit asked
    join permit p on p.organisation_id = asked.organisation_id and p.kind = asked.kind and p.number_key = asked.number_key
    join permit_use u on u.organisation_id = p.organisation_id and u.permit_id = p.id
    join clearance c on c.organisation_id = u.organisation_id and c.id = u.clearance_id
    where asked.organisation_id = permit_used.owner and asked.id = permit_used.permit
      and u.clearance_id is distinct from permit_used.except_clearance
      and c.state not in ('refused', 'documented')
$$;
create index "permit_number_idx" on "permit" ("organisation_id", "kind", "number_key");

-- Who takes of a number waits for others that do, whichever of its records they take from.
create function lock_permit_number(owner uuid, kind text, number_key text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('permit:' || owner || ':' || kind || ':' || number_key, 0))
$$;

create or replace function permit_within_quantity() returns trigger language plpgsql as $$
declare
  held record;
begin
  select p.kind, p.number_key into held from permit p where p.organisation_id = new.organisation_id and p.id = new.permit_id;
  perform lock_permit_number(new.organisation_id, held.kind, held.number_key);
  select p.quantity into held from permit p where p.organisation_id = new.organisation_id and p.id = new.permit_id;
  if held.quantity is not null and new.quantity > 0
    and permit_used(new.organisation_id, new.permit_id, new.clearance_id) + new.quantity > held.quantity then
    raise exception 'permit % has no such quantity left', new.permit_id
      using errcode = '23514', constraint = 'permit_within_quantity';
  end if;
  return new;
end $$;
