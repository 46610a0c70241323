-- Orders are held against the other orders that their payment is recorded for.
create index "order_payment_transaction_idx" on "order_payment" ("organisation_id", "firm", "transaction");
