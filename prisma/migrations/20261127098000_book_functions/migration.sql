-- What the books answer about a shipment is for its owner and for whom it is granted to. The triggers ask functions of
-- their own, which nobody else may call.
create or replace function book_held_of(owner uuid, shipment uuid, line integer, lot uuid) returns numeric
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(sum(declared), 0) from book_entry
    where organisation_id = owner and shipment_id = shipment and (line is null or line_number = line)
      and (lot is null or lot_id = lot) and kind in ('reserve', 'release', 'out') $$;
revoke all on function book_held_of(uuid, uuid, integer, uuid) from public;
create or replace function book_blocker_of(owner uuid, shipment uuid, day text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from account_book where organisation_id = owner) then
    return null;
  end if;
  if exists (select from goods_line g where g.organisation_id = owner and g.shipment_id = shipment
      and book_held_of(owner, shipment, g.number, null) <> g.quantity)
    or not exists (select from goods_line g where g.organisation_id = owner and g.shipment_id = shipment) then
    return 'book_not_reserved';
  end if;
  if exists (select from book_entry e
      join book_item i on i.organisation_id = e.organisation_id and i.id = e.item_id
      join account_book b on b.organisation_id = i.organisation_id and b.id = i.book_id
      where e.organisation_id = owner and e.shipment_id = shipment and b.valid_end < day
        and book_held_of(owner, shipment, e.line_number, e.lot_id) <> 0) then
    return 'book_ended';
  end if;
  if exists (select from book_entry e join book_lot l on l.organisation_id = e.organisation_id and l.id = e.lot_id
      where e.organisation_id = owner and e.shipment_id = shipment and l.expires_on < day
        and book_held_of(owner, shipment, e.line_number, e.lot_id) <> 0) then
    return 'book_goods_expired';
  end if;
  return null;
end $$;
revoke all on function book_blocker_of(uuid, uuid, text) from public;

create or replace function book_entry_of_line(entry book_entry) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if entry.kind = 'reserve' and exists (select from book_entry where organisation_id = entry.organisation_id
      and shipment_id = entry.shipment_id and line_number = entry.line_number and kind = 'out') then
    raise exception 'the line went out' using errcode = '23514', constraint = 'book_line_out_once';
  end if;
  if entry.kind in ('release', 'out')
    and book_held_of(entry.organisation_id, entry.shipment_id, entry.line_number, entry.lot_id) + entry.declared <> 0 then
    raise exception 'a reservation ends as a whole' using errcode = '23514', constraint = 'book_reservation_whole';
  end if;
  if entry.kind = 'out' and not exists (select from clearance where organisation_id = entry.organisation_id
      and shipment_id = entry.shipment_id and stage = 'bonded_exit' and state = 'released') then
    raise exception 'goods go out with their release' using errcode = '23514', constraint = 'book_out_released';
  end if;
  if entry.kind = 'refund' and entry.declared + (select coalesce(sum(declared), 0) from book_entry
      where organisation_id = entry.organisation_id and shipment_id = entry.shipment_id
        and line_number = entry.line_number and lot_id = entry.lot_id and kind in ('out', 'refund')) > 0 then
    raise exception 'more comes back than went out' using errcode = '23514', constraint = 'book_refund_within_out';
  end if;
end $$;

create or replace function release_from_book() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  blocker text;
begin
  blocker := book_blocker_of(new.organisation_id, new.shipment_id, to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'));
  if blocker is not null then
    raise exception 'the books do not let the goods go: %', blocker using errcode = '23514', constraint = 'release_from_book';
  end if;
  return new;
end $$;

create or replace function out_with_release() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if book_held_of(new.organisation_id, new.shipment_id, null, null) <> 0 then
    raise exception 'released goods are still in the book' using errcode = '23514', constraint = 'out_with_release';
  end if;
  return null;
end $$;

-- Null where the goods are none of the asker's business.
create or replace function book_held(owner uuid, shipment uuid, line integer, lot uuid) returns numeric
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select case when owner = app_organisation() or is_granted(owner, shipment)
      then book_held_of(owner, shipment, line, lot) end $$;
create or replace function book_blocker(owner uuid, shipment uuid, day text) returns text
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select case when owner = app_organisation() or is_granted(owner, shipment)
      then book_blocker_of(owner, shipment, day) end $$;

-- One count of a book is open at a time; of several that are open already the newest stays.
update "stock_count" c set "state" = 'rejected', "settled_by" = 'system', "settled_by_name" = 'system', "settled_at" = now()
where c."state" = 'counted' and exists (select from "stock_count" n where n."organisation_id" = c."organisation_id"
  and n."book_id" = c."book_id" and n."state" = 'counted' and (n."counted_at", n."id") > (c."counted_at", c."id"));
create unique index "stock_count_open_key" on "stock_count" ("organisation_id", "book_id") where "state" = 'counted';

create index "guarantee_entry_time_idx" on "guarantee_entry" ("organisation_id", "created_at", "id");
