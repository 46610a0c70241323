import type { HistoryEntry } from "@/domain/history/entry";
import { HistoryState } from "@/domain/history/history-state";
import { IndicatorState } from "@/domain/indicators/indicators";
import { NO_TIES, type Ties } from "@/domain/indicators/ties";
import { decodeModel } from "@/domain/risk-model/encode-model";
import { addDays, daysBetween, type LocalDate } from "@/domain/shared/local-date";
import { ok } from "@/domain/shared/result";
import { keyOf, onceEach } from "./history-once";
import type { HistoryEntryRecord, HistoryOutcomeRecord } from "./history-record";
import type { RiskModelRecord } from "./model-record";
import type { ScoringModel } from "./model-verdict";
import type { Transaction, UnitOfWork } from "./ports";

/** Scores of so many days say where the budget of officers ends. */
const RECENT_DAYS = 28;
/** History older than this is not remembered. */
const REMEMBERED_DAYS = 1_100;
/** What is read at once; each in a transaction of its own, so that a long history does not outlast one. */
const PAGE_DAYS = 60;
/** What was committed late is looked for so many days back. */
const LATE_DAYS = 2;
/** Lines that are taken in before others are let on. */
const AT_ONCE = 1_000;
/** An assessment waits so long for a memory that is still being read; then the scorecard decides alone, and says so. */
const WAIT_MS = 5_000;

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
  /** Of entries whose outcome may still come, and of those that they stand for. */
  readonly entries: Map<string, HistoryEntry>;
  /** Lines of shipments that were taken in. */
  readonly lines: Map<string, string>;
  readonly outcomes: Set<string>;
  scores: { readonly day: LocalDate; readonly score: number }[];
  /** The first day that was not taken in yet. */
  upTo: LocalDate;
  firstDay: LocalDate | null;
}

/** The memories and models of a process, made once; they follow from the store alone. */
export interface AuthorityMemory {
  /** As of the day; null while it is still being read. What is asked twice at once is read once. */
  asOf(inAuthority: UnitOfWork, authorityId: string, day: LocalDate): Promise<Memory | null>;
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
  const memories = new Map<string, Kept>();
  const reading = new Map<string, Promise<void>>();
  return {
    asOf: async (inAuthority, authorityId, day) => {
      const kept = memories.get(authorityId) ?? emptyMemory(addDays(day, -REMEMBERED_DAYS));
      memories.set(authorityId, kept);
      if (kept.upTo < day) {
        const course =
          reading.get(authorityId) ??
          carryOn(inAuthority, authorityId, kept, day).finally(() => reading.delete(authorityId));
        reading.set(authorityId, course);
        await within(course, WAIT_MS);
      }
      // A question of yesterday that comes after midnight is answered from what is there; a day is never gone back.
      return kept.upTo >= day ? toMemory(kept, day) : null;
    },
    ...rememberedModels(),
  };
}

function rememberedModels(): Pick<AuthorityMemory, "models" | "modelOf"> {
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
      const challengers: (ScoringModel | null)[] = [];
      // One after the other: a transaction has one connection.
      for (const record of registry) if (record.state === "challenger") challengers.push(await attempt(record));
      return { champion, challengers: challengers.filter((each) => each !== null), trouble };
    },
    modelOf: async (tx, version) => {
      const record = (await tx.models.list()).find((each) => each.version === version);
      return record ? load(tx, record).catch(() => null) : null;
    },
  };
}

/** Waits for the work, but not for ever; what goes wrong with it is asked again by who comes next. */
async function within(work: Promise<void>, limitMs: number): Promise<void> {
  let alarm: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((over) => {
    alarm = setTimeout(over, limitMs);
  });
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(alarm);
}

/** Takes in the days that have passed since, page by page; what was taken in stays, should a later page fail. */
async function carryOn(inAuthority: UnitOfWork, organisationId: string, kept: Kept, day: LocalDate): Promise<void> {
  const actor = { kind: "system", id: "system", name: "system", organisationId } as const;
  while (kept.upTo < day) {
    const from = addDays(kept.upTo, -LATE_DAYS);
    const next = addDays(kept.upTo, PAGE_DAYS);
    const before = next < day ? next : day;
    const read = await inAuthority(actor, async (tx) =>
      ok({ entries: await tx.history.entries(from, before), outcomes: await tx.history.outcomes(from, before) }),
    );
    if (!read.ok) throw new Error("A history that is read is never refused");
    await absorb(kept, read.value.entries, read.value.outcomes);
    kept.upTo = before;
  }
  kept.scores = kept.scores.filter((each) => daysBetween(each.day, day) <= RECENT_DAYS);
}

function emptyMemory(upTo: LocalDate): Kept {
  return {
    history: new HistoryState(),
    indicators: new IndicatorState(),
    firstSeen: new Map(),
    entries: new Map(),
    lines: new Map(),
    outcomes: new Set(),
    scores: [],
    upTo,
    firstDay: null,
  };
}

/** Day by day: first what was declared on it, then what became known on it. Nothing is taken in twice. */
async function absorb(
  kept: Kept,
  all: readonly HistoryEntryRecord[],
  outcomes: readonly HistoryOutcomeRecord[],
): Promise<void> {
  const { entries, standsFor } = onceEach(all);
  const fresh = outcomes.filter(({ id }) => !kept.outcomes.has(id));
  let next = 0;
  const tell = (before: LocalDate | null) => {
    for (let outcome = fresh[next]; outcome && (before === null || outcome.knownOn < before); outcome = fresh[next]) {
      const entry = kept.entries.get(standsFor.get(outcome.entryId) ?? outcome.entryId);
      if (entry) {
        kept.history.absorbOutcome(entry, outcome);
        kept.indicators.absorbOutcome({ ...outcome, entryId: entry.id });
      }
      kept.outcomes.add(outcome.id);
      next += 1;
    }
  };
  for (const [index, record] of entries.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((others) => setImmediate(others));
    tell(record.entry.day);
    takeIn(kept, record);
  }
  tell(null);
  // A line that was left out is found by its outcome all the same.
  for (const record of all) {
    const known = kept.entries.get(standsFor.get(record.entry.id) ?? kept.lines.get(keyOf(record)) ?? "");
    if (known) kept.entries.set(record.entry.id, known);
  }
}

function takeIn(kept: Kept, record: HistoryEntryRecord): void {
  const { entry, subject, score, line } = record;
  const key = keyOf(record);
  if (kept.lines.has(key)) return;
  kept.lines.set(key, entry.id);
  kept.history.absorb(entry);
  kept.indicators.absorb(entry, tiesOf(subject), line === 1);
  kept.entries.set(entry.id, entry);
  kept.firstDay ??= entry.day;
  if (!kept.firstSeen.has(entry.importer)) kept.firstSeen.set(entry.importer, entry.day);
  if (score !== null && line === 1) kept.scores.push({ day: entry.day, score });
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
export function withAge(entry: HistoryEntry, memory: Pick<Memory, "ageOf">): HistoryEntry {
  return { ...entry, importerAgeWeeks: entry.importerAgeWeeks ?? memory.ageOf(entry.importer, entry.day) };
}
