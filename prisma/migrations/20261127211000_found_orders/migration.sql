-- The pivot by rule is of open orders alone, which are few among all that were ever lodged. Whether a rule ever found
-- something of an order is kept with it, so that the open ones with findings have an index of their own; what is found now
-- the rules themselves say.
alter table "retail_order" add column "had_findings" boolean not null default false;

update "retail_order" o set "had_findings" = true
  where exists (select from order_match m where m.organisation_id = o.organisation_id and m.order_id = o.id and m.outcome <> 'met');

create function order_found() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update retail_order o set had_findings = true
    where not o.had_findings and (o.organisation_id, o.id) in (
      select organisation_id, order_id from found where outcome <> 'met');
  return null;
end $$;
revoke all on function order_found() from public;
create trigger order_found after insert on "order_match" referencing new table as found
  for each statement execute function order_found();
create trigger order_found_again after update on "order_match" referencing new table as found
  for each statement execute function order_found();

create index "retail_order_found_idx" on "retail_order" ("organisation_id", "id" desc)
  where "had_findings" and "state" <> 'lodged' and "state" <> 'excluded';

create index "retail_order_contested_idx" on "retail_order" ("organisation_id", "id" desc) where "contested" is not null;
create index "order_payment_contested_idx" on "order_payment" ("organisation_id", "id" desc) where "contested" is not null;
create index "order_waybill_contested_idx" on "order_waybill" ("organisation_id", "id" desc) where "contested" is not null;
