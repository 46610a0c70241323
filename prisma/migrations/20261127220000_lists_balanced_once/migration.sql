-- A verification list is held against its released lines once, when it is whole, and no longer once for each of its rows:
-- a list of five thousand lines was added up ten thousand times, for minutes. So its rows come with it, in the
-- transaction that makes it and before it was held against them.
drop trigger verification_list_balanced on "verification_list_line";
drop trigger verification_list_entry_balanced on "verification_list_entry";
drop function verification_list_balanced();

create function verification_list_balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from verification_list_line l
    left join verification_list_entry v on v.organisation_id = l.organisation_id and v.list_id = l.list_id and v.number = l.number
    left join book_entry e on e.organisation_id = v.organisation_id and e.id = v.entry_id
    where l.organisation_id = new.organisation_id and l.list_id = new.id
    group by l.number, l.item_id, l.declared, l.legal_1, l.legal_2
    having l.declared <> coalesce(-sum(e.declared), 0) or l.legal_1 <> coalesce(-sum(e.legal_1), 0)
      or l.legal_2 is distinct from -sum(e.legal_2) or bool_or(e.kind <> 'out' or e.item_id <> l.item_id)) then
    raise exception 'the list differs from its released lines' using errcode = '23514', constraint = 'verification_list_balanced';
  end if;
  perform set_config('twogate.balanced_lists', concat_ws(' ', current_setting('twogate.balanced_lists', true), new.id), true);
  return null;
end $$;
create constraint trigger verification_list_balanced after insert on "verification_list"
  deferrable initially deferred for each row execute function verification_list_balanced();

create function verification_list_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select distinct organisation_id, list_id from added) a
    left join verification_list l on l.organisation_id = a.organisation_id and l.id = a.list_id
      and l.xmin = pg_current_xact_id()::xid
    where l.id is null or strpos(coalesce(current_setting('twogate.balanced_lists', true), ''), a.list_id::text) > 0) then
    raise exception 'a list is whole when it is made' using errcode = '23514', constraint = 'verification_list_whole';
  end if;
  return null;
end $$;
create trigger verification_list_whole after insert on "verification_list_line"
  referencing new table as added for each statement execute function verification_list_whole();
create trigger verification_list_whole after insert on "verification_list_entry"
  referencing new table as added for each statement execute function verification_list_whole();
