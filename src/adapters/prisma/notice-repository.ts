import type { Transaction } from "@/application/ports";
import { dueClocks } from "./due-clocks";
import { mailStore } from "./notice-mail";
import { toNotice, toSetting } from "./notice-rows";
import { roles } from "./people";
import { ofVisibleShipment, type Scope, visibleShipment } from "./scope";

type Store = Transaction["notices"];

/** `pg_notify` takes 8000 bytes, and an id has 39 with its marks. */
const RUNG_AT_ONCE = 150;

/** Notices and what is told of them. Who is told is asked of the database, which shows ids and roles and nothing else. */
export function noticeRepository(scope: Scope): Pick<Transaction, "notices"> {
  const { db, organisationId, world } = scope;
  return {
    notices: {
      shipment: (id) => shipmentOf(scope, id),
      // Nothing is asked back: what is told to another organisation is not seen here.
      add: async ({ facts: said, ...notice }) => {
        const data = [{ ...notice, facts: { ...said } }];
        return (
          (await db.notice.createMany({ data, skipDuplicates: notice.organisationId === organisationId })).count === 1
        );
      },
      get: async (id) => {
        const row = await db.notice.findUnique({ where: { organisationId_id: { organisationId, id } } });
        return row && toNotice(row);
      },
      ...people(scope),
      notify: async ({ id: noticeId, at }, told) => {
        await db.notification.createMany({
          data: told.map(({ userId, isInApp, mailDueAt }) => ({
            ...{ organisationId, noticeId, userId, isInApp, mailDueAt },
            id: world.newId(),
            mailState: mailDueAt ? "due" : null,
            createdAt: at,
          })),
          skipDuplicates: true,
        });
      },
      ring: async (userIds) => {
        for (let from = 0; from < userIds.length; from += RUNG_AT_ONCE) {
          const payload = JSON.stringify({ organisationId, recipientIds: userIds.slice(from, from + RUNG_AT_ONCE) });
          await db.$executeRaw`select pg_notify('twogate_events', ${payload})`;
        }
      },
      ...mailStore(scope),
      ...own(scope),
      dueClocks: (within) => dueClocks(scope, within),
    },
  };
}

async function shipmentOf(scope: Scope, id: string): ReturnType<Store["shipment"]> {
  const row = await scope.db.shipment.findFirst({
    where: { id, ...visibleShipment(scope) },
    select: { organisationId: true, reference: true, createdBy: true, officeOrganisationId: true },
  });
  if (!row) return null;
  const open = await scope.db.reviewCase.findFirst({
    where: { shipmentId: id, state: "open", ...ofVisibleShipment(scope) },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const { createdBy: openedBy, ...shipment } = row;
  return { ...shipment, openedBy, openCaseId: open?.id ?? null };
}

function people({ db, organisationId }: Scope): Pick<Store, "recipients" | "rulesFor" | "settings"> {
  return {
    recipients: async () => {
      const { kind: organisationKind } = await db.organisation.findUniqueOrThrow({
        where: { id: organisationId },
        select: { kind: true },
      });
      const rows = await db.$queryRaw<{ user_id: string; role: string }[]>`
        select user_id::text, role from organisation_members()`;
      return { organisationKind, members: rows.map(({ user_id: userId, role }) => ({ userId, roles: roles(role) })) };
    },
    rulesFor: async (kind) => {
      const rows = await db.notificationRule.findMany({ where: { organisationId, kind } });
      return new Map(
        rows.map(({ userId, isInApp, isMailed, isOwnOnly }) => [userId, { kind, isInApp, isMailed, isOwnOnly }]),
      );
    },
    settings: async (userIds) => {
      const rows = await db.notificationSetting.findMany({ where: { organisationId, userId: { in: [...userIds] } } });
      return new Map(rows.map((row) => [row.userId, toSetting(row)]));
    },
  };
}

function own({ db, organisationId, world }: Scope): Pick<Store, "markRead" | "saveRules" | "saveSetting"> {
  return {
    markRead: async (userId, ids) => {
      const { count } = await db.notification.updateMany({
        where: {
          organisationId,
          userId,
          readAt: null,
          isInApp: true,
          ...(ids === "all" ? {} : { id: { in: [...ids] } }),
        },
        data: { readAt: world.now() },
      });
      return count;
    },
    saveRules: async (userId, rules) => {
      await db.notificationRule.deleteMany({ where: { organisationId, userId } });
      await db.notificationRule.createMany({ data: rules.map((rule) => ({ ...rule, organisationId, userId })) });
    },
    saveSetting: async (userId, { quiet, language }) => {
      const data = {
        quietFrom: quiet?.from ?? null,
        quietUntil: quiet?.until ?? null,
        language,
        changedAt: world.now(),
      };
      await db.notificationSetting.upsert({
        where: { organisationId_userId: { organisationId, userId } },
        create: { organisationId, userId, ...data },
        update: data,
      });
    },
  };
}
