-- Where documents contradict each other a person rules which of them is right. The ruling stands on the fields, so that
-- one whose value changes later can lose it.
alter table "extracted_field" add column "precedence" text
  constraint precedence_known check (precedence in ('prevails', 'yields'));
