import type { Failure } from "@/contracts/problem";
import { EXPIRY_DAYS, RETURN_DAYS, warningOf, weekOf, windowsOf } from "@/domain/notice/warning";
import type { LocalDate } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { giveNotice } from "./give-notice";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** So many of a kind in one transaction; a file of permits may have brought thousands. */
const MOST_AT_ONCE = 300;

/**
 * The hourly look at what has a clock: gives notice of what ends soon, each threshold once, however often it looks. It
 * reads what was not told, a batch at a time; while there is more it owes the next look at once.
 */
export function lookAtClocks(
  { inTransaction, world }: Ports,
  actor: Actor,
  jobId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "notify");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    const { organisationId } = actor;
    const today = world.today();
    const due = await tx.notices.dueClocks({
      expiry: windowsOf(today, EXPIRY_DAYS),
      returns: windowsOf(today, RETURN_DAYS),
      most: MOST_AT_ONCE,
    });
    const warn = async (
      kind: "permit_expiring" | "authorisation_expiring" | "return_ending" | "aeo_review_due",
      subject: {
        readonly id: string;
        readonly endsOn: LocalDate;
        readonly number?: string;
        readonly shipmentId?: string;
      },
      thresholds: readonly number[],
    ) => {
      const warning = warningOf(subject.endsOn, today, thresholds);
      if (!warning) return;
      const { id: subjectId, endsOn, number, shipmentId } = subject;
      await giveNotice(tx, world, {
        ...{ organisationId, kind, subjectId, occasion: warning.occasion },
        ...(shipmentId === undefined ? {} : { shipmentId }),
        facts: { on: endsOn, days: String(warning.days), ...(number === undefined ? {} : { number }) },
      });
    };
    const expiring = [
      ...due.permits.map(({ validTo, ...each }) => ({ ...each, kind: "permit_expiring" as const, endsOn: validTo })),
      ...due.authorisations.map(({ validTo, ...each }) => ({
        ...each,
        kind: "authorisation_expiring" as const,
        endsOn: validTo,
      })),
      ...due.reviews.map(({ reviewOn, ...each }) => ({ ...each, kind: "aeo_review_due" as const, endsOn: reviewOn })),
    ];
    for (const { kind, ...subject } of expiring) await warn(kind, subject, EXPIRY_DAYS);
    for (const { id, shipmentId, arriveBy } of due.returns)
      await warn("return_ending", { id, shipmentId, endsOn: arriveBy }, RETURN_DAYS);
    if (due.guaranteeShortOn !== null)
      await giveNotice(tx, world, {
        ...{ organisationId, kind: "guarantee_short", subjectId: organisationId, occasion: `week of ${weekOf(today)}` },
        facts: { on: due.guaranteeShortOn },
      });
    if ([due.permits, due.authorisations, due.returns, due.reviews].some(({ length }) => length === MOST_AT_ONCE))
      await tx.outbox.put(organisationId, { name: "notice.look", payload: { organisationId } });
    return ok(undefined);
  });
}
