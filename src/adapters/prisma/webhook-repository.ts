import type { Transaction } from "@/application/ports";
import type { DeliveryRecord, EndpointRecord } from "@/application/webhook-record";
import { DELIVERY_STATES, ENDPOINT_STATES } from "@/contracts/views/notification";
import { isNoticeKind } from "@/domain/notice/kinds";
import { DELIVERY_FAULTS } from "@/domain/webhook/schedule";
import type { WebhookDelivery, WebhookEndpoint } from "./generated/client";
import type { Scope } from "./scope";

/** Endpoints of webhooks and what goes to them. Secrets are sealed. */
export function webhookRepository(scope: Scope): Pick<Transaction, "webhooks"> {
  const { db, organisationId, vault, world } = scope;
  const key = (id: string) => ({ organisationId_id: { organisationId, id } });
  return {
    webhooks: {
      lock: async (name) => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`webhook ${name}`}, 0))`;
      },
      get: async (id) => {
        const row = await db.webhookEndpoint.findUnique({ where: key(id) });
        return row && toEndpoint(scope, row);
      },
      wanting: async (kind) => {
        const rows = await db.webhookEndpoint.findMany({
          where: { organisationId, state: "on", kinds: { has: kind } },
          orderBy: { id: "asc" },
        });
        return rows.map((row) => toEndpoint(scope, row));
      },
      count: () => db.webhookEndpoint.count({ where: { organisationId } }),
      add: async ({ secret, previous: _none, kinds, ...endpoint }) => {
        await db.webhookEndpoint.create({
          data: { ...endpoint, kinds: [...kinds], secret: vault.seal(organisationId, secret), createdAt: world.now() },
        });
      },
      change: async (id, { secret, previous, kinds, ...changes }) => {
        await db.webhookEndpoint.update({
          where: key(id),
          data: {
            ...changes,
            ...(kinds ? { kinds: [...kinds] } : {}),
            ...(secret === undefined ? {} : { secret: vault.seal(organisationId, secret) }),
            ...(previous === undefined
              ? {}
              : {
                  previousSecret: previous && vault.seal(organisationId, previous.secret),
                  previousUntil: previous?.until ?? null,
                }),
          },
        });
      },
      ...deliveries(scope),
      ...turns(scope),
    },
  };
}

type Store = Transaction["webhooks"];

function deliveries({
  db,
  organisationId,
  world,
}: Scope): Pick<Store, "delivery" | "addDelivery" | "saveDelivery" | "hasPendingTest"> {
  return {
    delivery: async (id) => {
      const row = await db.webhookDelivery.findUnique({ where: { organisationId_id: { organisationId, id } } });
      return row && toDelivery(row);
    },
    addDelivery: async (delivery) => {
      const data = [{ ...delivery, createdAt: world.now() }];
      return (await db.webhookDelivery.createMany({ data, skipDuplicates: true })).count === 1;
    },
    saveDelivery: async ({ organisationId: _own, id, endpointId: _of, noticeId: _told, body: _sent, ...changes }) => {
      await db.webhookDelivery.update({ where: { organisationId_id: { organisationId, id } }, data: changes });
    },
    hasPendingTest: async (endpointId) =>
      (await db.webhookDelivery.count({ where: { organisationId, endpointId, noticeId: null, state: "pending" } })) > 0,
  };
}

/** Whose turn it is. */
function turns({
  db,
  organisationId,
}: Scope): Pick<Store, "nextPending" | "underWay" | "waitingLongest" | "postpone" | "cancelPending"> {
  const pending = { organisationId, state: "pending" };
  const unclaimed = (now: Date) => ({ OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }] });
  return {
    nextPending: async (endpointId, now) => {
      const row = await db.webhookDelivery.findFirst({
        where: { ...pending, endpointId, ...unclaimed(now) },
        orderBy: [{ nextAt: "asc" }, { id: "asc" }],
      });
      return row && toDelivery(row);
    },
    underWay: async (now) => {
      const rows = await db.webhookDelivery.findMany({
        where: { ...pending, claimedUntil: { gt: now } },
        orderBy: { claimedUntil: "asc" },
        select: { endpointId: true, claimedUntil: true },
      });
      return rows.flatMap(({ endpointId, claimedUntil }) => (claimedUntil ? [{ endpointId, claimedUntil }] : []));
    },
    waitingLongest: async (now) => {
      const row = await db.webhookDelivery.findFirst({
        where: {
          ...pending,
          nextAt: { lte: now },
          endpoint: {
            state: "on",
            OR: [{ pausedUntil: null }, { pausedUntil: { lte: now } }],
            deliveries: { none: { state: "pending", claimedUntil: { gt: now } } },
          },
        },
        orderBy: [{ nextAt: "asc" }, { id: "asc" }],
        select: { endpointId: true },
      });
      return row && { organisationId, id: row.endpointId };
    },
    postpone: async (endpointId, until) => {
      await db.webhookDelivery.updateMany({
        where: { ...pending, endpointId, nextAt: { lt: until } },
        data: { nextAt: until },
      });
    },
    cancelPending: async (endpointId, now) => {
      await db.webhookDelivery.updateMany({
        where: { ...pending, endpointId, ...unclaimed(now) },
        data: { state: "cancelled", nextAt: null, claimedUntil: null },
      });
    },
  };
}

function toEndpoint({ vault, organisationId }: Scope, row: WebhookEndpoint): EndpointRecord {
  const { previousSecret, previousUntil, createdAt: _made, ...endpoint } = row;
  return {
    ...endpoint,
    kinds: row.kinds.filter(isNoticeKind),
    state: ENDPOINT_STATES.find((each) => each === row.state) ?? "off",
    secret: vault.open(organisationId, row.secret),
    previous:
      previousSecret && previousUntil
        ? { secret: vault.open(organisationId, previousSecret), until: previousUntil }
        : null,
  };
}

function toDelivery({ createdAt: _made, ...row }: WebhookDelivery): DeliveryRecord {
  return {
    ...row,
    state: DELIVERY_STATES.find((each) => each === row.state) ?? "failed",
    lastError: DELIVERY_FAULTS.find((each) => each === row.lastError) ?? null,
  };
}
