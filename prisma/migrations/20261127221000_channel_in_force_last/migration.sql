-- Since when a channel is in force, or was the last time: what is lodged while none is waits in the queue of the one that
-- was the last. Of channels that are there it is known only when they were opened.
alter table "authority_channel" add column "in_force_since" timestamptz(3);
update "authority_channel" set "in_force_since" = "created_at";
alter table "authority_channel" alter column "in_force_since" set not null;
grant update ("in_force_since") on "authority_channel" to twogate_app;
