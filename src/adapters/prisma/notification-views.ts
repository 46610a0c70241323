import type { Listing } from "@/application/listing";
import type { NotificationList, NotificationSettingsView, NotificationView } from "@/contracts/views/notification";
import { mayBeTold, NOTICE_KINDS } from "@/domain/notice/kinds";
import { defaultRule } from "@/domain/notice/rule";
import { COUNTED } from "./counted";
import { toNotice, toSetting } from "./notice-rows";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of what a person is told: their own, and nobody else's. */
export const notifications = { list, count, settings };

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly list: NotificationList;
}

async function list({ db, organisationId, actor }: Scope, options: Options): Promise<Listing<NotificationView>> {
  const rows = await db.notification.findMany({
    where: {
      ...{ organisationId, userId: actor.id, isInApp: true },
      ...(options.list === "unread" ? { readAt: null } : {}),
      ...before(options.cursor),
    },
    include: { notice: true },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, ({ id, readAt, notice }) => {
    const { kind, facts, subjectId, shipmentId, at } = toNotice(notice);
    return { ...{ id, kind, facts, subjectId, shipmentId }, at: at.toISOString(), isRead: readAt !== null };
  });
}

async function count({ db, organisationId, actor }: Scope): Promise<number> {
  return db.notification.count({
    where: { organisationId, userId: actor.id, isInApp: true, readAt: null },
    take: COUNTED,
  });
}

/** Every kind that the person may be told of, by their rule or the default. */
async function settings({ db, organisationId, actor }: Scope): Promise<NotificationSettingsView> {
  const who = actor.kind === "system" ? null : actor;
  const kinds = who === null ? [] : NOTICE_KINDS.filter((kind) => mayBeTold(kind, who));
  const made = await db.notificationRule.findMany({ where: { organisationId, userId: actor.id } });
  const row = await db.notificationSetting.findUnique({
    where: { organisationId_userId: { organisationId, userId: actor.id } },
  });
  const setting = row && toSetting(row);
  return {
    rules: kinds.map((kind) => {
      const { isInApp, isMailed, isOwnOnly } = made.find((rule) => rule.kind === kind) ?? defaultRule(kind);
      return { kind, isInApp, isMailed, isOwnOnly };
    }),
    quiet: setting?.quiet ?? null,
    language: setting?.language ?? null,
  };
}
