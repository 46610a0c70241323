import { isAuthority } from "@/application/actor";
import { isCopy } from "@/application/link-copies";
import { isUnplaced } from "@/application/placement";
import type { DocumentRecord } from "@/application/records";
import {
  type OfficeView,
  SHIPMENT_LISTS,
  type ShipmentCountsView,
  type ShipmentListName,
  type ShipmentListRowView,
  type ShipmentRowView,
  type ShipmentView,
} from "@/contracts/views/shipment";
import { parseCursor, type ShipmentSort } from "@/domain/clearance-time/shipment-order";
import type { Regime } from "@/domain/declaration/declaration";
import type { Precedence } from "@/domain/declaration/facts";
import type { DocumentType } from "@/domain/document/document";
import { questionsOf, type ReadFact } from "@/domain/reconciliation/questions";
import { COMPARED } from "@/domain/reconciliation/rules";
import { type BookBlockers, bookBlockers } from "./book-blockers";
import { runningClocks, stakeOf } from "./clearance-time-clocks";
import { toNextClock, toStake } from "./clearance-time-underway";
import { COUNTED } from "./counted";
import { toDeclarationView } from "./declaration-view";
import { namesOf, toDocumentView, WITH_PAGES_AND_FIELDS } from "./document-views";
import {
  declarationState,
  toClearanceViews,
  toReleaseOrders,
  toRequirementView,
  toRiskView,
  toTaxView,
} from "./gate-views";
import type { Prisma } from "./generated/client";
import { before, page } from "./paging";
import { ofOwnLists, type Scope, visibleShipment } from "./scope";
import { openField, openJson } from "./sealed";
import { orderedPage } from "./shipment-order";
import { ownCounts, ownPage } from "./shipment-parts";
import { namedLike } from "./shipment-search";
import { goodsValueOf } from "./shipment-value";
import { supervisionOf } from "./supervision-view";

/** What the two gates and the row of a shipment are drawn from. */
const GATES = {
  // What credit lets go of a guarantee secures as much as a reservation does.
  clearances: {
    include: {
      benefitUses: { where: { benefit: "guarantee" }, select: { declarationId: true, amount: true } },
    },
  },
  requirements: true,
  decisions: { include: { case: { select: { declarationId: true, reopenedAt: true } } } },
  payments: true,
  riskAssessments: true,
  assessments: true,
  authorityMessages: {
    where: { channel: { isBinding: true }, kind: { in: ["inventory", "declaration"] } },
    select: { declarationId: true, state: true, status: true, syntax: true },
  },
} as const satisfies Prisma.ShipmentInclude;

const ROW = {
  ...GATES,
  parties: true,
  goodsLines: { orderBy: { number: "asc" } },
  documents: {
    select: { id: true, state: true, type: true, copyOfId: true, isNoCopy: true, isPlaced: true, placement: true },
  },
  fields: { orderBy: [{ documentId: "asc" }, { id: "asc" }] },
  declarations: { select: { version: true }, orderBy: { version: "desc" }, take: 1 },
  retailOrder: { select: { goodsValue: true } },
} as const satisfies Prisma.ShipmentInclude;

const COMPARED_LINES: readonly string[] = COMPARED.flatMap(({ fromLines }) => (fromLines ? [fromLines.name] : []));

type Row = Prisma.ShipmentGetPayload<{ include: typeof ROW }>;

/** The reads of shipments. */
export const shipments = { list, count, get, sees, offices };

async function sees(scope: Scope, id: string): Promise<boolean> {
  return (await scope.db.shipment.count({ where: { id, ...visibleShipment(scope) } })) > 0;
}

/**
 * What makes a shipment part of a list, out of the states of its two clearances. A broker's are looked for among their
 * own, by an index; an authority's among all that it was granted.
 */
function listed(scope: Scope, view: ShipmentListName): Prisma.ShipmentWhereInput {
  const own = isAuthority(scope.actor) ? {} : { organisationId: scope.organisationId };
  const is = (clearance: Prisma.ClearanceWhereInput) => ({ clearances: { some: { ...own, ...clearance } } });
  const draft = is({ stage: "bonded_exit", state: { in: ["opened", "documented"] } });
  const lists: Readonly<Record<ShipmentListName, () => Prisma.ShipmentWhereInput>> = {
    all: () => ({}),
    draft: () => draft,
    review: () => is({ state: { in: ["in_review", "in_examination", "held"] } }),
    action: () => ({
      OR: [
        // A draft waits for the broker unless its papers are being read: to upload, to confirm, to mend, to lodge.
        { ...draft, documents: { none: { state: { in: ["stored", "reading"] } } } },
        is({ state: { in: ["releasable", "queried"] } }),
        is({ stage: "domestic_distribution", state: "opened", openedAt: { not: null } }),
      ],
    }),
    released: () => is({ stage: "domestic_distribution", state: "released" }),
    refused: () => is({ state: "refused" }),
  };
  return lists[view]();
}

/** Those that stand in lists: a broker's own, and what was lodged with an authority. */
function listedIn(scope: Scope): Prisma.ShipmentWhereInput {
  // A broker is granted nothing, and to ask for it would read every grant.
  const seen = isAuthority(scope.actor) ? visibleShipment(scope) : { organisationId: scope.organisationId };
  return { AND: [seen, { isListed: true }] };
}

async function count(scope: Scope): Promise<ShipmentCountsView> {
  if (!isAuthority(scope.actor)) return ownCounts(scope);
  const counts = { all: 0, draft: 0, review: 0, action: 0, released: 0, refused: 0 };
  for (const view of ["all", ...SHIPMENT_LISTS] as const)
    counts[view] = await scope.db.shipment.count({
      where: { AND: [listedIn(scope), listed(scope, view)] },
      // To know that there are many, they need not all be counted.
      take: COUNTED,
    });
  return counts;
}

interface ListOptions {
  readonly cursor?: string;
  readonly limit: number;
  readonly search?: string;
  readonly view?: ShipmentListName;
  readonly sort?: ShipmentSort;
  readonly ids?: readonly string[];
}

async function list(
  scope: Scope,
  options: ListOptions,
): Promise<{ rows: ShipmentListRowView[]; nextCursor: string | null }> {
  const { search, view = "all", sort = "newest", ids: only, ...at } = options;
  const found = await namedLike(scope, search);
  const chosen = only ? { id: { in: [...only] } } : {};
  const where = { AND: [listedIn(scope), found, listed(scope, view), chosen] };
  if (sort === "newest") {
    const cursor = parseCursor(options.cursor ?? "")?.id;
    const isPart = view !== "all" && !search && only === undefined && !isAuthority(scope.actor);
    // A part of which there are few among many is found by its own index, not by asking every shipment.
    const among = isPart
      ? { id: { in: [...(await ownPage(scope, { part: view, after: cursor, limit: options.limit + 1 }))] } }
      : before(cursor);
    const rows = await scope.db.shipment.findMany({
      where: { AND: [isPart ? listedIn(scope) : where, among] },
      include: ROW,
      orderBy: { id: "desc" },
      take: options.limit + 1,
    });
    const { rows: shown, nextCursor } = page(rows, options, (row) => row);
    return { rows: await toListRows(scope, shown), nextCursor };
  }
  const ordered = { AND: [ofOwnLists(scope), { isListed: true }, found, listed(scope, view), chosen] };
  const { ids, nextCursor } = await orderedPage(scope, ordered, { ...at, sort });
  const rows = await scope.db.shipment.findMany({ where: { AND: [ordered, { id: { in: [...ids] } }] }, include: ROW });
  const inTurn = rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { rows: await toListRows(scope, inTurn), nextCursor };
}

async function toListRows(scope: Scope, rows: readonly Row[]): Promise<ShipmentListRowView[]> {
  const blockers = await bookBlockers(scope, rows);
  const clocked = await runningClocks(scope, { id: { in: rows.map(({ id }) => id) } });
  const clocks = new Map(clocked.map(({ id, clock }) => [id, toNextClock(clock)]));
  return rows.map((row) => ({
    ...toRowView(scope, row, blockers),
    nextClock: clocks.get(row.id) ?? null,
    atStake: toStake(stakeOf(row)),
  }));
}

async function get(scope: Scope, id: string): Promise<ShipmentView | null> {
  const row = await scope.db.shipment.findFirst({ where: { id, ...visibleShipment(scope) }, include: ROW });
  if (!row) return null;
  const own = { organisationId: row.organisationId, shipmentId: id };
  // One after the other: a transaction has one connection, and a connection does one thing at a time.
  const documents = await scope.db.document.findMany({
    where: own,
    include: WITH_PAGES_AND_FIELDS,
    orderBy: { id: "asc" },
  });
  const fields = await scope.db.extractedField.findMany({ where: own, orderBy: { id: "asc" } });
  const declaration = await scope.db.declaration.findFirst({ where: own, orderBy: { version: "desc" } });
  const risks = await scope.db.riskAssessment.findMany({
    where: own,
    orderBy: { assessedAt: "asc" },
    include: { contributions: { orderBy: { position: "asc" } } },
  });
  const tax = await scope.db.taxAssessment.findFirst({
    where: own,
    orderBy: { createdAt: "desc" },
    include: { lines: { orderBy: { position: "asc" } } },
  });
  const releases = await scope.db.releaseOrder.findMany({ where: own, orderBy: { issuedAt: "asc" } });
  const office = await officeOf(scope, row);
  const named = await namesOf(scope, documents);
  const documentList = documents.map((row) => toDocumentView(scope, row, named));
  return {
    ...toRowView(scope, row, await bookBlockers(scope, [row])),
    documentList,
    declaration: await toDeclarationView(scope, {
      shipment: row,
      documents: documentList,
      fields: fields.map((field) => openField(scope, field)),
      declaration,
    }),
    requirements: row.requirements.map(toRequirementView),
    risk: risks.map((risk) => toRiskView(risk, isAuthority(scope.actor))),
    supervision: await supervisionOf(scope, row.goodsLines, risks.at(-1)),
    tax: tax ? toTaxView(tax, row) : null,
    releaseOrders: toReleaseOrders(releases),
    office: office && { id: office.id, name: office.name },
  };
}

async function offices({ db }: Scope): Promise<readonly OfficeView[]> {
  const rows = await db.office.findMany({
    orderBy: { code: "asc" },
    include: { organisation: { select: { name: true } } },
  });
  return rows.map(({ id, code, name, organisation }) => ({ id, code, name, authority: organisation.name }));
}

async function officeOf(scope: Scope, { officeId, officeOrganisationId }: Row) {
  if (!officeId || !officeOrganisationId) return null;
  return scope.db.office.findUnique({
    where: { organisationId_id: { organisationId: officeOrganisationId, id: officeId } },
  });
}

/** How much a draft asks a person; of the lines only what the rules compare, or what somebody settled, is opened. */
function questions(scope: Scope, { documents, fields, declarations, clearances }: Row): number {
  if (declarationState(declarations[0]?.version, clearances) === "lodged") return 0;
  const types = new Map(documents.filter((each) => !isCopy(each)).map((each) => [each.id, each.type as DocumentType]));
  const facts = fields.flatMap((field): readonly ReadFact[] => {
    if (field.documentId === null || !types.has(field.documentId)) return [];
    const isOpened = field.line === null || COMPARED_LINES.includes(field.name) || field.status !== "suggested";
    const known = isOpened ? openField(scope, field) : { ...field, value: "", otherReading: null };
    const { box, method, precedence, ...rest } = known;
    return [
      {
        ...rest,
        documentType: types.get(field.documentId) ?? "other",
        box: box as ReadFact["box"],
        method: method as ReadFact["method"],
        precedence: precedence as Precedence,
      },
    ];
  });
  return questionsOf(facts, unplacedAmong(documents)).total;
}

/** The documents that state nothing of the shipment that they lie in, for nobody knows whether it is theirs. */
function unplacedAmong(documents: Row["documents"]): ReadonlySet<string> {
  const unplaced = documents.filter(({ isPlaced, placement }) =>
    isUnplaced({ isPlaced, placement: placement as DocumentRecord["placement"] }),
  );
  return new Set(unplaced.map(({ id }) => id));
}

function toRowView(scope: Scope, row: Row, blockers: BookBlockers): ShipmentRowView {
  // Only the few values that a row shows are opened.
  const unplaced = unplacedAmong(row.documents);
  const own = row.fields.filter((each) => each.documentId === null || !unplaced.has(each.documentId));
  const first = (name: string, isInTable: boolean): string | null => {
    const field = own.find(
      (each) => each.name === name && (each.line !== null) === isInTable && each.status !== "rejected",
    );
    return field ? openJson<{ value: string }>(scope, field.organisationId, field.sealed).value : null;
  };
  const header = (name: string) => first(name, false);
  const party = (role: "buyer" | "consignee") => row.parties.find((each) => each.role === role)?.name ?? null;
  return {
    id: row.id,
    reference: row.reference,
    regime: row.regime as Regime,
    consignee: party("consignee") ?? party("buyer") ?? header("consignee") ?? header("buyer"),
    goods: row.goodsLines[0]?.description ?? first("description", true),
    value: goodsValueOf(header("total"), header("currency"), row.retailOrder),
    documents: {
      read: row.documents.filter((document) => document.state === "read").length,
      refused: row.documents.filter((document) => document.state === "rejected").length,
      total: row.documents.length,
    },
    toConfirm: questions(scope, row),
    declarationVersion: row.declarations[0]?.version ?? null,
    declarationState: declarationState(row.declarations[0]?.version, row.clearances),
    rekeyedFields: row.fields.filter((field) => field.typedAtStage === "domestic_distribution").length,
    gates: toClearanceViews({ ...row, bookBlocker: blockers.get(row.id) ?? null }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
