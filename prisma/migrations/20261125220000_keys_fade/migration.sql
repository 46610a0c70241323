-- A kept answer is for whoever asks again soon. After seven days the relay may forget it; a younger one it neither
-- sees nor deletes.
grant select ("created_at"), delete on "idempotency_key" to twogate_relay;
create policy faded_seen on "idempotency_key" for select to twogate_relay using (created_at < now() - interval '7 days');
create policy faded_forgotten on "idempotency_key" for delete to twogate_relay using (created_at < now() - interval '7 days');
create index "idempotency_key_created_at_idx" on "idempotency_key" ("created_at");
