import type { Transaction } from "@/application/ports";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

type Part = "outbox" | "audit" | "idempotency" | "announce";

/** While a request is under way its key is held so long; a web that died gives the key back by then. */
const IN_FLIGHT_MS = 30_000;

/** Work for later, the audit, the keys of requests, and what screens are told. */
export function outbox(scope: Scope): Pick<Transaction, Part> {
  const { db, actor, organisationId, world } = scope;
  return {
    outbox: {
      put: async (owner, message, availableAt) => {
        const now = world.now();
        await db.outboxMessage.createMany({
          data: [
            {
              organisationId: owner,
              id: world.newId(),
              name: message.name,
              payload: message.payload,
              createdAt: now,
              availableAt: availableAt ?? now,
            },
          ],
        });
        await db.$executeRaw`select pg_notify('twogate_outbox', '')`;
      },
      putOnce: async (owner, key, { name, payload }, availableAt) => {
        const now = world.now();
        await db.outboxMessage.updateMany({
          where: { organisationId: owner, key, doneAt: null, deadAt: { not: null } },
          data: { doneAt: now },
        });
        await db.$executeRaw`
          insert into outbox_message (organisation_id, id, name, payload, key, created_at, available_at)
          values (${owner}::uuid, ${world.newId()}::uuid, ${name}, ${JSON.stringify(payload)}::jsonb, ${key}, ${now}, ${availableAt})
          on conflict (organisation_id, key) where done_at is null and dead_at is null
          do update set available_at = least(outbox_message.available_at, excluded.available_at)`;
        await db.$executeRaw`select pg_notify('twogate_outbox', '')`;
      },
      complete: async (messageId) => {
        const { count } = await db.outboxMessage.updateMany({
          where: { organisationId, id: messageId, doneAt: null },
          data: { doneAt: world.now() },
        });
        return count === 1;
      },
      retry: async (messageId) => {
        const { count } = await db.outboxMessage.updateMany({
          where: { organisationId, id: messageId, doneAt: null, deadAt: { not: null } },
          data: { deadAt: null, dispatchedAt: null, attempts: 0, availableAt: world.now() },
        });
        return count === 1;
      },
    },
    audit: {
      add: async (action, objectKind, objectId, detail) => {
        await db.auditEntry.create({
          data: {
            organisationId,
            id: world.newId(),
            at: world.now(),
            actorKind: actor.kind,
            actorId: actor.id,
            action,
            objectKind,
            objectId,
            detail: { ...detail },
          },
        });
      },
    },
    idempotency: {
      begin: (key, endpoint, requestHash) => begin(scope, key, endpoint, requestHash),
      finish: async (key, status, body) => {
        await db.idempotencyKey.update({
          where: { organisationId_key: { organisationId, key } },
          data: { state: "done", status, body: sealJson(scope, organisationId, body) },
        });
      },
    },
    announce: async (owner, shipmentId, event) => {
      const payload = JSON.stringify({ organisationId: owner, shipmentId, ...event });
      await db.$executeRaw`select pg_notify('twogate_events', ${payload})`;
    },
  };
}

async function begin(
  scope: Scope,
  key: string,
  endpoint: string,
  requestHash: string,
): ReturnType<Transaction["idempotency"]["begin"]> {
  const { db, organisationId, world } = scope;
  const now = world.now();
  const lockedUntil = new Date(now.getTime() + IN_FLIGHT_MS);
  const { count } = await db.idempotencyKey.createMany({
    data: [{ organisationId, key, endpoint, requestHash, state: "started", lockedUntil, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 1) return { kind: "new" };
  const row = await db.idempotencyKey.findUniqueOrThrow({ where: { organisationId_key: { organisationId, key } } });
  if (row.endpoint !== endpoint || row.requestHash !== requestHash) return { kind: "other_request" };
  if (row.state === "done" && row.status !== null && row.body !== null)
    return { kind: "done", status: row.status, body: openJson(scope, organisationId, row.body) };
  if (row.lockedUntil > now) return { kind: "in_flight" };
  const taken = await db.idempotencyKey.updateMany({
    where: { organisationId, key, state: "started", lockedUntil: row.lockedUntil },
    data: { lockedUntil },
  });
  return taken.count === 1 ? { kind: "new" } : { kind: "in_flight" };
}
