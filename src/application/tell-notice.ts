import type { Failure } from "@/contracts/problem";
import { mayBeTold } from "@/domain/notice/kinds";
import { sendAt } from "@/domain/notice/quiet-hours";
import { channelsFor, defaultRule } from "@/domain/notice/rule";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { NewNotification, NoticeRecord } from "./notice-record";
import { oweDeliveries } from "./owe-delivery";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  /** Whether an operator has named a server for e-mail; without one none is owed. */
  readonly hasMail: boolean;
}

/**
 * Tells everybody of the organisation of a notice who may be told and wants it, where they want it, and owes it to the
 * organisation's addresses. One job of it counts: what was told is not told again.
 */
export function tellNotice(
  { inTransaction, world, hasMail }: Ports,
  actor: Actor,
  jobId: string,
  noticeId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "notify");
    if (!allowed.ok) return allowed;
    const notice = found(await tx.notices.get(noticeId), "notice");
    if (!notice.ok) return notice;
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    const told = await recipientsOf(tx, notice.value, world.now(), hasMail);
    await tx.notices.notify(notice.value, told);
    await oweMail(tx, actor.organisationId, told);
    await tx.notices.ring(told.filter(({ isInApp }) => isInApp).map(({ userId }) => userId));
    await oweDeliveries(tx, world, notice.value);
    return ok(undefined);
  });
}

async function recipientsOf(
  tx: Transaction,
  notice: NoticeRecord,
  now: Date,
  hasMail: boolean,
): Promise<readonly NewNotification[]> {
  const { organisationKind, members } = await tx.notices.recipients();
  const may = members.filter(({ roles }) => mayBeTold(notice.kind, { organisationKind, roles }));
  if (may.length === 0) return [];
  const rules = await tx.notices.rulesFor(notice.kind);
  const settings = await tx.notices.settings(may.map(({ userId }) => userId));
  return may.flatMap(({ userId }): readonly NewNotification[] => {
    const { isInApp, isMailed } = channelsFor(rules.get(userId) ?? defaultRule(notice.kind), notice, userId);
    const quiet = settings.get(userId)?.quiet ?? null;
    const mailDueAt = isMailed && hasMail ? new Date(sendAt(now.getTime(), quiet)) : null;
    return isInApp || mailDueAt ? [{ userId, isInApp, mailDueAt }] : [];
  });
}

/** One e-mail takes all that is due by then, so that a job too many finds nothing. */
async function oweMail(tx: Transaction, organisationId: string, told: readonly NewNotification[]): Promise<void> {
  for (const { userId, mailDueAt } of told)
    if (mailDueAt)
      await tx.outbox.put(
        organisationId,
        { name: "notification.mail", payload: { organisationId, userId } },
        mailDueAt,
      );
}
