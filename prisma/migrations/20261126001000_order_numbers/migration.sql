-- An order is known by its number to the authority, which serves many brokers.
alter table "release_order" add constraint number_once unique (number);
drop index "release_order_organisation_id_number_key";
