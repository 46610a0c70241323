import type { Failure } from "@/contracts/problem";
import type { ModelReport } from "@/contracts/risk-model";
import type { DriftView } from "@/contracts/views/model";
import { FEATURES } from "@/domain/history/feature-dictionary";
import { walkHistory } from "@/domain/history/walk";
import { areaUnderCurve } from "@/domain/risk-model/metrics";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { type AuthorityMemory, type Memory, withAge } from "./authority-memory";
import { onceEach } from "./history-once";
import type { HistoryEntryRecord } from "./history-record";
import type { Transaction, UnitOfWork, World } from "./ports";

/** By convention a population stability index from here on asks for a look. */
const ALARM = 0.25;
/** These change with the date, or only ever grow with the history itself, whatever is traded. */
const GROWING = /^month$|_(days_since_first|entries|found|goods|partners)$/;
/** What counts as now. */
const DAYS = 28;
/** Half a line in every bin, so that none is empty. */
const HALF = 0.5;

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly inAuthority: UnitOfWork;
  readonly memory: AuthorityMemory;
  readonly world: World;
}

/**
 * How the lines of the last four weeks differ from those that the champion learned from, feature by feature, and how
 * champion and challengers did on those whose outcome is known.
 */
export async function watchDrift(
  { inTransaction, inAuthority, memory, world }: Ports,
  actor: Actor,
): Promise<Result<DriftView, Failure>> {
  const allowed = authorise(actor, "see_risk");
  if (!allowed.ok) return allowed;
  const known = await memory.asOf(inAuthority, actor.organisationId, world.today());
  return inTransaction<DriftView, Failure>(actor, async (tx) => {
    const champion = (await tx.models.list()).find(({ state }) => state === "champion");
    if (!champion?.report) return err({ kind: "not_found", what: "champion" });
    const before = world.today();
    const from = addDays(before, -DAYS);
    const entries = await tx.history.entries(from, before);
    const features = await drifted(tx, champion.report, known, { from, before, since: champion.trainedFrom });
    return ok({
      version: champion.version,
      from,
      before,
      entries: entries.length,
      features,
      shadow: await compare(tx, champion.version, champion.promotedAt, entries, before),
    });
  });
}

interface Window {
  readonly from: LocalDate;
  readonly before: LocalDate;
  /** The first day of the history that the champion learned from. */
  readonly since: LocalDate;
}

/** Every feature's shift, each line as of its own day; what grows by itself is not watched. */
async function drifted(
  tx: Transaction,
  { bins }: ModelReport,
  known: Memory | null,
  { from, before, since }: Window,
): Promise<DriftView["features"]> {
  const { entries, standsFor } = onceEach(await tx.history.entries(since, before));
  const all = entries.map(({ entry }) => (known ? withAge(entry, known) : entry));
  const outcomes = (await tx.history.outcomes(since, before)).map((outcome) => ({
    ...outcome,
    entryId: standsFor.get(outcome.entryId) ?? outcome.entryId,
  }));
  const { columns } = walkHistory(all, outcomes, ({ day }) => day >= from);
  return FEATURES.flatMap(({ name, group }, column) => {
    const trained = bins[name];
    if (!trained || GROWING.test(name)) return [];
    const index = stability(trained.shares, Array.from(columns[column] ?? []), trained.edges);
    return [{ feature: name, group, index, isAlarm: index >= ALARM }];
  }).toSorted((a, b) => b.index - a.index);
}

/** The population stability index of values now, against shares of bins then; the last bin is for what is not known. */
export function stability(shares: readonly number[], now: readonly number[], edges: readonly number[]): number {
  if (now.length === 0) return 0;
  const counts = shares.map(() => HALF);
  for (const value of now) {
    const bin = Number.isNaN(value) ? shares.length - 1 : edges.filter((edge) => edge <= value).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const total = counts.reduce((sum, each) => sum + each, 0);
  return counts.reduce((sum, count, bin) => {
    const [is, was] = [count / total, Math.max(shares[bin] ?? 0, HALF / total)];
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}

async function compare(
  tx: Transaction,
  champion: number,
  since: Date | null,
  entries: readonly HistoryEntryRecord[],
  before: LocalDate,
): Promise<DriftView["shadow"]> {
  const first = entries[0]?.entry.day ?? before;
  const outcomes = new Map((await tx.history.outcomes(first, before)).map((each) => [each.entryId, each.isIrregular]));
  const scored = entries.filter(({ at }) => since === null || at >= since);
  const versions = new Set([champion, ...scored.flatMap(({ shadow }) => Object.keys(shadow).map(Number))]);
  return [...versions].map((version) => {
    const own = scored.flatMap(({ entry, modelVersion, probability, shadow }) => {
      const said = modelVersion === String(version) ? probability : (shadow[version] ?? null);
      return said === null ? [] : [{ said, isIrregular: outcomes.get(entry.id) }];
    });
    const known = own.filter(({ isIrregular }) => isIrregular !== undefined);
    const auc = areaUnderCurve({
      scores: known.map(({ said }) => said),
      isPositive: known.map(({ isIrregular }) => Number(isIrregular)),
    });
    return { version, scored: own.length, known: known.length, auc: Number.isNaN(auc) ? null : auc };
  });
}
