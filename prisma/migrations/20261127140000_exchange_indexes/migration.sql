-- What is looked for with every bill, every comparison and every look for answers, however many messages there were.
create index "authority_message_entry" on "authority_message" ("organisation_id", "entry_number") where "entry_number" is not null;
create index "authority_message_sent_at" on "authority_message" ("organisation_id", "channel_id", "sent_at");
create index "authority_message_answered" on "authority_message" ("organisation_id", "channel_id", "status") where "state" = 'answered';
