-- An inspection is of a clearance that is there; by it the database finds what nobody has audited.
alter table "inspection" add constraint "inspection_clearance_fkey"
  foreign key ("source_organisation_id", "clearance_id") references "clearance" ("organisation_id", "id")
  on delete restrict on update cascade;
create index "inspection_source_organisation_id_clearance_id_idx" on "inspection" ("source_organisation_id", "clearance_id");
