import type { Transaction } from "@/application/ports";
import { toNotice } from "./notice-rows";
import type { Scope } from "./scope";

type Store = Transaction["notices"];

/** What is mailed to a person: claimed by one worker, then sent, due again or given up. */
export function mailStore({
  db,
  organisationId,
  world,
}: Scope): Pick<Store, "claimMail" | "claimedUntil" | "settleMail"> {
  return {
    claimMail: async (userId, until, most) => {
      const now = world.now();
      // Two workers of one person take turns, so that none takes what the other has.
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mail of ${organisationId} ${userId}`}, 0))`;
      const due = {
        ...{ organisationId, userId, mailState: "due" },
        mailDueAt: { lte: now },
        OR: [{ mailClaimedUntil: null }, { mailClaimedUntil: { lte: now } }],
      };
      await db.notification.updateMany({
        where: { ...due, mailAttempts: { gte: most.attempts } },
        data: { mailState: "failed", mailClaimedUntil: null, mailError: "broke_off" },
      });
      const rows = await db.notification.findMany({
        where: due,
        include: { notice: true },
        orderBy: { id: "asc" },
        take: most.rows,
      });
      // Counted before it leaves, so that an e-mail on which a process dies is not sent for ever.
      await db.notification.updateMany({
        where: { organisationId, id: { in: rows.map(({ id }) => id) } },
        data: { mailClaimedUntil: until, mailAttempts: { increment: 1 } },
      });
      return rows.map(({ id, mailAttempts, notice }) => ({ id, attempts: mailAttempts + 1, notice: toNotice(notice) }));
    },
    claimedUntil: async (userId) => {
      const row = await db.notification.findFirst({
        where: { organisationId, userId, mailState: "due", mailClaimedUntil: { gt: world.now() } },
        orderBy: { mailClaimedUntil: "asc" },
        select: { mailClaimedUntil: true },
      });
      return row?.mailClaimedUntil ?? null;
    },
    settleMail: async (ids, outcome) => {
      await db.notification.updateMany({
        where: { organisationId, id: { in: [...ids] }, mailState: "due" },
        data: {
          mailState: outcome.state,
          mailClaimedUntil: null,
          ...(outcome.state === "sent" ? { mailedAt: world.now(), mailError: null } : { mailError: outcome.error }),
          ...(outcome.state === "due" ? { mailDueAt: outcome.dueAt } : {}),
        },
      });
    },
  };
}
