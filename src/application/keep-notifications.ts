import type { Failure } from "@/contracts/problem";
import { mayBeTold } from "@/domain/notice/kinds";
import { areQuietHours } from "@/domain/notice/quiet-hours";
import type { NotificationRule } from "@/domain/notice/rule";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { SettingRecord } from "./notice-record";
import type { UnitOfWork } from "./ports";

/** Marks notifications of the person as read: these, or all. How many were unread. */
export function readNotifications(
  inTransaction: UnitOfWork,
  actor: Actor,
  ids: readonly string[] | "all",
): Promise<Result<{ read: number }, Failure>> {
  return inTransaction<{ read: number }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_notifications");
    if (!allowed.ok) return allowed;
    const read = await tx.notices.markRead(actor.id, ids);
    // Their other windows count anew.
    if (read > 0) await tx.notices.ring([actor.id]);
    return ok({ read });
  });
}

/** Keeps what the person wants to be told of, where, and when not; rules of kinds that are not for them are refused. */
export function keepNotificationSettings(
  inTransaction: UnitOfWork,
  actor: Actor,
  { rules, ...setting }: SettingRecord & { readonly rules: readonly NotificationRule[] },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_notifications");
    if (!allowed.ok || actor.kind === "system") return allowed;
    const strange = rules.findIndex(({ kind }) => !mayBeTold(kind, actor));
    if (strange >= 0)
      return err({ kind: "invalid_input", pointer: `/rules/${strange}/kind`, fault: "notice_kind_not_told" });
    const twice = rules.findIndex(({ kind }, index) => rules.findIndex((each) => each.kind === kind) !== index);
    if (twice >= 0) return err({ kind: "invalid_input", pointer: `/rules/${twice}/kind`, fault: "notice_kind_twice" });
    if (setting.quiet && !areQuietHours(setting.quiet))
      return err({ kind: "invalid_input", pointer: "/quiet", fault: "quiet_hours_form" });
    await tx.notices.saveRules(actor.id, rules);
    await tx.notices.saveSetting(actor.id, setting);
    return ok(undefined);
  });
}
