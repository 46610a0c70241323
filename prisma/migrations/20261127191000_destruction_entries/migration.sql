-- What an open destruction holds stays held, whoever writes into the book: the check of a destruction is made for its
-- entries too, when the transaction ends.
create function assert_destruction_balanced(owner uuid, one uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_is text;
begin
  select state into now_is from destruction where organisation_id = owner and id = one;
  if not exists (select from destruction_line where organisation_id = owner and destruction_id = one)
    or exists (select from destruction_line l where l.organisation_id = owner and l.destruction_id = one
      and (destruction_held(l.organisation_id, l.destruction_id, l.lot_id)
          <> case when now_is in ('destroyed', 'refused', 'cancelled') then 0 else l.quantity end
        or (now_is in ('stated', 'confirmed', 'destroyed') and l.destroyed is null)
        or (select coalesce(-sum(e.declared), 0) from book_entry e where e.organisation_id = l.organisation_id
            and e.destruction_id = l.destruction_id and e.lot_id = l.lot_id and e.kind = 'adjust')
          <> case when now_is = 'destroyed' then l.destroyed else 0 end)) then
    raise exception 'the book does not hold what the destruction says' using errcode = '23514', constraint = 'destruction_balanced';
  end if;
end $$;
revoke all on function assert_destruction_balanced(uuid, uuid) from public;

create or replace function destruction_balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform assert_destruction_balanced(new.organisation_id, new.id);
  return null;
end $$;

create function destruction_entry_balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform assert_destruction_balanced(new.organisation_id, new.destruction_id);
  return null;
end $$;
revoke all on function destruction_entry_balanced() from public;
create constraint trigger destruction_entry_balanced after insert on "book_entry"
  deferrable initially deferred for each row when (new."destruction_id" is not null) execute function destruction_entry_balanced();
