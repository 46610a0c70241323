import type { Failure } from "@/contracts/problem";
import type { GeneratedLine } from "@/domain/generated-year/generated-line";
import { generateYear, type YearOrder } from "@/domain/generated-year/year";
import { IndicatorState } from "@/domain/indicators/indicators";
import { subjectOf } from "@/domain/indicators/subject";
import { addDays } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { HistoryEntryRecord, HistoryOutcomeRecord } from "./history-record";
import type { UnitOfWork, World } from "./ports";

/** So many days are written in one transaction: a slow machine has the time for it, and what was written is not lost. */
const DAYS_AT_ONCE = 30;

/**
 * Gives an authority a year of history that never happened, labelled as generated, so that models, backtests and
 * dashboards have something to show. It goes on where it was broken off. Does nothing where there is a true history: that
 * is never mixed with it.
 */
export async function seedHistory(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  order: YearOrder,
): Promise<Result<{ entries: number }, Failure>> {
  const before = addDays(order.from, order.days);
  const isTrue = await inTransaction<boolean, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "assess");
    if (!allowed.ok) return allowed;
    const known = await tx.history.entries(addDays(order.from, -order.days), before);
    return ok(known.some(({ isGenerated }) => !isGenerated));
  });
  if (!isTrue.ok) return isTrue;
  if (isTrue.value) return ok({ entries: 0 });
  const lines = generateYear(order);
  const entries = toEntries(lines, actor.organisationId);
  let written = 0;
  for (let from = order.from; from < before; from = addDays(from, DAYS_AT_ONCE)) {
    const until = addDays(from, DAYS_AT_ONCE);
    const own = entries.filter(({ entry }) => entry.day >= from && entry.day < until);
    const ids = new Set(own.map(({ entry }) => entry.id));
    // What becomes known after today is not known.
    const outcomes = lines.flatMap(({ outcome }) =>
      outcome && ids.has(outcome.entryId) && outcome.knownOn < before ? [outcome] : [],
    );
    const added = await inTransaction<number, Failure>(actor, async (tx) => {
      if ((await tx.history.entries(from, until)).length > 0) return ok(0);
      await tx.history.add(own);
      await tx.history.addOutcomes(
        outcomes.map(
          (outcome): HistoryOutcomeRecord => ({
            ...outcome,
            organisationId: actor.organisationId,
            id: world.newId(),
            source: "import",
            recordedBy: "system",
          }),
        ),
      );
      return ok(own.length);
    });
    if (!added.ok) return added;
    written += added.value;
  }
  return ok({ entries: written });
}

/** The lines with what rules would have read of them on their day. */
function toEntries(lines: readonly GeneratedLine[], organisationId: string): readonly HistoryEntryRecord[] {
  const state = new IndicatorState();
  const outcomes = lines
    .flatMap(({ outcome }) => outcome ?? [])
    .toSorted((a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : 0));
  const records: HistoryEntryRecord[] = [];
  let told = 0;
  let ofDay: GeneratedLine[] = [];
  const close = () => {
    for (const { entry, ties } of ofDay) state.absorb(entry, ties);
    ofDay = [];
  };
  for (const line of lines) {
    const { day } = line.entry;
    if (ofDay[0] && ofDay[0].entry.day !== day) close();
    for (let next = outcomes[told]; next && next.knownOn < day; next = outcomes[told]) {
      state.absorbOutcome(next);
      told += 1;
    }
    records.push(toRecord(line, state, organisationId));
    ofDay.push(line);
  }
  return records;
}

function toRecord(line: GeneratedLine, state: IndicatorState, organisationId: string): HistoryEntryRecord {
  const { entry, ties, isRetail, outcome } = line;
  const regime = isRetail ? "1210" : "0110";
  const lane = outcome === null ? "green" : outcome.basis === "random" ? "yellow" : "red";
  return {
    organisationId,
    entry,
    at: new Date(`${entry.day}T04:00:00Z`),
    stage: "bonded_exit",
    line: 1,
    reference: `G${entry.id.slice(-8)}`,
    source: null,
    subject: subjectOf({
      entry,
      ties,
      indicators: state.of(entry, ties),
      stage: "bonded_exit",
      regime,
      tier: entry.isCertified ? "certified" : "regular",
      papers: null,
    }),
    lane,
    laneCause: lane === "green" ? "score" : lane === "yellow" ? "random" : "rule:generated",
    score: null,
    probability: null,
    modelVersion: null,
    isGenerated: true,
    shadow: {},
  };
}
