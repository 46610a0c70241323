import { authorise } from "@/application/actor";
import type { EndingView } from "@/contracts/views/ending";
import { expiryBand } from "@/domain/account-book/expiry";
import { addDays } from "@/domain/shared/local-date";
import type { Scope } from "./scope";

/** Days ahead at which an end is pointed at; house practice, no rule of law. */
const WARNED_DAYS = 60;

type Ending = Omit<EndingView, "band">;

/** What of the organisation runs out within the days of a warning, or has and is still on record; the nearest first. */
export async function endings(scope: Scope): Promise<readonly EndingView[]> {
  const today = scope.world.today();
  const by = addDays(today, WARNED_DAYS);
  const found = [
    ...(await permitsBy(scope, by)),
    ...(await booksBy(scope, by)),
    ...(await authorisationsBy(scope, by)),
  ];
  return found
    .flatMap((each) => {
      const band = expiryBand(each.endsOn, today);
      return band ? [{ ...each, band }] : [];
    })
    .toSorted((a, b) => (a.endsOn === b.endsOn ? a.id.localeCompare(b.id) : a.endsOn.localeCompare(b.endsOn)));
}

async function permitsBy({ db, actor, organisationId }: Scope, by: string): Promise<readonly Ending[]> {
  if (!authorise(actor, "keep_permits").ok) return [];
  const where = { organisationId, isWithdrawn: false, validTo: { lte: by } };
  return (await db.permit.findMany({ where })).map(({ id, number, holder, validTo }) => ({
    ...{ kind: "permit", id, number, holder },
    endsOn: validTo ?? by,
  }));
}

/** Books that hold goods or items still; an empty one may end. */
async function booksBy({ db, actor, organisationId }: Scope, by: string): Promise<readonly Ending[]> {
  if (!authorise(actor, "keep_book").ok) return [];
  const rows = await db.accountBook.findMany({ where: { organisationId, validEnd: { lte: by }, items: { some: {} } } });
  return rows.map(({ id, emsNo, company, validEnd }) => ({
    ...{ kind: "book", id, number: emsNo, holder: company, endsOn: validEnd },
  }));
}

async function authorisationsBy({ db, actor, organisationId }: Scope, by: string): Promise<readonly Ending[]> {
  if (!authorise(actor, "see_workbench").ok) return [];
  const where = { organisationId, state: "active" as const, validTo: { lte: by } };
  return (await db.aeoAuthorisation.findMany({ where })).map(({ id, aeoCode, holder, validTo }) => ({
    ...{ kind: "authorisation", id, number: aeoCode, holder },
    endsOn: validTo ?? by,
  }));
}
