-- The day on which the conveyance declared its arrival, as the broker states it: the law's days to declare count from it.
-- Null while nobody has stated it; then no clock that starts with the arrival runs.
alter table "shipment"
  add column "arrived_on" char(10),
  add constraint "shipment_arrived_on_day" check ("arrived_on" ~ '^\d{4}-\d{2}-\d{2}$');
