-- A receipt is the proof of one payment, so its number stands once in an organisation. Where it was recorded more than
-- once, the first record stays; the others secure nothing any more and keep their row under a number of their own.
update "payment" p set reference = p.reference || '/' || p.id, released_at = coalesce(p.released_at, now())
where p.kind = 'payment' and exists (
  select from "payment" first
  where first.organisation_id = p.organisation_id and first.kind = p.kind and first.reference = p.reference
    and (first.created_at, first.id) < (p.created_at, p.id));

-- A payment secures the declaration that stands; an amendment takes it along.
update "payment" p set declaration_id = (
  select d.id from "declaration" d
  where d.organisation_id = p.organisation_id and d.shipment_id = p.shipment_id order by d.version desc limit 1)
where p.kind = 'payment';

drop index "payment_organisation_id_declaration_id_kind_reference_key";
create unique index "payment_organisation_id_kind_reference_key" on "payment" ("organisation_id", "kind", "reference");

-- A refused entry owes no tax, but its guarantee stayed reserved; the system frees it, with its evidence.
insert into "outbox_message" ("organisation_id", "id", "name", "payload", "created_at", "available_at")
select c.organisation_id, gen_random_uuid(), 'security.free',
  jsonb_build_object('organisationId', c.organisation_id, 'clearanceId', c.id), now(), now()
from "clearance" c
where c.stage = 'bonded_exit' and c.state = 'refused' and exists (
  select from "payment" p
  where p.organisation_id = c.organisation_id and p.declaration_id = c.declaration_id
    and p.kind = 'guarantee' and p.released_at is null);

-- A match of facts is met by facts, and never by the number of a paper.
alter table "requirement" add column "asks_paper" boolean not null default true;
update "requirement" set asks_paper = false where code in ('consumer_match', 'origin_not_suspended');
