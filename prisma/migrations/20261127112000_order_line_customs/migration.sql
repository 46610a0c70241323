-- What the inventory list asks of an article beside what the order is matched by: elements, bar code, legal quantities.
alter table "retail_order_line" add column "customs" jsonb;
