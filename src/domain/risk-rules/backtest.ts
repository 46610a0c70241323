import { LANES, type Lane } from "../selectivity/lanes";
import type { LocalDate } from "../shared/local-date";
import { type GroupShare, groupsOf } from "./backtest-groups";
import { evaluateRule, type HitReason, type Lists, type Subject } from "./evaluate-rule";
import type { Condition } from "./expression";
import { type RuleLane, type Sampling, selects } from "./rule";
import { type Interval, wilson } from "./wilson";

/** A line of history with what was known of it then, and what came of it. */
export interface BacktestEntry {
  readonly id: string;
  /** What the lines of one declaration at one gate have in common. */
  readonly declaration: string;
  readonly day: LocalDate;
  readonly reference: string;
  /** Where it can be looked at; null for what was imported. */
  readonly shipmentId: string | null;
  readonly subject: Subject;
  readonly lane: Lane | null;
  readonly outcomes: readonly {
    readonly knownOn: LocalDate;
    readonly isIrregular: boolean;
    readonly revenue: number;
  }[];
}

/** The days that are looked at: from the first up to, but without, the last. */
export interface Window {
  readonly from: LocalDate;
  readonly before: LocalDate;
}

export interface Assumptions {
  readonly minutesPerYellow: number;
  readonly minutesPerRed: number;
}

interface BacktestedRule extends Sampling {
  readonly condition: Condition;
  readonly lane: RuleLane;
  readonly lists: Lists;
}

export interface Backtest {
  readonly window: Window;
  readonly assumptions: Assumptions;
  readonly declarations: number;
  readonly hits: number;
  /** Hits that the sampling would have selected. */
  readonly selected: number;
  /** Declarations that the rule would send to documents or examination, whether or not they were sent there then. */
  readonly stopped: number;
  readonly stoppedShare: number;
  /** Of those, the ones that were not stopped then. */
  readonly newlyStopped: number;
  /** From the lane then to the lane with the rule; `none` where no lane was given then. */
  readonly lanes: readonly { readonly from: Lane | "none"; readonly to: Lane; readonly count: number }[];
  /** Hours of officers that the changed lanes would have cost. */
  readonly officerHours: number;
  /** Of the hits, as far as anybody looked: how many, how many irregular, and what was evaded in them. */
  readonly inspected: number;
  readonly irregular: number;
  readonly precision: Interval | null;
  readonly revenueFound: number;
  readonly groups: readonly GroupShare[];
  readonly examples: readonly BacktestExample[];
  /** How many lines a field was asked of and not known, the most first. */
  readonly missing: readonly { readonly field: string; readonly lines: number }[];
  /**
   * The lists that the rule asked, by name: as they are when it is run, and not as they were on the days of the history,
   * for what is judged is the rule that would come into force. An entry may owe its place to what was found later.
   */
  readonly listsAsOfNow: readonly string[];
  /** Why lines could not be evaluated; null where all could. */
  readonly fault: string | null;
}

interface BacktestExample {
  readonly entryId: string;
  readonly day: LocalDate;
  readonly reference: string;
  readonly shipmentId: string | null;
  readonly from: Lane | "none";
  readonly isIrregular: boolean | null;
  readonly facts: readonly HitReason[];
}

const MOST_EXAMPLES = 20;

/** A declaration of the window: its lines, and the first that the rule hits. */
interface Unit {
  readonly lines: readonly BacktestEntry[];
  readonly hit: { readonly entry: BacktestEntry; readonly facts: readonly HitReason[] } | null;
}

/**
 * What a rule would have done over history, as of then: subjects are those that were logged at the time, and outcomes
 * count only when they were known before the end of the window. The same input has the same result.
 */
export function backtest(
  rule: BacktestedRule,
  entries: readonly BacktestEntry[],
  window: Window,
  assumptions: Assumptions,
): Backtest {
  const within = entries
    .filter(({ day }) => day >= window.from && day < window.before)
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id));
  const missing = new Map<string, number>();
  const faults = new Set<string>();
  const units = unitsOf(within).map((lines) => unitOf(lines, rule, missing, faults));
  const hits = units.flatMap((unit) => (unit.hit ? [unit.hit] : []));
  const chosen = selectedOf(units, rule);
  const moves = units.flatMap((unit) => moveOf(unit, rule.lane, chosen));
  const isStopping = rule.lane === "yellow" || rule.lane === "red";
  const stopped = isStopping ? chosen.size : 0;
  const seen = units.filter((unit) => unit.hit).map((unit) => outcomeOf(unit, window));
  const inspected = seen.filter((outcome) => outcome.isInspected).length;
  const irregular = seen.filter((outcome) => outcome.isIrregular).length;
  return {
    window,
    assumptions,
    declarations: units.length,
    hits: hits.length,
    selected: chosen.size,
    stopped,
    stoppedShare: units.length === 0 ? 0 : round(stopped / units.length, 6),
    newlyStopped: isStopping ? moves.filter(({ from }) => !isStop(from)).length : 0,
    lanes: matrixOf(moves),
    officerHours: round(
      moves.reduce((sum, { from, to }) => sum + minutes(to, assumptions) - minutes(from, assumptions), 0) / 60,
      2,
    ),
    inspected,
    irregular,
    precision: inspected === 0 ? null : wilson(irregular, inspected),
    revenueFound: round(
      seen.reduce((sum, { revenue }) => sum + revenue, 0),
      2,
    ),
    groups: groupsOf(
      units.map(({ lines, hit }) => ({ subject: (hit?.entry ?? lines[0])?.subject ?? {}, isHit: hit !== null })),
    ),
    examples: units.flatMap((unit) => exampleOf(unit, window)).slice(0, MOST_EXAMPLES),
    listsAsOfNow: [...rule.lists.keys()].sort(compareText),
    missing: [...missing]
      .map(([field, lines]) => ({ field, lines }))
      .sort((a, b) => b.lines - a.lines || compareText(a.field, b.field)),
    fault: [...faults].sort()[0] ?? null,
  };
}

function unitsOf(entries: readonly BacktestEntry[]): readonly (readonly BacktestEntry[])[] {
  const units = new Map<string, BacktestEntry[]>();
  for (const entry of entries) {
    const lines = units.get(entry.declaration);
    if (lines) lines.push(entry);
    else units.set(entry.declaration, [entry]);
  }
  return [...units.values()];
}

function unitOf(
  lines: readonly BacktestEntry[],
  { condition, lists }: BacktestedRule,
  missing: Map<string, number>,
  faults: Set<string>,
): Unit {
  let hit: Unit["hit"] = null;
  for (const entry of lines) {
    const evaluation = evaluateRule(condition, entry.subject, lists);
    for (const field of evaluation.missing) missing.set(field, (missing.get(field) ?? 0) + 1);
    if (evaluation.fault) faults.add(`${evaluation.fault.kind}: ${evaluation.fault.name}`);
    if (evaluation.hit && !hit) hit = { entry, facts: evaluation.reasons };
  }
  return { lines, hit };
}

/** The hits that the sampling selects, in their order; the draw of each is made from its id, so that it can be made again. */
function selectedOf(units: readonly Unit[], sampling: Sampling): ReadonlySet<string> {
  const chosen = new Set<string>();
  let inARow = 0;
  for (const { hit } of units) {
    if (!hit) continue;
    if (selects(sampling, drawOf(hit.entry.id), inARow)) {
      chosen.add(hit.entry.id);
      inARow = 0;
    } else inARow += 1;
  }
  return chosen;
}

/** A number from 0 up to 1 that depends on a text alone (FNV-1a, 32 bits). */
function drawOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash / 2 ** 32;
}

interface Move {
  readonly from: Lane | "none";
  readonly to: Lane;
}

/** The stricter lane counts: a rule makes none milder. */
function moveOf({ lines, hit }: Unit, lane: RuleLane, chosen: ReadonlySet<string>): readonly Move[] {
  if (!hit || !chosen.has(hit.entry.id)) return [];
  const from = laneThen(lines);
  const isStricter = from !== "none" && LANES.indexOf(from) > LANES.indexOf(lane);
  return [{ from, to: isStricter ? from : lane }];
}

function laneThen(lines: readonly BacktestEntry[]): Lane | "none" {
  const places = lines.flatMap(({ lane }) => (lane ? [LANES.indexOf(lane)] : []));
  return (places.length > 0 ? LANES[Math.max(...places)] : undefined) ?? "none";
}

function isStop(lane: Lane | "none"): boolean {
  return lane === "yellow" || lane === "red";
}

function minutes(lane: Lane | "none", { minutesPerYellow, minutesPerRed }: Assumptions): number {
  return lane === "red" ? minutesPerRed : lane === "yellow" ? minutesPerYellow : 0;
}

function matrixOf(moves: readonly Move[]): Backtest["lanes"] {
  return (["none", ...LANES] as const).flatMap((from) =>
    LANES.map((to) => ({
      from,
      to,
      count: moves.filter((move) => move.from === from && move.to === to).length,
    })).filter(({ count }) => count > 0),
  );
}

function outcomeOf({ lines }: Unit, { before }: Window) {
  const known = lines.flatMap(({ outcomes }) => outcomes.filter(({ knownOn }) => knownOn < before));
  return {
    isInspected: known.length > 0,
    isIrregular: known.some(({ isIrregular }) => isIrregular),
    revenue: known.reduce((sum, { revenue }) => sum + revenue, 0),
  };
}

function exampleOf(unit: Unit, window: Window): readonly BacktestExample[] {
  if (!unit.hit) return [];
  const { entry, facts } = unit.hit;
  const { isInspected, isIrregular } = outcomeOf(unit, window);
  const { id: entryId, day, reference, shipmentId } = entry;
  return [
    {
      entryId,
      day,
      reference,
      shipmentId,
      from: laneThen(unit.lines),
      isIrregular: isInspected ? isIrregular : null,
      facts,
    },
  ];
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
