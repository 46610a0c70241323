-- Lines of national tariffs, and which import wrote a measure.
create table "tariff_line" (
  "id" text not null,
  "jurisdiction" char(2) not null,
  "code" text not null,
  "description" text not null,
  "description_zh" text,
  "context" text,
  "units" text[],
  "duties" jsonb not null,
  "valid_from" char(10) not null,
  "valid_to" char(10),
  "edition" text not null,
  "citation" text not null,
  constraint "tariff_line_pkey" primary key ("id")
);
create index "tariff_line_jurisdiction_code_valid_from_idx" on "tariff_line" ("jurisdiction", "code", "valid_from");
alter table "tariff_line" add constraint period check (valid_to is null or valid_to >= valid_from);
alter table "tariff_measure" add column "edition" text;

-- Reference data is the same for all.
grant select on "tariff_line" to twogate_app;
