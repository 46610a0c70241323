-- Bonded account books: what lies in the zone, what declarations hold of it, and what went out with which release.
create table "account_book" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "ems_no" text not null,
  "type" text not null,
  "company" text not null,
  "customs_code" text not null,
  "valid_end" char(10) not null,
  "allocation" text not null,
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  constraint "account_book_pkey" primary key ("organisation_id", "id"),
  constraint "account_book_type" check ("type" in ('T', 'H')),
  constraint "account_book_allocation" check ("allocation" in ('fifo', 'lot'))
);
create unique index "account_book_ems_no_key" on "account_book" ("organisation_id", "ems_no");

create table "book_item" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "book_id" uuid not null,
  "item_no" integer not null,
  "product_code" text not null,
  "commodity_code" text not null,
  "description" text not null,
  "declared_unit" text not null,
  "legal_unit_1" text not null,
  "legal_factor_1" decimal(18, 9) not null,
  "legal_unit_2" text,
  "legal_factor_2" decimal(18, 9),
  "origin" char(2) not null,
  "unit_price" decimal(18, 5) not null,
  "currency" char(3) not null,
  "created_at" timestamptz(3) not null,
  constraint "book_item_pkey" primary key ("organisation_id", "id"),
  constraint "book_item_book_fkey" foreign key ("organisation_id", "book_id")
    references "account_book" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_item_number" check ("item_no" > 0),
  constraint "book_item_code" check ("commodity_code" ~ '^[0-9]{10}$'),
  constraint "book_item_factors" check ("legal_factor_1" > 0 and ("legal_factor_2" is null or "legal_factor_2" > 0)
    and ("legal_unit_2" is null) = ("legal_factor_2" is null))
);
create unique index "book_item_number_key" on "book_item" ("organisation_id", "book_id", "item_no");
create index "book_item_code_idx" on "book_item" ("organisation_id", "commodity_code");

create table "book_lot" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "item_id" uuid not null,
  "lot_number" text not null,
  "produced_on" char(10),
  "expires_on" char(10),
  "received_on" char(10) not null,
  constraint "book_lot_pkey" primary key ("organisation_id", "id"),
  constraint "book_lot_item_fkey" foreign key ("organisation_id", "item_id")
    references "book_item" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "book_lot_number_key" on "book_lot" ("organisation_id", "item_id", "lot_number");

create table "stock_count" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "book_id" uuid not null,
  "reason" text not null,
  "state" text not null,
  "counted_by" text not null,
  "counted_by_name" text not null,
  "counter_linked_by" text,
  "counted_at" timestamptz(3) not null,
  "settled_by" text,
  "settled_by_name" text,
  "settled_at" timestamptz(3),
  constraint "stock_count_pkey" primary key ("organisation_id", "id"),
  constraint "stock_count_book_fkey" foreign key ("organisation_id", "book_id")
    references "account_book" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "stock_count_state" check ("state" in ('counted', 'settled', 'rejected')),
  constraint "stock_count_reason" check (length(trim("reason")) > 0),
  constraint "stock_count_second" check (("state" = 'counted') = ("settled_by" is null)
    and ("settled_by" is null) = ("settled_at" is null)),
  -- Whoever counted does not settle what they counted.
  constraint "stock_count_two_persons" check ("state" <> 'settled' or "settled_by" <> "counted_by")
);

create table "stock_count_line" (
  "organisation_id" uuid not null,
  "count_id" uuid not null,
  "lot_id" uuid not null,
  "counted" decimal(18, 5) not null,
  "booked" decimal(18, 5) not null,
  constraint "stock_count_line_pkey" primary key ("organisation_id", "count_id", "lot_id"),
  constraint "stock_count_line_count_fkey" foreign key ("organisation_id", "count_id")
    references "stock_count" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "stock_count_line_lot_fkey" foreign key ("organisation_id", "lot_id")
    references "book_lot" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "stock_count_line_counted" check ("counted" >= 0)
);

create table "book_entry" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "item_id" uuid not null,
  "lot_id" uuid not null,
  "sequence" integer not null,
  "kind" text not null,
  "declared" decimal(18, 5) not null,
  "legal_1" decimal(18, 5) not null,
  "legal_2" decimal(18, 5),
  "balance" decimal(18, 5) not null,
  "reserved" decimal(18, 5) not null,
  "reference" text not null,
  "shipment_id" uuid,
  "line_number" integer,
  "stock_count_id" uuid,
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  constraint "book_entry_pkey" primary key ("organisation_id", "id"),
  constraint "book_entry_item_fkey" foreign key ("organisation_id", "item_id")
    references "book_item" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_entry_lot_fkey" foreign key ("organisation_id", "lot_id")
    references "book_lot" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_entry_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_entry_count_fkey" foreign key ("organisation_id", "stock_count_id")
    references "stock_count" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_entry_kind" check ("kind" in ('in', 'out', 'reserve', 'release', 'refund', 'adjust', 'transfer')),
  constraint "book_entry_sign" check (case
    when "kind" in ('in', 'reserve', 'refund') then "declared" > 0
    when "kind" in ('out', 'release') then "declared" < 0
    else "declared" <> 0 end),
  -- What is of a line names it, and only an adjustment has a count.
  constraint "book_entry_line" check (("kind" in ('out', 'reserve', 'release', 'refund'))
    = ("shipment_id" is not null and "line_number" is not null)),
  constraint "book_entry_counted" check (("kind" = 'adjust') = ("stock_count_id" is not null)),
  constraint "book_entry_within_balance" check ("reserved" >= 0 and "balance" >= "reserved")
);
create unique index "book_entry_sequence_key" on "book_entry" ("organisation_id", "item_id", "sequence");
create index "book_entry_lot_idx" on "book_entry" ("organisation_id", "lot_id");
create index "book_entry_line_idx" on "book_entry" ("organisation_id", "shipment_id", "line_number");
-- A line goes out of a lot once, and a receipt comes in once.
create unique index "book_entry_out_key" on "book_entry" ("organisation_id", "shipment_id", "line_number", "lot_id")
  where "kind" = 'out';
create unique index "book_entry_in_key" on "book_entry" ("organisation_id", "lot_id", "reference") where "kind" = 'in';

create table "book_binding" (
  "organisation_id" uuid not null,
  "shipment_id" uuid not null,
  "line_number" integer not null,
  "item_id" uuid not null,
  "lot_id" uuid,
  "chosen_by" text not null,
  "chosen_at" timestamptz(3) not null,
  constraint "book_binding_pkey" primary key ("organisation_id", "shipment_id", "line_number"),
  constraint "book_binding_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_binding_item_fkey" foreign key ("organisation_id", "item_id")
    references "book_item" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "book_binding_lot_fkey" foreign key ("organisation_id", "lot_id")
    references "book_lot" ("organisation_id", "id") on delete restrict on update cascade
);

create table "verification_list" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "book_id" uuid not null,
  "number" text not null,
  "created_by" text not null,
  "created_by_name" text not null,
  "created_at" timestamptz(3) not null,
  constraint "verification_list_pkey" primary key ("organisation_id", "id"),
  constraint "verification_list_book_fkey" foreign key ("organisation_id", "book_id")
    references "account_book" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "verification_list_number_key" on "verification_list" ("organisation_id", "number");

create table "verification_list_line" (
  "organisation_id" uuid not null,
  "list_id" uuid not null,
  "number" integer not null,
  "item_id" uuid not null,
  "declared" decimal(18, 5) not null,
  "legal_1" decimal(18, 5) not null,
  "legal_2" decimal(18, 5),
  constraint "verification_list_line_pkey" primary key ("organisation_id", "list_id", "number"),
  constraint "verification_list_line_list_fkey" foreign key ("organisation_id", "list_id")
    references "verification_list" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "verification_list_line_item_fkey" foreign key ("organisation_id", "item_id")
    references "book_item" ("organisation_id", "id") on delete restrict on update cascade
);

-- One list line stands for one or more released lines; a released line is on one list.
create table "verification_list_entry" (
  "organisation_id" uuid not null,
  "entry_id" uuid not null,
  "list_id" uuid not null,
  "number" integer not null,
  constraint "verification_list_entry_pkey" primary key ("organisation_id", "entry_id"),
  constraint "verification_list_entry_line_fkey" foreign key ("organisation_id", "list_id", "number")
    references "verification_list_line" ("organisation_id", "list_id", "number") on delete restrict on update cascade,
  constraint "verification_list_entry_entry_fkey" foreign key ("organisation_id", "entry_id")
    references "book_entry" ("organisation_id", "id") on delete restrict on update cascade
);
create index "verification_list_entry_line_idx" on "verification_list_entry" ("organisation_id", "list_id", "number");

create table "gate_pass" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "list_id" uuid not null,
  "number" text not null,
  "vehicle" text not null,
  "seal" text not null,
  "digest" text not null,
  "created_by" text not null,
  "created_by_name" text not null,
  "created_at" timestamptz(3) not null,
  "left_at" timestamptz(3),
  "left_recorded_by" text,
  "is_incident" boolean not null default false,
  constraint "gate_pass_pkey" primary key ("organisation_id", "id"),
  constraint "gate_pass_list_fkey" foreign key ("organisation_id", "list_id")
    references "verification_list" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "gate_pass_left" check (("left_at" is null) = ("left_recorded_by" is null))
);
create unique index "gate_pass_number_key" on "gate_pass" ("organisation_id", "number");

-- Walls. An authority sees what moved for a shipment that was lodged with it, and the item and the book of that.
do $$
declare t text;
begin
  foreach t in array array['account_book', 'book_item', 'book_lot', 'stock_count', 'stock_count_line', 'book_entry',
      'book_binding', 'verification_list', 'verification_list_line', 'verification_list_entry', 'gate_pass'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  -- What is written in a book is added to and never changed. A choice for a line may be made anew, a count is settled
  -- once and a departure recorded once.
  foreach t in array array['account_book', 'book_item', 'book_lot', 'stock_count_line', 'book_entry',
      'verification_list', 'verification_list_line', 'verification_list_entry'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
  foreach t in array array['stock_count', 'gate_pass'] loop
    execute format('create trigger no_removal before delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;
grant update on "stock_count" to twogate_app;
grant update on "gate_pass" to twogate_app;
grant update, delete on "book_binding" to twogate_app;
create policy granted_rows on "book_entry" for select to twogate_app
  using (shipment_id is not null and is_granted(organisation_id, shipment_id));
create policy granted_rows on "book_binding" for select to twogate_app using (is_granted(organisation_id, shipment_id));
create policy granted_rows on "book_item" for select to twogate_app using (exists (
  select from book_entry e where e.organisation_id = book_item.organisation_id and e.item_id = book_item.id
    and e.shipment_id is not null and is_granted(e.organisation_id, e.shipment_id)));
create policy granted_rows on "book_lot" for select to twogate_app using (exists (
  select from book_entry e where e.organisation_id = book_lot.organisation_id and e.lot_id = book_lot.id
    and e.shipment_id is not null and is_granted(e.organisation_id, e.shipment_id)));
create policy granted_rows on "account_book" for select to twogate_app using (exists (
  select from book_item i where i.organisation_id = account_book.organisation_id and i.book_id = account_book.id));

-- What a line of a shipment holds of a lot and has not taken out or given back.
create function book_held(owner uuid, shipment uuid, line integer, lot uuid) returns numeric
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(sum(declared), 0) from book_entry
    where organisation_id = owner and shipment_id = shipment and (line is null or line_number = line)
      and (lot is null or lot_id = lot) and kind in ('reserve', 'release', 'out') $$;
revoke all on function book_held(uuid, uuid, integer, uuid) from public;
grant execute on function book_held(uuid, uuid, integer, uuid) to twogate_app;

-- No two movements take the same goods: whoever writes waits for the others of the item, and is counted after them.
create function book_entry_checks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last record;
  item record;
  before_stock numeric;
  before_reserved numeric;
  stock numeric;
  hold numeric;
  lot_stock numeric;
  lot_reserved numeric;
  from_quantity numeric;
  to_quantity numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended('book_item:' || new.item_id, 0));
  select legal_factor_1, legal_factor_2 into strict item from book_item
    where organisation_id = new.organisation_id and id = new.item_id;
  if not exists (select from book_lot where organisation_id = new.organisation_id and id = new.lot_id and item_id = new.item_id) then
    raise exception 'the lot is of another item' using errcode = '23514', constraint = 'book_lot_of_item';
  end if;
  select sequence, balance, reserved into last from book_entry
    where organisation_id = new.organisation_id and item_id = new.item_id order by sequence desc limit 1;
  if new.sequence <> coalesce(last.sequence, 0) + 1 then
    raise exception 'another entry came first' using errcode = '23514', constraint = 'book_entry_sequence';
  end if;
  before_stock := coalesce(last.balance, 0);
  before_reserved := coalesce(last.reserved, 0);
  stock := case when new.kind in ('reserve', 'release') then 0 else new.declared end;
  hold := case when new.kind in ('reserve', 'release', 'out') then new.declared else 0 end;
  if new.balance <> before_stock + stock or new.reserved <> before_reserved + hold then
    raise exception 'the balance is not the sum of the entries' using errcode = '23514', constraint = 'book_entry_sum';
  end if;
  if new.kind in ('reserve', 'release') then
    from_quantity := before_reserved; to_quantity := new.reserved;
  else
    from_quantity := before_stock; to_quantity := new.balance;
  end if;
  if new.legal_1 <> round(to_quantity * item.legal_factor_1, 5) - round(from_quantity * item.legal_factor_1, 5)
    or new.legal_2 is distinct from round(to_quantity * item.legal_factor_2, 5) - round(from_quantity * item.legal_factor_2, 5) then
    raise exception 'the three quantities do not convert' using errcode = '23514', constraint = 'book_entry_units';
  end if;
  select coalesce(sum(case when kind in ('reserve', 'release') then 0 else declared end), 0),
      coalesce(sum(case when kind in ('reserve', 'release', 'out') then declared else 0 end), 0)
    into lot_stock, lot_reserved from book_entry where organisation_id = new.organisation_id and lot_id = new.lot_id;
  if new.balance < 0 or new.reserved < 0 or new.reserved > new.balance
    or lot_stock + stock < 0 or lot_reserved + hold < 0 or lot_reserved + hold > lot_stock + stock then
    raise exception 'more than there is' using errcode = '23514', constraint = 'book_within_balance';
  end if;
  perform book_entry_of_line(new);
  if new.kind = 'adjust' and not exists (select from stock_count where organisation_id = new.organisation_id
      and id = new.stock_count_id and state = 'settled') then
    raise exception 'a count adjusts when a second person signed it' using errcode = '23514', constraint = 'book_adjust_signed';
  end if;
  return new;
end $$;

-- What an entry of a line must be: a reservation of a line that is still in the zone, given back or taken out as a whole,
-- out only with a release, and returned only as far as it went out.
create function book_entry_of_line(entry book_entry) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if entry.kind = 'reserve' and exists (select from book_entry where organisation_id = entry.organisation_id
      and shipment_id = entry.shipment_id and line_number = entry.line_number and kind = 'out') then
    raise exception 'the line went out' using errcode = '23514', constraint = 'book_line_out_once';
  end if;
  if entry.kind in ('release', 'out')
    and book_held(entry.organisation_id, entry.shipment_id, entry.line_number, entry.lot_id) + entry.declared <> 0 then
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
revoke all on function book_entry_of_line(book_entry) from public;
create trigger book_entry_checks before insert on "book_entry" for each row execute function book_entry_checks();

-- What of the books stands between a shipment and its first release; null for nothing, and for who keeps no book.
create function book_blocker(owner uuid, shipment uuid, day text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from account_book where organisation_id = owner) then
    return null;
  end if;
  if exists (select from goods_line g where g.organisation_id = owner and g.shipment_id = shipment
      and book_held(owner, shipment, g.number, null) <> g.quantity)
    or not exists (select from goods_line g where g.organisation_id = owner and g.shipment_id = shipment) then
    return 'book_not_reserved';
  end if;
  if exists (select from book_entry e
      join book_item i on i.organisation_id = e.organisation_id and i.id = e.item_id
      join account_book b on b.organisation_id = i.organisation_id and b.id = i.book_id
      where e.organisation_id = owner and e.shipment_id = shipment and b.valid_end < day
        and book_held(owner, shipment, e.line_number, e.lot_id) <> 0) then
    return 'book_ended';
  end if;
  if exists (select from book_entry e join book_lot l on l.organisation_id = e.organisation_id and l.id = e.lot_id
      where e.organisation_id = owner and e.shipment_id = shipment and l.expires_on < day
        and book_held(owner, shipment, e.line_number, e.lot_id) <> 0) then
    return 'book_goods_expired';
  end if;
  return null;
end $$;
revoke all on function book_blocker(uuid, uuid, text) from public;
grant execute on function book_blocker(uuid, uuid, text) to twogate_app;

-- No path releases the first gate past the books, and what is released has gone out when the transaction ends.
create function release_from_book() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  blocker text;
begin
  blocker := book_blocker(new.organisation_id, new.shipment_id, to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'));
  if blocker is not null then
    raise exception 'the books do not let the goods go: %', blocker using errcode = '23514', constraint = 'release_from_book';
  end if;
  return new;
end $$;
create trigger release_from_book before update on "clearance" for each row
  when (new.stage = 'bonded_exit' and new.state = 'released' and old.state <> 'released')
  execute function release_from_book();

create function out_with_release() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if book_held(new.organisation_id, new.shipment_id, null, null) <> 0 then
    raise exception 'released goods are still in the book' using errcode = '23514', constraint = 'out_with_release';
  end if;
  return null;
end $$;
create constraint trigger out_with_release after update on "clearance" deferrable initially deferred for each row
  when (new.stage = 'bonded_exit' and new.state = 'released' and old.state <> 'released')
  execute function out_with_release();

-- A count is settled once, and nothing else of it changes.
create function stock_count_settled_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'counted' or new.state = 'counted'
    or row(new.organisation_id, new.id, new.book_id, new.reason, new.counted_by, new.counted_by_name, new.counter_linked_by, new.counted_at)
      is distinct from row(old.organisation_id, old.id, old.book_id, old.reason, old.counted_by, old.counted_by_name, old.counter_linked_by, old.counted_at) then
    raise exception 'a count is settled once' using errcode = '23514', constraint = 'stock_count_settled_once';
  end if;
  return new;
end $$;
create trigger stock_count_settled_once before update on "stock_count" for each row execute function stock_count_settled_once();

-- A departure is recorded once; leaving before the goods were out of the book is an incident, whoever says otherwise.
create function gate_pass_left_once() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.left_at is not null or new.left_at is null
    or row(new.organisation_id, new.id, new.list_id, new.number, new.vehicle, new.seal, new.digest, new.created_by, new.created_by_name, new.created_at)
      is distinct from row(old.organisation_id, old.id, old.list_id, old.number, old.vehicle, old.seal, old.digest, old.created_by, old.created_by_name, old.created_at) then
    raise exception 'a departure is recorded once' using errcode = '23514', constraint = 'gate_pass_left_once';
  end if;
  if new.is_incident <> exists (select from verification_list_entry l
      join book_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
      where l.organisation_id = new.organisation_id and l.list_id = new.list_id and e.created_at > new.left_at) then
    raise exception 'leaving before the goods are out is an incident' using errcode = '23514', constraint = 'gate_pass_incident';
  end if;
  return new;
end $$;
create trigger gate_pass_left_once before update on "gate_pass" for each row execute function gate_pass_left_once();

-- A list has the totals of the released lines that it stands for.
create function verification_list_balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from verification_list_line l
    left join verification_list_entry v on v.organisation_id = l.organisation_id and v.list_id = l.list_id and v.number = l.number
    left join book_entry e on e.organisation_id = v.organisation_id and e.id = v.entry_id
    where l.organisation_id = new.organisation_id and l.list_id = new.list_id
    group by l.number, l.item_id, l.declared, l.legal_1, l.legal_2
    having l.declared <> coalesce(-sum(e.declared), 0) or l.legal_1 <> coalesce(-sum(e.legal_1), 0)
      or l.legal_2 is distinct from -sum(e.legal_2) or bool_or(e.kind <> 'out' or e.item_id <> l.item_id)) then
    raise exception 'the list differs from its released lines' using errcode = '23514', constraint = 'verification_list_balanced';
  end if;
  return null;
end $$;
create constraint trigger verification_list_balanced after insert on "verification_list_line"
  deferrable initially deferred for each row execute function verification_list_balanced();
create constraint trigger verification_list_entry_balanced after insert on "verification_list_entry"
  deferrable initially deferred for each row execute function verification_list_balanced();
