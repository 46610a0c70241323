-- When an alert last brought the case before officers again: what was passed before that says nothing of the goods now.
alter table "review_case" add column "reopened_at" timestamptz(3);
