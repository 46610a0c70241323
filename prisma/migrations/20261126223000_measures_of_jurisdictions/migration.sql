-- Measures belong to a jurisdiction, and apply to origins that are everywhere, a country or a group, but for some.
alter table "tariff_measure" add column "jurisdiction" char(2) not null default 'CN';
alter table "tariff_measure" alter column "jurisdiction" drop default;
alter table "tariff_measure" add column "area" text;
update "tariff_measure" set
  area = coalesce(origin, '*'),
  fact = (fact - 'origin') || jsonb_build_object('jurisdiction', 'CN', 'geography',
    jsonb_build_object('area', coalesce(origin, '*'), 'except', jsonb_build_array()));
alter table "tariff_measure" alter column "area" set not null;
alter table "tariff_measure" drop column "origin";
drop index "tariff_measure_code_valid_from_idx";
create index "tariff_measure_jurisdiction_code_valid_from_idx" on "tariff_measure" ("jurisdiction", "code", "valid_from");
