import { wordsOfSuggestion } from "@/contracts/suggestion-words";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import type { PreExamination as Examination } from "@/domain/pre-examination/examine";
import type { FactLink } from "@/domain/pre-examination/sentence";
import { toFeedback } from "./pre-examination-repository";
import { blindOf, concealedFrom } from "./review-blind";
import { ofVisibleShipment, type Scope } from "./scope";
import { openJson } from "./sealed";

/** The examination of a case, as it stands for its declaration; null where the actor sees no such case, or none was made. */
export async function preExamination(scope: Scope, caseId: string): Promise<PreExaminationView | null> {
  const { db, organisationId } = scope;
  const reviewCase = await db.reviewCase.findFirst({ where: { id: caseId, ...ofVisibleShipment(scope) } });
  if (!reviewCase || (await blindOf(scope)).some((each) => each.shipmentId === reviewCase.shipmentId)) return null;
  const { declarationId } = reviewCase;
  const row = await db.preExamination.findFirst({
    where: { organisationId, caseId, declarationId },
    include: { feedback: { orderBy: { id: "asc" } } },
  });
  if (!row) return null;
  // What was made of a suggestion says what was ruled, to who may be asked for a second opinion.
  const isConcealed = (await concealedFrom(scope)).has(caseId);
  const feedback = isConcealed ? [] : row.feedback.map((each) => toFeedback(scope, each));
  const { schema: _schema, ...body } = openJson<Examination>(scope, organisationId, row.body);
  return {
    ...{ id: row.id, caseId, madeBy: row.madeBy === "worker" ? "worker" : "officer" },
    at: row.at.toISOString(),
    day: body.day,
    lane: body.lane,
    score: body.score,
    contradictions: body.contradictions.map((each) => ({
      ...withLinks(each),
      statements: each.statements.map((statement) => ({ ...statement })),
    })),
    reasons: body.reasons.map(withLinks),
    lines: body.lines.map(({ comparables, price, ...line }) => ({
      ...line,
      comparables: comparables.map(({ same, ...each }) => ({ ...each, same: [...same] })),
      price: price && { ...withLinks(price), bins: price.bins.map((bin) => ({ ...bin })) },
    })),
    network: {
      nodes: body.network.nodes.map((node) => ({ ...node })),
      edges: body.network.edges.map(withLinks),
      left: body.network.left,
    },
    missing: body.missing.map(withLinks),
    suggestions: body.suggestions.map((suggestion) => {
      const last = feedback.findLast((each) => each.suggestion === suggestion.id);
      const { id, kind, reason, lines, because, links } = suggestion;
      return {
        ...{ id, kind, reason, lines: [...lines], because: [...because], links: [...links] },
        text: wordsOfSuggestion(suggestion),
        feedback: last
          ? { verdict: last.verdict, edited: last.edited, reason: last.reason, by: last.givenByName }
          : null,
      };
    }),
  };
}

function withLinks<T extends { readonly links: readonly FactLink[] }>(sentence: T) {
  return { ...sentence, links: [...sentence.links] };
}
