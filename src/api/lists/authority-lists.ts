import { authorise } from "@/application/actor";
import { parseFilter } from "@/contracts/lists";
import type { ReviewRowView } from "@/contracts/views/review";
import type { OwnDecisionView } from "@/contracts/views/review-work";
import { STAGES } from "@/domain/clearance/lifecycle";
import { err, ok } from "@/domain/shared/result";
import { TIME_ZONE } from "@/runtime/catalogues";
import type { Say } from "@/runtime/words";
import { type Exported, money, number, text, time } from "./exported";

export const reviewExport: Exported<ReviewRowView> = {
  list: "reviews",
  page: async (queries, actor, query, at) => {
    const filter = parseFilter("reviews", query);
    if (filter === null) return err({ kind: "invalid_input", pointer: "/query", fault: "view_filter_unknown" });
    const { state = "open", view = "all" } = filter;
    return ok(await queries.listReviews(actor, { ...at, state, view }));
  },
  columns: {
    lane: [{ value: (row, say) => text(say(`lane.${row.lane}`)) }],
    case: [
      { value: (row) => text(row.reference) },
      {
        said: (say) => say("lists.part.gate"),
        value: (row) => number(STAGES.indexOf(row.stage) + 1),
      },
    ],
    broker: [{ value: (row) => text(row.broker) }],
    reasons: [{ value: (row, say) => text(row.reasons.map((code) => reasonWords(code, say)).join("; ")) }],
    score: [{ value: (row) => number(row.score) }],
    value: money((row) => row.value),
    age: [
      { ...time<ReviewRowView>((row) => row.dueAt), said: (say) => say("lists.part.due", { zone: TIME_ZONE }) },
      {
        ...time<ReviewRowView>((row) => row.ruling?.at),
        said: (say) => say("lists.part.ruled", { zone: TIME_ZONE }),
      },
    ],
    claimed: [
      { value: (row) => text(row.claimedBy ?? row.ruling?.officer) },
      {
        said: (say) => say("lists.part.ruling"),
        value: (row, say) => text(row.ruling && say(`reasons.outcome.${row.ruling.outcome}`)),
      },
    ],
  },
};

/** A reason why a case is here, as the queue says it. */
function reasonWords(code: string, say: Say): string {
  if (!code.startsWith("factor.")) return say.has(`reasons.${code}`) ? say(`reasons.${code}`) : code;
  const place = `review.${code}`;
  return say.has(place) ? say(place) : code.slice("factor.".length).replaceAll("_", " ");
}

export const decisionExport: Exported<OwnDecisionView> = {
  list: "decisions",
  // An admin of the authority answers for all rulings; an officer for their own: as the page has it.
  page: (queries, actor, _query, at) =>
    queries.listDecisions(actor, { ...at, whose: authorise(actor, "see_review_quality").ok ? "all" : "own" }),
  columns: {
    case: [{ value: (row) => text(row.reference) }],
    outcome: [{ value: (row, say) => text(say(`reasons.outcome.${row.outcome}`)) }],
    reasons: [{ value: (row, say) => text(row.reasons.map((code) => say(`reasons.decision.${code}`)).join(", ")) }],
    fate: [{ value: (row, say) => text(fateOf(row, say)) }],
    officer: [{ value: (row) => text(row.officer) }],
    at: [time((row) => row.at)],
    stage: [{ value: (row, say) => text(say(`gates.stage.${row.stage}`)) }],
    note: [{ value: (row) => text(row.note) }],
  },
};

/** How a ruling fared, as its row says it. */
function fateOf({ overturnedBy, secondOpinion, laterIrregular }: OwnDecisionView, say: Say): string {
  return [
    overturnedBy && say("review.decisions.overturned", { outcome: say(`reasons.outcome.${overturnedBy.outcome}`) }),
    secondOpinion && say(`review.decisions.second.${secondOpinion}`),
    laterIrregular === null ? null : say(`review.decisions.${laterIrregular ? "irregular" : "inOrder"}`),
  ]
    .filter((words) => words !== null)
    .join("; ");
}
