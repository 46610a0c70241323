import { authorise } from "@/application/actor";
import { keptFact } from "@/contracts/law";
import type { LawBasketRowView, LawBasketView, LawChangeView, LawFactView } from "@/contracts/views/law";
import { differencesOf, type FactKind, type LawFact, topicOf } from "@/domain/law/change";
import { prefixesOf } from "@/domain/tariff/commodity-code";
import type { LawBasket } from "./generated/client";
import { toBasket } from "./law-repositories";
import { before, page } from "./paging";
import { linkHolder } from "./people";
import type { Scope } from "./scope";

interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

/** Baskets of changes of the law, and the facts that they may change. */
export const law = { listBaskets, getBasket, findFacts };

async function listBaskets({ db, organisationId, world }: Scope, options: Options) {
  const rows = await db.lawBasket.findMany({
    where: { AND: [{ organisationId }, before(options.cursor)] },
    include: { _count: { select: { changes: true } } },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, (row) => toRow(row, row._count.changes, world.today()));
}

function toRow(row: LawBasket, changes: number, today: string): LawBasketRowView {
  const { id, title, effectiveOn, openedByName, approvedByName, createdAt } = row;
  const state = row.state === "approved" && effectiveOn <= today ? "active" : row.state;
  return {
    id,
    title,
    effectiveOn,
    state,
    changes,
    openedBy: openedByName,
    approvedBy: approvedByName,
    createdAt: createdAt.toISOString(),
  };
}

async function getBasket(scope: Scope, id: string): Promise<LawBasketView | null> {
  const { db, organisationId, world, actor } = scope;
  const row = await db.lawBasket.findFirst({
    where: { organisationId, id },
    include: { changes: { orderBy: { id: "asc" } } },
  });
  if (!row) return null;
  const basket = toBasket(row);
  const { changes: _count, ...head } = toRow(row, basket.changes.length, world.today());
  const isOpen = head.state === "draft" || head.state === "checked";
  const authors = [
    { id: basket.openedBy, linkedBy: basket.openerLinkedBy },
    ...basket.changes.map(({ addedBy, adderLinkedBy }) => ({ id: addedBy, linkedBy: adderLinkedBy })),
  ];
  const holder = await linkHolder({ db }, actor.id);
  const isOther = authors.every(
    (author) => author.id !== actor.id && author.linkedBy !== actor.id && author.id !== holder,
  );
  return {
    ...head,
    changes: basket.changes.map(({ id: changeId, change, addedByName }): LawChangeView => {
      const { kind, before: old, after, citation } = change;
      const fact = after ?? old;
      return {
        id: changeId,
        kind,
        effect: after ? (old ? "changes" : "begins") : "ends",
        topic: fact ? topicOf(kind, fact) : "",
        replaces: old?.id ?? null,
        differences: [...differencesOf(change)],
        citation,
        addedBy: addedByName,
      };
    }),
    checks: basket.checks && {
      ...basket.checks,
      cases: basket.checks.cases.map((outcome) => {
        const meant = basket.acknowledgements.find(
          ({ caseId, day, found }) => caseId === outcome.caseId && day === outcome.day && found === outcome.found,
        );
        return { ...outcome, acknowledged: meant ? { reason: meant.reason, byName: meant.byName } : null };
      }),
    },
    reason: row.reason,
    canEdit: isOpen && authorise(actor, "propose_law").ok,
    canApprove: isOpen && isOther && authorise(actor, "approve_law").ok,
    canWithdraw: head.state === "approved" && authorise(actor, "approve_law").ok,
  };
}

/** The facts of a kind that hold on the day and answer to the words: a code, the beginning of one, or a part of an id. */
async function findFacts(
  scope: Scope,
  { kind, search, on, limit }: { kind: FactKind; search: string; on: string; limit: number },
): Promise<readonly LawFactView[]> {
  const { db } = scope;
  const holds = { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] };
  const words = search.trim();
  const named = { id: { contains: words, mode: "insensitive" as const } };
  const found = { orderBy: { id: "asc" as const }, take: limit };
  const facts =
    kind === "legal_parameter"
      ? await db.legalParameter.findMany({ where: { AND: [holds, named] }, ...found })
      : kind === "measure"
        ? await db.tariffMeasure.findMany({
            where: { AND: [holds, /^\d{2,}$/.test(words) ? underOrAbove(words) : named] },
            orderBy: [{ code: "asc" }, { id: "asc" }],
            take: limit,
            select: { fact: true },
          })
        : await db.referenceFact.findMany({
            where: { AND: [{ kind }, holds, named] },
            ...found,
            select: { fact: true },
          });
  return facts.map((row) => toFactView(kind, keptFact(kind, "fact" in row ? row.fact : row)));
}

/** Measures that a code lies under, and those of the codes below it. */
function underOrAbove(code: string) {
  return { OR: [{ code: { in: [...prefixesOf([code])] } }, { code: { startsWith: code } }] };
}

function toFactView(kind: FactKind, fact: LawFact): LawFactView {
  const { id, validFrom, validTo, citation, ...content } = fact;
  return { id, topic: topicOf(kind, fact), validFrom, validTo, citation, fact: { ...content } };
}
