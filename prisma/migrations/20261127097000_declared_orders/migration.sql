-- A line that is added to a declared order changes what it was declared from as much as one that is altered.
create function declared_lines_are_all() returns trigger language plpgsql as $$
begin
  if exists (select from retail_order o where o.organisation_id = new.organisation_id and o.id = new.order_id and o.state = 'lodged') then
    raise exception 'the order is declared' using errcode = '23514', constraint = 'declared_order_stays';
  end if;
  return new;
end $$;
create trigger declared_lines_are_all before insert on "retail_order_line" for each row execute function declared_lines_are_all();
