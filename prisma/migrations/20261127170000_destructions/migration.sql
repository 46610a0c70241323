-- Destruction of bonded goods that are unfit for sale: applied for by who keeps the book, approved by the customs office of
-- the book, witnessed by one person of each, and written off the book with its certificate.
create table "destruction" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "book_id" uuid not null,
  -- The customs office that supervises the book.
  "authority_id" uuid not null,
  "number" text not null,
  "state" text not null,
  "reason" text not null,
  "note" text not null,
  "place" text not null,
  "appointed_on" char(10) not null,
  "applied_by" text not null,
  "applied_at" timestamptz(3) not null,
  "approved_on" char(10),
  "destroyed_on" char(10),
  -- The two witnesses; who held the first one's password link when they signed.
  "stated_by" text,
  "stated_by_name" text,
  "stated_linked_by" text,
  "confirmed_by" text,
  "confirmed_by_name" text,
  "residue_description" text,
  "residue_value" decimal(18, 2),
  "residue_currency" char(3),
  "certificate_number" text,
  "certificate_issuer" text,
  "certificate_on" char(10),
  constraint "destruction_pkey" primary key ("organisation_id", "id"),
  constraint "destruction_book_fkey" foreign key ("organisation_id", "book_id")
    references "account_book" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "destruction_state" check ("state" in ('applied', 'approved', 'stated', 'confirmed', 'destroyed', 'refused', 'cancelled')),
  constraint "destruction_reason" check ("reason" in ('expired', 'damaged', 'refused_at_inspection', 'other')),
  constraint "destruction_placed" check (length(trim("place")) > 0),
  constraint "destruction_approved" check (("state" in ('applied', 'refused')) = ("approved_on" is null) or "state" = 'cancelled'),
  constraint "destruction_witnessed" check ("state" not in ('stated', 'confirmed', 'destroyed')
    or ("stated_by" is not null and "destroyed_on" is not null)),
  -- Whoever states what was destroyed does not confirm it.
  constraint "destruction_two_persons" check ("state" not in ('confirmed', 'destroyed')
    or ("confirmed_by" is not null and "confirmed_by" <> "stated_by")),
  constraint "destruction_residue" check (("residue_description" is null) = ("residue_value" is null)
    and ("residue_value" is null) = ("residue_currency" is null) and ("residue_value" is null or "residue_value" >= 0)),
  constraint "destruction_certified" check (("state" = 'destroyed') = ("certificate_number" is not null)
    and ("certificate_number" is null) = ("certificate_on" is null) and ("certificate_number" is null) = ("certificate_issuer" is null))
);
create unique index "destruction_number_key" on "destruction" ("organisation_id", "number");
-- A certificate is for one destruction.
create unique index "destruction_certificate_key" on "destruction" ("organisation_id", "certificate_issuer", "certificate_number");
create index "destruction_authority_idx" on "destruction" ("authority_id", "id");

create table "destruction_line" (
  "organisation_id" uuid not null,
  "destruction_id" uuid not null,
  "number" integer not null,
  "item_id" uuid not null,
  "lot_id" uuid not null,
  "quantity" decimal(18, 5) not null,
  -- What the witnesses saw destroyed; null before that.
  "destroyed" decimal(18, 5),
  constraint "destruction_line_pkey" primary key ("organisation_id", "destruction_id", "number"),
  constraint "destruction_line_destruction_fkey" foreign key ("organisation_id", "destruction_id")
    references "destruction" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "destruction_line_item_fkey" foreign key ("organisation_id", "item_id")
    references "book_item" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "destruction_line_lot_fkey" foreign key ("organisation_id", "lot_id")
    references "book_lot" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "destruction_line_quantity" check ("quantity" > 0 and ("destroyed" is null or "destroyed" between 0 and "quantity"))
);
create unique index "destruction_line_lot_key" on "destruction_line" ("organisation_id", "destruction_id", "lot_id");
create index "destruction_line_item_idx" on "destruction_line" ("organisation_id", "item_id");

-- Who did what and why, in its order.
create table "destruction_step" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "destruction_id" uuid not null,
  "act" text not null,
  "reason" text,
  "by" text not null,
  "by_name" text not null,
  "at" timestamptz(3) not null,
  constraint "destruction_step_pkey" primary key ("organisation_id", "id"),
  constraint "destruction_step_destruction_fkey" foreign key ("organisation_id", "destruction_id")
    references "destruction" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "destruction_step_act" check ("act" in ('apply', 'approve', 'refuse', 'cancel', 'state', 'confirm', 'dispute', 'certify')),
  constraint "destruction_step_reason" check ("act" not in ('refuse', 'dispute') or length(trim("reason")) > 0)
);
create index "destruction_step_destruction_idx" on "destruction_step" ("organisation_id", "destruction_id");

alter table "book_entry" add column "destruction_id" uuid;
alter table "book_entry" add constraint "book_entry_destruction_fkey" foreign key ("organisation_id", "destruction_id")
  references "destruction" ("organisation_id", "id") on delete restrict on update cascade;
-- A reservation is of a line or of a destruction, and an adjustment of a count or of a destruction.
alter table "book_entry" drop constraint "book_entry_line";
alter table "book_entry" add constraint "book_entry_line" check (("shipment_id" is null) = ("line_number" is null) and case
  when "kind" in ('out', 'refund') then "shipment_id" is not null and "destruction_id" is null
  when "kind" in ('reserve', 'release') then ("shipment_id" is null) <> ("destruction_id" is null)
  else "shipment_id" is null end);
alter table "book_entry" drop constraint "book_entry_counted";
alter table "book_entry" add constraint "book_entry_counted" check (case
  when "kind" = 'adjust' then ("stock_count_id" is null) <> ("destruction_id" is null)
  when "kind" in ('reserve', 'release') then "stock_count_id" is null
  else "stock_count_id" is null and "destruction_id" is null end);
create index "book_entry_destruction_idx" on "book_entry" ("organisation_id", "destruction_id");
-- What was destroyed leaves a lot once.
create unique index "book_entry_destroyed_key" on "book_entry" ("organisation_id", "destruction_id", "lot_id")
  where "kind" = 'adjust' and "destruction_id" is not null;

do $$
declare t text;
begin
  foreach t in array array['destruction', 'destruction_line', 'destruction_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  foreach t in array array['destruction', 'destruction_line'] loop
    execute format('create trigger no_removal before delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;
create trigger append_only before update or delete or truncate on "destruction_step"
  for each statement execute function refuse_change();
grant select, insert on "destruction", "destruction_line", "destruction_step" to twogate_app;
grant update ("state", "approved_on", "destroyed_on", "stated_by", "stated_by_name", "stated_linked_by", "confirmed_by",
  "confirmed_by_name", "residue_description", "residue_value", "residue_currency", "certificate_number",
  "certificate_issuer", "certificate_on") on "destruction" to twogate_app;
grant update ("destroyed") on "destruction_line" to twogate_app;

-- The customs office of the book sees the application and rules it; of the book it sees the goods that are applied for.
create policy granted_rows on "destruction" for select to twogate_app using (authority_id = app_organisation());
create policy granted_changes on "destruction" for update to twogate_app
  using (authority_id = app_organisation()) with check (authority_id = app_organisation());
create function is_destruction_here(owner uuid, subject uuid) returns boolean language sql stable
  as $$ select exists (select from destruction d where d.organisation_id = owner and d.id = subject
    and d.authority_id = app_organisation()) $$;
create policy granted_rows on "destruction_line" for select to twogate_app using (is_destruction_here(organisation_id, destruction_id));
create policy granted_rows on "destruction_step" for select to twogate_app using (is_destruction_here(organisation_id, destruction_id));
create policy granted_records on "destruction_step" for insert to twogate_app with check (is_destruction_here(organisation_id, destruction_id));
create policy destroyed_rows on "account_book" for select to twogate_app using (exists (select from destruction d
  where d.organisation_id = account_book.organisation_id and d.book_id = account_book.id and d.authority_id = app_organisation()));
create policy destroyed_rows on "book_item" for select to twogate_app using (exists (select from destruction_line l
  where l.organisation_id = book_item.organisation_id and l.item_id = book_item.id
    and is_destruction_here(l.organisation_id, l.destruction_id)));
create policy destroyed_rows on "book_lot" for select to twogate_app using (exists (select from destruction_line l
  where l.organisation_id = book_lot.organisation_id and l.lot_id = book_lot.id
    and is_destruction_here(l.organisation_id, l.destruction_id)));
-- A refusal gives the goods back in its own transaction, which needs to know where their ledger stands.
create policy destroyed_rows on "book_entry" for select to twogate_app using (exists (select from destruction_line l
  join destruction d on d.organisation_id = l.organisation_id and d.id = l.destruction_id
  where l.organisation_id = book_entry.organisation_id and l.item_id = book_entry.item_id
    and d.authority_id = app_organisation() and d.state = 'applied'));
create policy destroyed_records on "book_entry" for insert to twogate_app with check (kind = 'release'
  and destruction_id is not null and is_destruction_here(organisation_id, destruction_id));

-- What a destruction holds of a lot.
create function destruction_held(owner uuid, subject uuid, lot uuid) returns numeric
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(sum(declared), 0) from book_entry
    where organisation_id = owner and destruction_id = subject and (lot is null or lot_id = lot)
      and kind in ('reserve', 'release') $$;
revoke all on function destruction_held(uuid, uuid, uuid) from public;

-- The steps of a destruction: which follows which, and whose each is.
create function destruction_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  step text := case when tg_op = 'INSERT' then '-' else old.state end || '>' || new.state;
  actor uuid := app_organisation();
begin
  if tg_op = 'UPDATE' and row(new.organisation_id, new.id, new.book_id, new.authority_id, new.number, new.reason, new.note,
      new.place, new.appointed_on, new.applied_by, new.applied_at)
    is distinct from row(old.organisation_id, old.id, old.book_id, old.authority_id, old.number, old.reason, old.note,
      old.place, old.appointed_on, old.applied_by, old.applied_at) then
    raise exception 'what was applied for stays' using errcode = '23514', constraint = 'destruction_application_stays';
  end if;
  if not is_authority(new.authority_id) or new.authority_id = new.organisation_id then
    raise exception 'an authority supervises a destruction' using errcode = '23514', constraint = 'destruction_authority';
  end if;
  if step not in ('->applied', 'applied>approved', 'applied>refused', 'applied>cancelled', 'approved>cancelled',
      'approved>stated', 'stated>confirmed', 'stated>approved', 'confirmed>destroyed') then
    raise exception 'a destruction does not go %', step using errcode = '23514', constraint = 'destruction_moves';
  end if;
  -- The office approves, refuses, confirms and disputes; all else is for whose goods they are.
  if actor is not null and actor <> (case
      when step in ('applied>approved', 'applied>refused', 'stated>confirmed', 'stated>approved') then new.authority_id
      else new.organisation_id end) then
    raise exception 'the step % is of another', step using errcode = '23514', constraint = 'destruction_whose';
  end if;
  -- What the witnesses stated is certified as it was stated.
  if step in ('stated>confirmed', 'confirmed>destroyed') and row(new.destroyed_on, new.stated_by, new.residue_description, new.residue_value, new.residue_currency)
      is distinct from row(old.destroyed_on, old.stated_by, old.residue_description, old.residue_value, old.residue_currency) then
    raise exception 'what was witnessed stays' using errcode = '23514', constraint = 'destruction_witnessed_stays';
  end if;
  return new;
end $$;
create trigger destruction_moves before insert or update on "destruction" for each row execute function destruction_moves();

create function destruction_line_stated() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if row(new.organisation_id, new.destruction_id, new.number, new.item_id, new.lot_id, new.quantity)
      is distinct from row(old.organisation_id, old.destruction_id, old.number, old.item_id, old.lot_id, old.quantity)
    or not exists (select from destruction where organisation_id = new.organisation_id and id = new.destruction_id and state = 'approved') then
    raise exception 'a line says what was applied for' using errcode = '23514', constraint = 'destruction_line_stated';
  end if;
  return new;
end $$;
create trigger destruction_line_stated before update on "destruction_line"
  for each row execute function destruction_line_stated();

-- When its transaction ends, an open destruction holds what it asked for, a settled one nothing, and what was destroyed is
-- written off as the witnesses saw it.
create function destruction_balanced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_is text;
begin
  select state into now_is from destruction where organisation_id = new.organisation_id and id = new.id;
  if not exists (select from destruction_line where organisation_id = new.organisation_id and destruction_id = new.id)
    or exists (select from destruction_line l where l.organisation_id = new.organisation_id and l.destruction_id = new.id
      and (destruction_held(l.organisation_id, l.destruction_id, l.lot_id)
          <> case when now_is in ('destroyed', 'refused', 'cancelled') then 0 else l.quantity end
        or (now_is in ('stated', 'confirmed', 'destroyed') and l.destroyed is null)
        or (select coalesce(-sum(e.declared), 0) from book_entry e where e.organisation_id = l.organisation_id
            and e.destruction_id = l.destruction_id and e.lot_id = l.lot_id and e.kind = 'adjust')
          <> case when now_is = 'destroyed' then l.destroyed else 0 end)) then
    raise exception 'the book does not hold what the destruction says' using errcode = '23514', constraint = 'destruction_balanced';
  end if;
  return null;
end $$;
create constraint trigger destruction_balanced after insert or update on "destruction"
  deferrable initially deferred for each row execute function destruction_balanced();

-- The entries of destructions, beside those of lines.
create or replace function book_entry_of_line(entry book_entry) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if entry.destruction_id is not null then
    perform book_entry_of_destruction(entry);
    return;
  end if;
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

create function book_entry_of_destruction(entry book_entry) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_is text;
  line record;
begin
  select state into now_is from destruction where organisation_id = entry.organisation_id and id = entry.destruction_id;
  select quantity, destroyed into line from destruction_line where organisation_id = entry.organisation_id
    and destruction_id = entry.destruction_id and lot_id = entry.lot_id and item_id = entry.item_id;
  if line is null or (entry.kind = 'reserve' and (now_is <> 'applied' or entry.declared <> line.quantity
      or exists (select from book_entry where organisation_id = entry.organisation_id
        and destruction_id = entry.destruction_id and lot_id = entry.lot_id))) then
    raise exception 'a destruction reserves what it applies for' using errcode = '23514', constraint = 'book_destruction_reserved';
  end if;
  if entry.kind = 'release'
    and destruction_held(entry.organisation_id, entry.destruction_id, entry.lot_id) + entry.declared <> 0 then
    raise exception 'a reservation ends as a whole' using errcode = '23514', constraint = 'book_reservation_whole';
  end if;
  if entry.kind = 'adjust' and (now_is <> 'destroyed' or entry.declared is distinct from -line.destroyed
      or destruction_held(entry.organisation_id, entry.destruction_id, entry.lot_id) <> 0) then
    raise exception 'what was destroyed is written off with its certificate' using errcode = '23514', constraint = 'book_destruction_certified';
  end if;
end $$;

revoke all on function book_entry_of_destruction(book_entry) from public;

-- As before, but that an adjustment of a destruction is signed by its certificate and not by a count.
create or replace function book_entry_checks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
  if new.kind = 'adjust' and new.destruction_id is null and not exists (select from stock_count where organisation_id = new.organisation_id
      and id = new.stock_count_id and state = 'settled') then
    raise exception 'a count adjusts when a second person signed it' using errcode = '23514', constraint = 'book_adjust_signed';
  end if;
  return new;
end $$;
