-- The guarantee as a ledger of double entries: each moves one amount out of one account and into another. The row of the
-- account keeps the sums, and only an entry changes them.
create table "guarantee_entry" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "move" text not null,
  "from_account" text not null,
  "to_account" text not null,
  "amount" decimal(18, 2) not null,
  "currency" char(3) not null,
  "shipment_id" uuid,
  "declaration_id" uuid,
  "reference" text not null,
  "created_by" text not null,
  "created_at" timestamptz(3) not null,
  constraint "guarantee_entry_pkey" primary key ("organisation_id", "id"),
  constraint "guarantee_entry_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "guarantee_entry_declaration_fkey" foreign key ("organisation_id", "declaration_id")
    references "declaration" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "guarantee_entry_amount" check ("amount" > 0),
  constraint "guarantee_entry_accounts" check (("move", "from_account", "to_account") in (
    ('top_up', 'guarantor', 'available'), ('lower', 'available', 'guarantor'), ('reserve', 'available', 'reserved'),
    ('release', 'reserved', 'available'), ('consume', 'reserved', 'owed'), ('settle', 'owed', 'available'),
    ('call', 'owed', 'guarantor'))),
  constraint "guarantee_entry_declaration" check (("move" in ('top_up', 'lower')) = ("declaration_id" is null))
);
-- A letter of guarantee counts once, however often it is recorded.
create unique index "guarantee_entry_letter_key" on "guarantee_entry" ("organisation_id", "move", "reference")
  where "declaration_id" is null;
create index "guarantee_entry_declaration_idx" on "guarantee_entry" ("organisation_id", "declaration_id");

alter table "guarantee_account" add column "owed_amount" decimal(18, 2) not null default 0;
alter table "guarantee_account" drop constraint within_limit;
alter table "guarantee_account" add constraint within_limit
  check (reserved_amount >= 0 and owed_amount >= 0 and reserved_amount + owed_amount <= limit_amount);

-- What stood before begins the ledger: the limit, what is reserved, and of that what is owed since the release.
insert into "guarantee_entry" ("organisation_id", "id", "move", "from_account", "to_account", "amount", "currency",
    "reference", "created_by", "created_at")
select organisation_id, gen_random_uuid(), 'top_up', 'guarantor', 'available', limit_amount, currency,
  'carried over', 'system', now()
from "guarantee_account" where limit_amount > 0;
insert into "guarantee_entry" ("organisation_id", "id", "move", "from_account", "to_account", "amount", "currency",
    "shipment_id", "declaration_id", "reference", "created_by", "created_at")
select organisation_id, gen_random_uuid(), 'reserve', 'available', 'reserved', amount, currency, shipment_id,
  declaration_id, reference, created_by, created_at
from "payment" where kind = 'guarantee' and released_at is null and amount > 0;
insert into "guarantee_entry" ("organisation_id", "id", "move", "from_account", "to_account", "amount", "currency",
    "shipment_id", "declaration_id", "reference", "created_by", "created_at")
select p.organisation_id, gen_random_uuid(), 'consume', 'reserved', 'owed', p.amount, p.currency, p.shipment_id,
  p.declaration_id, p.reference, 'system', c.released_at
from "payment" p
join "clearance" c on c.organisation_id = p.organisation_id and c.declaration_id = p.declaration_id
where p.kind = 'guarantee' and p.released_at is null and p.amount > 0
  and c.stage = 'bonded_exit' and c.state = 'released';
update "guarantee_account" a set
  reserved_amount = coalesce((select sum(case when e.to_account = 'reserved' then e.amount else -e.amount end)
    from "guarantee_entry" e where e.organisation_id = a.organisation_id
      and 'reserved' in (e.from_account, e.to_account)), 0),
  owed_amount = coalesce((select sum(e.amount) from "guarantee_entry" e
    where e.organisation_id = a.organisation_id and e.move = 'consume'), 0);

alter table "guarantee_entry" enable row level security;
alter table "guarantee_entry" force row level security;
grant select, insert on "guarantee_entry" to twogate_app;
create policy own_rows on "guarantee_entry" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
do $$
begin
  execute format('create policy owner_maintains on "guarantee_entry" to %I using (true) with check (true)', current_user);
end
$$;
create trigger append_only before update or delete or truncate on "guarantee_entry"
  for each statement execute function refuse_change();
-- Nobody changes a balance but by an entry.
revoke insert, update, delete on "guarantee_account" from twogate_app;

create function guarantee_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  account guarantee_account%rowtype;
  held numeric;
begin
  insert into guarantee_account (organisation_id, currency, limit_amount)
    values (new.organisation_id, new.currency, 0) on conflict (organisation_id) do nothing;
  -- Whoever else moves the guarantee waits here; then its balance is what it is.
  select * into strict account from guarantee_account where organisation_id = new.organisation_id for update;
  if account.currency <> new.currency then
    raise exception 'the guarantee is kept in %', account.currency using errcode = '23514', constraint = 'guarantee_currency';
  end if;
  if new.from_account in ('reserved', 'owed') then
    select coalesce(sum(case when to_account = new.from_account then amount else -amount end), 0) into held
      from guarantee_entry
      where organisation_id = new.organisation_id and declaration_id = new.declaration_id
        and new.from_account in (from_account, to_account);
    if held < new.amount then
      raise exception 'the declaration holds % and gives %', held, new.amount
        using errcode = '23514', constraint = 'guarantee_moves';
    end if;
  end if;
  update guarantee_account set
    limit_amount = limit_amount
      + case when new.from_account = 'guarantor' then new.amount when new.to_account = 'guarantor' then -new.amount else 0 end,
    reserved_amount = reserved_amount
      + case when new.to_account = 'reserved' then new.amount when new.from_account = 'reserved' then -new.amount else 0 end,
    owed_amount = owed_amount
      + case when new.to_account = 'owed' then new.amount when new.from_account = 'owed' then -new.amount else 0 end
    where organisation_id = new.organisation_id;
  return new;
end $$;
create trigger guarantee_moves before insert on "guarantee_entry" for each row execute function guarantee_moves();

-- What the authority asks for a declaration, beside what was assessed.
create table "tax_bill" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "shipment_id" uuid not null,
  "declaration_id" uuid not null,
  "number" text not null,
  "currency" char(3) not null,
  "total" decimal(18, 2) not null,
  "issued_on" char(10) not null,
  "due_on" char(10) not null,
  "source" text not null,
  "is_equal" boolean not null,
  "recorded_by" text not null,
  "recorded_at" timestamptz(3) not null,
  -- Why a bill that differs is paid all the same.
  "accepted_reason" text,
  "accepted_by" text,
  "paid_at" timestamptz(3),
  "payment_reference" text,
  constraint "tax_bill_pkey" primary key ("organisation_id", "id"),
  constraint "tax_bill_declaration_fkey" foreign key ("organisation_id", "declaration_id")
    references "declaration" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "tax_bill_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "tax_bill_total" check ("total" >= 0),
  constraint "tax_bill_source" check ("source" in ('typed', 'file', 'message')),
  -- A bill that differs from the assessment is paid only when somebody said why.
  constraint "tax_bill_accepted" check ("paid_at" is null or "is_equal" or "accepted_reason" is not null)
);
-- The same bill comes once, however often it is sent.
create unique index "tax_bill_number_key" on "tax_bill" ("organisation_id", "number");
create index "tax_bill_declaration_idx" on "tax_bill" ("organisation_id", "declaration_id");
create index "tax_bill_due_idx" on "tax_bill" ("organisation_id", "due_on") where "paid_at" is null;

create table "tax_bill_line" (
  "organisation_id" uuid not null,
  "bill_id" uuid not null,
  "position" integer not null,
  "kind" text not null,
  "amount" decimal(18, 2) not null,
  constraint "tax_bill_line_pkey" primary key ("organisation_id", "bill_id", "position"),
  constraint "tax_bill_line_bill_fkey" foreign key ("organisation_id", "bill_id")
    references "tax_bill" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "tax_bill_line_kind" check ("kind" in
    ('duty', 'consumption_tax', 'vat', 'late_declaration_fee', 'late_payment_surcharge'))
);

-- What the authority is asked to give back, and what became of it.
create table "tax_refund" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "shipment_id" uuid not null,
  "declaration_id" uuid not null,
  "reason" text not null,
  "amount" decimal(18, 2) not null,
  "currency" char(3) not null,
  "state" text not null,
  "note" text,
  "reference" text,
  "claimed_by" text not null,
  "claimed_at" timestamptz(3) not null,
  "settled_by" text,
  "settled_at" timestamptz(3),
  constraint "tax_refund_pkey" primary key ("organisation_id", "id"),
  constraint "tax_refund_declaration_fkey" foreign key ("organisation_id", "declaration_id")
    references "declaration" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "tax_refund_shipment_fkey" foreign key ("organisation_id", "shipment_id")
    references "shipment" ("organisation_id", "id") on delete restrict on update cascade,
  constraint "tax_refund_amount" check ("amount" > 0),
  constraint "tax_refund_reason" check ("reason" in ('overpaid', 'returned', 'amended', 'refused')),
  constraint "tax_refund_state" check ("state" in ('claimed', 'paid', 'refused')),
  constraint "tax_refund_settled" check (("state" = 'claimed') = ("settled_at" is null))
);
create index "tax_refund_declaration_idx" on "tax_refund" ("organisation_id", "declaration_id");
-- A reason to give back the tax of a declaration is claimed once at a time; every return has a claim of its own.
create unique index "tax_refund_open_key" on "tax_refund" ("organisation_id", "declaration_id", "reason")
  where "state" = 'claimed' and "reason" <> 'returned';

do $$
declare t text;
begin
  foreach t in array array['tax_bill', 'tax_bill_line', 'tax_refund'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
  foreach t in array array['tax_bill', 'tax_refund'] loop
    execute format('create policy granted_rows on %I for select to twogate_app using (is_granted(organisation_id, shipment_id))', t);
  end loop;
end
$$;
create policy granted_rows on "tax_bill_line" for select to twogate_app using (exists (
  select from tax_bill b where b.organisation_id = tax_bill_line.organisation_id and b.id = tax_bill_line.bill_id
    and is_granted(b.organisation_id, b.shipment_id)));
-- Of a bill only its acceptance and its payment are written later; its lines never change.
grant select, insert on "tax_bill", "tax_bill_line", "tax_refund" to twogate_app;
grant update ("accepted_reason", "accepted_by", "paid_at", "payment_reference") on "tax_bill" to twogate_app;
grant update ("state", "reference", "settled_by", "settled_at") on "tax_refund" to twogate_app;
create trigger append_only before update or delete or truncate on "tax_bill_line"
  for each statement execute function refuse_change();
