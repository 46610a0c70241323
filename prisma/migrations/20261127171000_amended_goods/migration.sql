-- How the goods of a line were described when they were looked at: described differently since, they are other goods to
-- the other gate. Null for what was ordered before this was kept; of that, any later version of the declaration counts.
alter table "inspection_item" add column "mark" text;
alter table "inspection_item" drop constraint "inspection_item_grounds";
alter table "inspection_item" add constraint "inspection_item_grounds"
  check ("grounds" <@ array['seal_broken', 'tampering', 'validity_ended', 'both_ends', 'flagged', 'amended']);
