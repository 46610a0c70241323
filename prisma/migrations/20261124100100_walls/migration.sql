-- The second wall behind the application's own filter: roles that own nothing, and row-level security that knows the
-- organisation of the transaction. Without an organisation set, nothing is seen.

do $$
begin
  if not exists (select from pg_roles where rolname = 'twogate_app') then create role twogate_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'twogate_auth') then create role twogate_auth nologin; end if;
  if not exists (select from pg_roles where rolname = 'twogate_relay') then create role twogate_relay nologin; end if;
  execute format('grant twogate_app, twogate_auth, twogate_relay to %I', current_user);
end
$$;

-- After a transaction-local setting a pooled connection answers '' and not null, which no uuid can be read from.
create function app_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

grant usage on schema public to twogate_app, twogate_auth, twogate_relay;

-- Sign-in reads people and organisations before any organisation is known; it sees nothing else.
grant select, insert, update, delete on "user_account", "session", "account", "verification", "rate_limit", "membership", "invitation", "organisation" to twogate_auth;
grant select, update on "api_key" to twogate_auth;

-- The relay carries work of all organisations and sees nothing but the outbox.
grant select, update on "outbox_message" to twogate_relay;

-- Reference data is the same for all.
grant select on "legal_parameter", "tariff_measure", "reference_fact" to twogate_app;
grant select on "organisation", "office" to twogate_app;

do $$
declare t text;
begin
  foreach t in array array[
    'api_key', 'shipment', 'party', 'goods_line', 'document', 'page', 'extracted_field', 'declaration', 'clearance',
    'requirement', 'tax_assessment', 'tax_line', 'guarantee_account', 'payment', 'risk_assessment',
    'risk_contribution', 'review_case', 'decision', 'release_order', 'access_grant', 'aeo_authorisation',
    'evidence_entry', 'audit_entry', 'outbox_message', 'idempotency_key'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to twogate_app', t);
    execute format('create policy own_rows on %I to twogate_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
  end loop;
end
$$;

grant usage on all sequences in schema public to twogate_app;

create policy keys_for_sign_in on "api_key" to twogate_auth using (true) with check (true);
create policy all_work on "outbox_message" to twogate_relay using (true) with check (true);

-- The cluster's owner migrates, loads reference data and backs up; with forced security it needs a policy as well.
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and rowsecurity loop
    execute format('create policy owner_maintains on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;

-- Lodging a declaration at an office grants that authority access to what was lodged: a row, never a bypass.
create policy granted_to_me on "access_grant" for select to twogate_app using (grantee_organisation_id = app_organisation());

create function is_granted(owner uuid, subject uuid) returns boolean language sql stable
  as $$ select exists (
    select from access_grant g
    where g.organisation_id = owner and g.shipment_id = subject
      and g.grantee_organisation_id = app_organisation()
      and (g.expires_at is null or g.expires_at > now())) $$;

create policy granted_rows on "shipment" for select to twogate_app using (is_granted(organisation_id, id));

do $$
declare t text;
begin
  foreach t in array array[
    'party', 'goods_line', 'document', 'page', 'extracted_field', 'declaration', 'clearance', 'requirement',
    'tax_assessment', 'tax_line', 'payment', 'risk_assessment', 'risk_contribution', 'review_case', 'decision',
    'release_order', 'evidence_entry'
  ] loop
    execute format('create policy granted_rows on %I for select to twogate_app using (is_granted(organisation_id, shipment_id))', t);
  end loop;
  -- What an officer's decision writes, and nothing else.
  foreach t in array array['clearance', 'review_case'] loop
    execute format('create policy granted_changes on %I for update to twogate_app using (is_granted(organisation_id, shipment_id)) with check (is_granted(organisation_id, shipment_id))', t);
  end loop;
  foreach t in array array['decision', 'evidence_entry'] loop
    execute format('create policy granted_records on %I for insert to twogate_app with check (is_granted(organisation_id, shipment_id))', t);
  end loop;
end
$$;

create policy granted_work on "outbox_message" for insert to twogate_app with check (exists (
  select from access_grant g
  where g.organisation_id = outbox_message.organisation_id and g.grantee_organisation_id = app_organisation()));

-- A whitelist kept by an authority counts for every organisation that it clears; drafts stay with the authority.
create policy active_credit on "aeo_authorisation" for select to twogate_app using (state = 'active');

-- Only authorities keep a whitelist: a broker who could would be its own trusted trader.
create function is_authority(organisation uuid) returns boolean language sql stable
  as $$ select exists (select from organisation o where o.id = organisation and o.kind = 'authority') $$;
create policy only_authorities on "aeo_authorisation" as restrictive to twogate_app
  using (is_authority(organisation_id)) with check (is_authority(organisation_id));

-- Only an authority rules; an officer of a broker's own house advises.
create policy rulings on "decision" as restrictive for insert to twogate_app
  with check (is_authority(app_organisation()) or outcome in ('advise_pass', 'advise_refuse'));

-- What was stated, decided or recorded is never changed.
create function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = '23001'; end $$;

do $$
declare t text;
begin
  foreach t in array array['declaration', 'decision', 'release_order', 'evidence_entry', 'audit_entry', 'tax_assessment', 'tax_line', 'risk_assessment', 'risk_contribution'] loop
    execute format('revoke update, delete on %I from twogate_app', t);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end
$$;

-- What no code path may get wrong.
alter table "shipment" add constraint regime_known check (regime in ('0110', '1210'));
alter table "guarantee_account" add constraint within_limit check (reserved_amount >= 0 and reserved_amount <= limit_amount);
alter table "payment" add constraint amount_positive check (amount >= 0);
alter table "clearance" add constraint released_has_time check ((state = 'released') = (released_at is not null));
alter table "extracted_field" add constraint confidence_range check (confidence >= 0 and confidence <= 1);
alter table "aeo_authorisation" add constraint two_people check (approved_by is null or approved_by <> proposed_by);
-- The second gate is never released before the first: two decisions, in order.
create function gates_in_order() returns trigger language plpgsql as $$
begin
  if new.state = 'released' and new.stage = 'domestic_distribution' and not exists (
    select from clearance c where c.organisation_id = new.organisation_id and c.shipment_id = new.shipment_id
      and c.stage = 'bonded_exit' and c.state = 'released') then
    raise exception 'the bonded exit of shipment % is not released', new.shipment_id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger gates_in_order before insert or update on "clearance" for each row execute function gates_in_order();

create index outbox_waiting on "outbox_message" (seq) where dispatched_at is null and done_at is null and dead_at is null;
create index outbox_owed on "outbox_message" (dispatched_at) where done_at is null and dead_at is null;
create index shipment_recent on "shipment" (organisation_id, updated_at desc, id desc);
