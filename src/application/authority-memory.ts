import type { HistoryEntry } from "@/domain/history/entry";
import { HistoryState } from "@/domain/history/history-state";
import { IndicatorState } from "@/domain/indicators/indicators";
import { NO_TIES, type Ties } from "@/domain/indicators/ties";
import { decodeModel } from "@/domain/risk-model/encode-model";
import { addDays, daysBetween, type LocalDate } from "@/domain/shared/local-date";
import type { HistoryEntryRecord, HistoryOutcomeRecord } from "./history-record";
import type { RiskModelRecord } from "./model-record";
import type { ScoringModel } from "./model-verdict";
import type { Transaction } from "./ports";

/** Scores of so many days say where the budget of officers ends. */
const RECENT_DAYS = 28;
/** History older than this is not learned from and not remembered. */
const REMEMBERED_DAYS = 1_100;

/** What an authority remembers as of a day: everything before it, nothing of it. */
export interface Memory {
  readonly history: HistoryState;
  readonly indicators: IndicatorState;
  readonly recent: { readonly scores: readonly number[]; readonly perDay: number };
  /** Weeks since the importer first appeared; null while the history is too short to tell. */
  ageOf(importer: string, day: LocalDate): number | null;
}

interface Kept {
  readonly history: HistoryState;
  readonly indicators: IndicatorState;
  readonly firstSeen: Map<string, LocalDate>;
  /** Of entries whose outcome may still come. */
  readonly entries: Map<string, HistoryEntry>;
  scores: { readonly day: LocalDate; readonly score: number }[];
  /** The first day that was not taken in yet. */
  upTo: LocalDate;
  firstDay: LocalDate | null;
}

/** The memories and models of a process, made once; they follow from the store alone. */
export interface AuthorityMemory {
  /** As of the day; what is asked twice at once is made once. */
  asOf(tx: Transaction, authorityId: string, day: LocalDate): Promise<Memory>;
  /**
   * The models that score: the champion and those in its shadow. One that cannot be read is left out and named, and the
   * last champion that could be goes on.
   */
  models(tx: Transaction, authorityId: string): Promise<Models>;
  /** The model of a version, whatever its state; null where there is none, or it cannot be read. */
  modelOf(tx: Transaction, version: number): Promise<ScoringModel | null>;
}

interface Models {
  readonly champion: ScoringModel | null;
  readonly challengers: readonly ScoringModel[];
  /** Why the champion of the registry is not the one that scores; null when it is. */
  readonly trouble: string | null;
}

/** A memory for a process that chooses lanes. */
export function createAuthorityMemory(): AuthorityMemory {
  const memories = new Map<string, Promise<Kept>>();
  const loaded = new Map<string, ScoringModel>();
  const lastGood = new Map<string, ScoringModel>();
  const load = async (tx: Transaction, record: RiskModelRecord): Promise<ScoringModel> => {
    const known = loaded.get(record.id);
    if (known) return known;
    const body = await tx.models.body(record.id);
    if (!body || !record.report) throw new Error("it has no content");
    const { version, kind, report } = record;
    const model = { version, kind, model: decodeModel(body), baseLogOdds: report.baseLogOdds };
    loaded.set(record.id, model);
    return model;
  };
  return {
    asOf: async (tx, authorityId, day) => {
      const before = memories.get(authorityId);
      const next = (before ?? Promise.resolve(null)).catch(() => null).then((kept) => carryOn(tx, kept, day));
      memories.set(authorityId, next);
      return toMemory(await next, day);
    },
    models: async (tx, authorityId) => {
      const registry = await tx.models.list();
      const problems: string[] = [];
      const attempt = (record: RiskModelRecord): Promise<ScoringModel | null> =>
        load(tx, record).catch((error: unknown) => {
          problems.push(`model ${record.version}: ${error instanceof Error ? error.message : String(error)}`);
          return null;
        });
      const inForce = registry.find(({ state }) => state === "champion");
      const champion = inForce ? ((await attempt(inForce)) ?? lastGood.get(authorityId) ?? null) : null;
      if (champion) lastGood.set(authorityId, champion);
      const trouble = problems[0] ?? null;
      const challengers = await Promise.all(registry.filter(({ state }) => state === "challenger").map(attempt));
      return { champion, challengers: challengers.filter((each) => each !== null), trouble };
    },
    modelOf: async (tx, version) => {
      const record = (await tx.models.list()).find((each) => each.version === version);
      return record ? load(tx, record).catch(() => null) : null;
    },
  };
}

/** Takes in the days that have passed since; a day that lies before what is known starts anew. */
async function carryOn(tx: Transaction, kept: Kept | null, day: LocalDate): Promise<Kept> {
  const memory = kept && kept.upTo <= day ? kept : emptyMemory(addDays(day, -REMEMBERED_DAYS));
  if (memory.upTo === day) return memory;
  const entries = await tx.history.entries(memory.upTo, day);
  const outcomes = await tx.history.outcomes(memory.upTo, day);
  absorb(memory, entries, outcomes);
  memory.upTo = day;
  memory.scores = memory.scores.filter((each) => daysBetween(each.day, day) <= RECENT_DAYS);
  return memory;
}

function emptyMemory(upTo: LocalDate): Kept {
  return {
    history: new HistoryState(),
    indicators: new IndicatorState(),
    firstSeen: new Map(),
    entries: new Map(),
    scores: [],
    upTo,
    firstDay: null,
  };
}

/** Day by day: first what was declared on it, then what became known on it. */
function absorb(memory: Kept, entries: readonly HistoryEntryRecord[], outcomes: readonly HistoryOutcomeRecord[]): void {
  let next = 0;
  const tell = (before: LocalDate | null) => {
    for (
      let outcome = outcomes[next];
      outcome && (before === null || outcome.knownOn < before);
      outcome = outcomes[next]
    ) {
      const entry = memory.entries.get(outcome.entryId);
      if (entry) memory.history.absorbOutcome(entry, outcome);
      memory.indicators.absorbOutcome(outcome);
      next += 1;
    }
  };
  for (const { entry, subject, score, line } of entries) {
    tell(entry.day);
    memory.history.absorb(entry);
    memory.entries.set(entry.id, entry);
    memory.indicators.absorb(entry, tiesOf(subject));
    memory.firstDay ??= entry.day;
    if (!memory.firstSeen.has(entry.importer)) memory.firstSeen.set(entry.importer, entry.day);
    if (score !== null && line === 1) memory.scores.push({ day: entry.day, score });
  }
  tell(null);
}

function toMemory({ history, indicators, firstSeen, scores, firstDay }: Kept, day: LocalDate): Memory {
  return {
    history,
    indicators,
    recent: { scores: scores.map(({ score }) => score), perDay: scores.length / RECENT_DAYS },
    ageOf: (importer, on) => {
      // Who is new cannot be told from a history that is itself new.
      if (firstDay === null || daysBetween(firstDay, day) < RECENT_DAYS * 7) return null;
      return Math.floor(Math.max(0, daysBetween(firstSeen.get(importer) ?? on, on)) / 7);
    },
  };
}

/** What ties an order to others, as the history keeps it among the values for rules. */
export function tiesOf(subject: HistoryEntryRecord["subject"]): Ties {
  const token = (name: string) => {
    const value = subject[name];
    return typeof value === "string" ? value : "";
  };
  return {
    ...NO_TIES,
    consumer: token("consumer"),
    address: token("address"),
    phone: token("phone"),
    payer: token("payer"),
  };
}

/** The entry as it is asked of the model. */
export function withAge(entry: HistoryEntry, memory: Memory): HistoryEntry {
  return { ...entry, importerAgeWeeks: entry.importerAgeWeeks ?? memory.ageOf(entry.importer, entry.day) };
}
