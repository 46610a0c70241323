-- A file may hold several documents, and an archive or a message several files. The document as which a file was
-- received keeps its first pages; each further one is a document of the same bytes that begins on a later page.
alter table "document"
  add column "received_as_id" uuid,
  add column "first_page" integer not null default 1,
  add column "last_page" integer,
  add column "unread_script" text,
  add column "drop_id" uuid,
  add column "is_placed" boolean not null default true,
  add column "placement" jsonb,
  add column "proposal" jsonb,
  add column "copy_of_id" uuid,
  add column "copy_reason" jsonb,
  add column "is_no_copy" boolean not null default false;
update "document" set "last_page" = "page_count" where "state" = 'read';

drop index "document_organisation_id_sha256_key";
create unique index "document_organisation_id_sha256_first_page_key" on "document" ("organisation_id", "sha256", "first_page");
create index "document_organisation_id_drop_id_idx" on "document" ("organisation_id", "drop_id");
alter table "document" add constraint "pages_in_order" check ("first_page" >= 1 and ("last_page" is null or "last_page" >= "first_page"));
-- Only a part of a file begins behind its first page.
alter table "document" add constraint "parts_begin_later" check (("received_as_id" is null) = ("first_page" = 1));

create table "container_entry" (
  "organisation_id" uuid not null,
  "id" uuid not null,
  "shipment_id" uuid not null,
  "container_id" uuid not null,
  "position" integer not null,
  "path" text not null,
  "sha256" char(64),
  "document_id" uuid,
  "is_duplicate" boolean not null default false,
  "reason" text,
  constraint "container_entry_pkey" primary key ("organisation_id", "id"),
  constraint "container_entry_organisation_id_container_id_fkey" foreign key ("organisation_id", "container_id")
    references "document" ("organisation_id", "id") on delete restrict on update cascade
);
create unique index "container_entry_organisation_id_container_id_position_key" on "container_entry" ("organisation_id", "container_id", "position");
create index "container_entry_organisation_id_document_id_idx" on "container_entry" ("organisation_id", "document_id");
-- Either a document came of it or a reason says why none did.
alter table "container_entry" add constraint "document_or_reason" check (("document_id" is null) <> ("reason" is null));

alter table "container_entry" enable row level security;
alter table "container_entry" force row level security;
grant select, insert, update, delete on "container_entry" to twogate_app;
create policy own_rows on "container_entry" to twogate_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy granted_rows on "container_entry" for select to twogate_app using (is_granted(organisation_id, shipment_id));
do $$
begin
  execute format('create policy owner_maintains on "container_entry" to %I using (true) with check (true)', current_user);
end
$$;

-- What belongs together is found by the numbers that papers share.
create index "field_number" on "extracted_field" ("organisation_id", "name", left("searched", 64));
