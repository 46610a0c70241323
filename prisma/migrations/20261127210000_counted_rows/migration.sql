-- What stands beside the tabs of a list is counted no further than it is shown, and each part is found by an index, so that
-- it costs the same however many rows there are. The walls between organisations let only comparisons that tell nothing
-- into an index: of text and of numbers they do, of enumerations they do not, so those have an index of their rows alone.
create index "authority_message_state_idx" on "authority_message" ("organisation_id", "state", "id" desc);
create index "authority_receipt_quarantined_idx" on "authority_receipt" ("organisation_id", "id" desc)
  where "outcome" = 'quarantined';

-- What is not read is listed in the order of all that a person is told.
drop index "notification_unread_idx";
create index "notification_unread_idx" on "notification" ("organisation_id", "user_id", "id" desc)
  where "is_in_app" and "read_at" is null;

create index "webhook_delivery_state_idx" on "webhook_delivery" ("organisation_id", "endpoint_id", "state");

create index "rule_hit_shadow_idx" on "rule_hit" ("organisation_id", "version_id") where "is_shadow";

-- Papers are read soon after they come: few among many are being read.
create index "document_in_reading_idx" on "document" ("organisation_id", "shipment_id") where "state" in ('stored', 'reading');

-- An officer's queue has the open cases of all brokers who lodged with the authority. Those that were decided are listed
-- by their ids, and so are rulings, of one officer or of all.
create index "review_case_open_idx" on "review_case" ("organisation_id", "id") where "state" = 'open';
create index "review_case_id_idx" on "review_case" ("id" desc);
create index "decision_id_idx" on "decision" ("id" desc);
create index "decision_officer_idx" on "decision" ("officer_id", "id" desc);
create index "decision_day_idx" on "decision" ("officer_id", "at" desc);
create index "second_review_waiting_idx" on "second_review" ("organisation_id") where "is_drawn" and "answered_at" is null;
