import { z } from "@hono/zod-openapi";
import { keepNotificationSettings, readNotifications } from "@/application/keep-notifications";
import {
  MAIL_LANGUAGES,
  NOTIFICATION_LISTS,
  notificationCountView,
  notificationRuleView,
  notificationSettingsView,
  notificationView,
  quietHours,
} from "@/contracts/views/notification";
import { NOTICE_KINDS } from "@/domain/notice/kinds";
import { answer, type Routes } from "./context";
import { listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Notifications"];

const list = operation({
  method: "get",
  path: "/notifications",
  summary: "What the signed-in person is told, the newest first",
  tags,
  query: listQuery.extend({ list: z.enum(NOTIFICATION_LISTS).default("all") }),
  answer: listing(notificationView),
});
const count = operation({
  method: "get",
  path: "/notifications/count",
  summary: "How much of it they have not read",
  tags,
  answer: notificationCountView,
});
const read = operation({
  method: "post",
  path: "/notifications/reading",
  summary: "Mark notifications as read: these, or all",
  tags,
  body: z.strictObject({ ids: z.union([z.literal("all"), z.array(z.uuid()).min(1).max(200)]) }),
  answer: z.object({ read: z.number().int() }),
});
const settings = operation({
  method: "get",
  path: "/notifications/settings",
  summary: "What the signed-in person wants to be told of, where, and when not",
  tags,
  answer: notificationSettingsView,
});
const keep = operation({
  method: "put",
  path: "/notifications/settings",
  summary: "Keep what the signed-in person wants to be told of; kinds that are left out are as by default",
  tags,
  body: z.strictObject({
    rules: z.array(notificationRuleView.strict()).max(NOTICE_KINDS.length),
    quiet: quietHours.nullable(),
    language: z.enum(MAIL_LANGUAGES),
  }),
  answer: z.null(),
});

/** What a person is told, and what they want to be told. */
export const notificationRoutes: Routes = (api, { inTransaction, queries }) => {
  serve(api, list, async (context, { query }) => {
    const { cursor, ...rest } = query;
    const options = { ...rest, ...(cursor ? { cursor } : {}) };
    return answer(context, await queries.listNotifications(context.get("actor"), options));
  });
  serve(api, count, async (context) =>
    answer(context, await queries.countUnread(context.get("actor")), (unread) => ({ unread })),
  );
  serve(api, read, async (context, { body }) =>
    answer(context, await readNotifications(inTransaction, context.get("actor"), body.ids)),
  );
  serve(api, settings, async (context) => answer(context, await queries.getNotificationSettings(context.get("actor"))));
  serve(api, keep, async (context, { body }) =>
    answer(context, await keepNotificationSettings(inTransaction, context.get("actor"), body)),
  );
};
