-- What gate two asks is prepared with the lodging, so its permits are taken then too. A shipment whose exit was refused or
-- withdrawn takes of no permit at either gate: gate two of it never opens.
create or replace function permit_used(owner uuid, permit uuid, except_clearance uuid) returns numeric language sql stable as $$
  select coalesce(sum(u.quantity), 0) from permit asked
    join permit p on p.organisation_id = asked.organisation_id and p.kind = asked.kind and p.number_key = asked.number_key
    join permit_use u on u.organisation_id = p.organisation_id and u.permit_id = p.id
    join clearance c on c.organisation_id = u.organisation_id and c.id = u.clearance_id
    where asked.organisation_id = permit_used.owner and asked.id = permit_used.permit
      and u.clearance_id is distinct from permit_used.except_clearance
      and c.state not in ('refused', 'documented')
      and not exists (
        select from clearance e where e.organisation_id = c.organisation_id and e.shipment_id = c.shipment_id
          and e.stage = 'bonded_exit' and e.state in ('refused', 'documented'))
$$;
