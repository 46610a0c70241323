import { type Actor, authorise } from "@/application/actor";
import type { Listing } from "@/application/listing";
import { type DestructionRowView, type DestructionView, destructionView } from "@/contracts/views/destruction";
import { statementRow } from "@/domain/account-book/ledger";
import { formatQuantity } from "@/domain/account-book/quantity";
import {
  actsOf,
  type DestructionAct,
  type DestructionState,
  isResidueDeclared,
} from "@/domain/destruction/destruction";
import { decimal } from "@/domain/shared/decimal";
import { parameterOn } from "@/domain/tariff/reference";
import { shown, toEntry } from "./book-rows";
import { ofParty, residueOf } from "./destruction-repository";
import type { Prisma } from "./generated/client";
import { before, page } from "./paging";
import { linkHolder } from "./people";
import { referenceData } from "./reference-data";
import type { Scope } from "./scope";

/** The reads of destructions, of who keeps the book and of its customs office. */
export const destructions = { list, get };

const WITH = {
  book: { select: { id: true, emsNo: true, company: true, customsCode: true } },
  lines: { orderBy: { number: "asc" }, include: { item: true, lot: true } },
} as const satisfies Prisma.DestructionInclude;
type Row = Prisma.DestructionGetPayload<{ include: typeof WITH }>;

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly state?: DestructionState;
}

/** Destructions of one state or all, the newest first. */
async function list(scope: Scope, { state, ...options }: Options): Promise<Listing<DestructionRowView>> {
  const rows = await scope.db.destruction.findMany({
    where: { ...ofParty(scope), ...(state ? { state } : {}), ...before(options.cursor) },
    include: WITH,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, toRowView);
}

function toRowView({ id, number, place, appointedOn, book, lines, ...row }: Row): DestructionRowView {
  return {
    ...{ id, number, place, appointedOn, book },
    state: destructionView.shape.state.parse(row.state),
    reason: destructionView.shape.reason.parse(row.reason),
    lots: lines.length,
    goods: lines[0]?.item.description ?? "",
  };
}

async function get(scope: Scope, id: string): Promise<DestructionView | null> {
  const { db } = scope;
  const row = await db.destruction.findFirst({
    where: { id, ...ofParty(scope) },
    include: { ...WITH, steps: { orderBy: { id: "asc" } } },
  });
  if (!row) return null;
  const statements = await statementsOf(scope, row);
  const residue = residueOf(row);
  return {
    ...toRowView(row),
    ...{ note: row.note, approvedOn: row.approvedOn, destroyedOn: row.destroyedOn, residue },
    statedBy: row.statedByName,
    confirmedBy: row.confirmedByName,
    isResidueDeclared: isResidueDeclared(residue && { value: decimal(residue.value) }),
    certificate: certificateOf(row),
    lines: row.lines.map((line) => toLineView(line, statements.get(line.lotId) ?? null)),
    steps: row.steps.map(({ act, byName, at, reason }) => ({
      act: destructionView.shape.steps.element.shape.act.parse(act),
      ...{ by: byName, at: at.toISOString(), reason },
    })),
    acts: await actsFor(scope, row),
    citations: await citationsOn(scope, row.destroyedOn ?? scope.world.today()),
  };
}

function toLineView(
  { number, item, lot, quantity, destroyed }: Row["lines"][number],
  statement: DestructionView["lines"][number]["statement"],
): DestructionView["lines"][number] {
  const { itemNo, description, commodityCode, origin, declaredUnit: unit } = item;
  return {
    ...{ number, itemNo, description, commodityCode, origin, unit, statement },
    lotNumber: lot.lotNumber,
    expiresOn: lot.expiresOn,
    quantity: shown(quantity),
    destroyed: destroyed && shown(destroyed),
  };
}

function certificateOf({ certificateNumber, certificateIssuer, certificateOn }: Row): DestructionView["certificate"] {
  return certificateNumber && certificateIssuer && certificateOn
    ? { number: certificateNumber, issuer: certificateIssuer, issuedOn: certificateOn }
    : null;
}

/** What the certificate did to the stock: before, moved and after, by lot. */
async function statementsOf({ db, organisationId }: Scope, { id }: Row) {
  const rows = await db.bookEntry.findMany({ where: { organisationId, destructionId: id, kind: "adjust" } });
  return new Map(
    rows.map((row) => {
      const entry = toEntry(row);
      const { before: from, moved, after } = statementRow({ ...entry, declared: entry.moved.declared });
      return [
        row.lotId,
        { before: formatQuantity(from), moved: formatQuantity(moved), after: formatQuantity(after) },
      ] as const;
    }),
  );
}

const OFFICE_ACTS: readonly DestructionAct[] = ["approve", "refuse", "confirm", "dispute"];

/** What the reader may do now: the steps of their side, with their leave, and no second signature under their own. */
async function actsFor(scope: Scope, row: Row): Promise<DestructionAct[]> {
  const { actor, organisationId } = scope;
  const isOffice = row.authorityId === organisationId;
  const isSecond =
    ![row.statedBy, row.statedLinkedBy].includes(actor.id) && (await linkHolder(scope, actor.id)) !== row.statedBy;
  return actsOf(destructionView.shape.state.parse(row.state)).filter(
    (act) =>
      OFFICE_ACTS.includes(act) === isOffice &&
      mayDo(actor, act) &&
      (act !== "confirm" || row.statedBy === null || isSecond),
  );
}

function mayDo(actor: Actor, act: DestructionAct): boolean {
  if (OFFICE_ACTS.includes(act)) return authorise(actor, "rule_destruction").ok;
  return authorise(actor, act === "state" ? "witness_destruction" : "keep_book").ok;
}

async function citationsOn(scope: Scope, day: string): Promise<DestructionView["citations"]> {
  const reference = await referenceData(scope).on(day, []);
  const cited = (code: string) => parameterOn(reference, code, day)?.citation ?? null;
  return { duty: cited("bonded_destruction_duty"), residue: cited("destroyed_residue_declared") };
}
