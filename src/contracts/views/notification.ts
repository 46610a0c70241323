import { z } from "zod";
import { NOTICE_KINDS, type NoticeKind } from "@/domain/notice/kinds";
import { areQuietHours } from "@/domain/notice/quiet-hours";
import { DELIVERY_FAULTS } from "@/domain/webhook/schedule";
import { counted, id, instant } from "./scalars";

export const noticeKind = z.enum(NOTICE_KINDS as [NoticeKind, ...NoticeKind[]]);
/** Codes, days, numbers and references; the words are made from them in the reader's language. */
export const noticeFacts = z.record(z.string(), z.string());

export const NOTIFICATION_LISTS = ["unread", "all"] as const;

export const notificationView = z.object({
  id,
  kind: noticeKind,
  facts: noticeFacts,
  subjectId: id,
  shipmentId: id.nullable(),
  at: instant,
  isRead: z.boolean(),
});

export const notificationCountView = z.object({ unread: counted });

export const notificationRuleView = z.object({
  kind: noticeKind,
  isInApp: z.boolean(),
  isMailed: z.boolean(),
  /** Only of shipments that the person opened. */
  isOwnOnly: z.boolean(),
});

/** Hours of every day, at the customs office, in which no e-mail is sent; what comes in them is sent after them, in one. */
export const quietHours = z
  .strictObject({ from: z.string(), until: z.string() })
  .refine(areQuietHours, "quiet_hours_form");

export const MAIL_LANGUAGES = ["en", "zh"] as const;

export const notificationSettingsView = z.object({
  /** One for each kind that the person may be told of. */
  rules: z.array(notificationRuleView),
  quiet: z.object({ from: z.string(), until: z.string() }).nullable(),
  /** Null until the person chose one. */
  language: z.enum(MAIL_LANGUAGES).nullable(),
});

export const ENDPOINT_STATES = ["on", "off", "gone"] as const;
export const DELIVERY_STATES = ["pending", "delivered", "failed", "cancelled"] as const;

export const endpointView = z.object({
  id,
  url: z.string(),
  kinds: z.array(noticeKind),
  state: z.enum(ENDPOINT_STATES),
  /** How many attempts in a row came to nothing. */
  failures: z.number().int(),
  pausedUntil: instant.nullable(),
  /** Until when the secret before the present one signs as well. */
  previousUntil: instant.nullable(),
  createdAt: instant,
  deliveries: z.object({ pending: counted, delivered: counted, failed: counted }),
});

export const deliveryView = z.object({
  id,
  /** Null for a test. */
  kind: noticeKind.nullable(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  /** When the next attempt is due. */
  nextAt: instant.nullable(),
  lastStatus: z.number().int().nullable(),
  lastError: z.enum(DELIVERY_FAULTS).nullable(),
  attemptedAt: instant.nullable(),
  createdAt: instant,
});

export type NotificationView = z.infer<typeof notificationView>;
export type NotificationRuleView = z.infer<typeof notificationRuleView>;
export type NotificationSettingsView = z.infer<typeof notificationSettingsView>;
export type NotificationList = (typeof NOTIFICATION_LISTS)[number];
export type EndpointView = z.infer<typeof endpointView>;
export type DeliveryView = z.infer<typeof deliveryView>;
