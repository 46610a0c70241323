import type { NoticeRecord, SettingRecord } from "@/application/notice-record";
import { noticeFacts, noticeKind } from "@/contracts/views/notification";
import type { Notice, NotificationSetting } from "./generated/client";

/** A notice as use cases know it. */
export function toNotice({ organisationId, id, subjectId, occasion, shipmentId, ...row }: Notice): NoticeRecord {
  const { openedBy, causedBy, at } = row;
  return {
    ...{ organisationId, id, subjectId, occasion, shipmentId, openedBy, causedBy, at },
    kind: noticeKind.parse(row.kind),
    facts: noticeFacts.parse(row.facts),
  };
}

/** Quiet hours and language of a person. */
export function toSetting({ quietFrom, quietUntil, language }: NotificationSetting): SettingRecord {
  return {
    quiet: quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null,
    language: language === "zh" ? "zh" : "en",
  };
}
