-- The second signature is another officer's than everybody's who recorded something of the inspection: its results, its
-- items, and its samples with their custody and reports.
create or replace function another_countersigns() returns trigger language plpgsql as $$
begin
  if exists (
    select from inspection i
      where i.organisation_id = new.organisation_id and i.id = new.inspection_id and i.recorded_by = new.signed_by
    union all
    select from inspection_item i
      left join inspection_item_result r on r.organisation_id = i.organisation_id and r.item_id = i.id
      left join sample s on s.organisation_id = i.organisation_id and s.item_id = i.id
      left join sample_custody c on c.organisation_id = s.organisation_id and c.sample_id = s.id
      left join lab_result l on l.organisation_id = s.organisation_id and l.sample_id = s.id
      where i.organisation_id = new.organisation_id and i.inspection_id = new.inspection_id
        and new.signed_by in (r.recorded_by, s.taken_by, c.recorded_by, l.recorded_by)
  ) then
    raise exception 'inspection % is countersigned by another officer', new.inspection_id
      using errcode = '23514', constraint = 'another_countersigns';
  end if;
  return new;
end $$;
