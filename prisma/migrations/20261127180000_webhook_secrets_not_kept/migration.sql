-- The answer to making a webhook, or to rotating its secret, is that secret; it takes no Idempotency-Key any more, and
-- what was kept under one goes.
delete from "idempotency_key" where "endpoint" ~ '^POST (/api/v1)?/webhooks(/:id/secret)?$';
