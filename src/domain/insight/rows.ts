import type { Lane } from "../selectivity/lanes";
import type { LocalDate } from "../shared/local-date";

/** What a look at goods or papers brought to light. */
export interface Finding {
  readonly isIrregular: boolean;
  /** Duty and taxes that were evaded, in the currency of the history. */
  readonly revenue: number;
  /** Whether chance alone had chosen what was looked at, so that it stands for all that nothing else chose. */
  readonly isByChance: boolean;
}

/** A line of goods of an authority's history, as far as the measures count it. */
export interface InsightLine {
  readonly id: string;
  readonly day: LocalDate;
  /** What all assessments of the same goods at the same gate have in common. */
  readonly clearance: string;
  /** What the lines of one declaration at one gate have in common. */
  readonly declaration: string;
  /** When it was assessed, in seconds since 1970. */
  readonly at: number;
  readonly line: number;
  readonly lane: Lane | null;
  /** What decided the lane: a kind, or a kind and a code, as in `rule:PRICE`. */
  readonly cause: string | null;
  readonly score: number | null;
  readonly probability: number | null;
  readonly isGenerated: boolean;
  readonly importer: string;
  readonly importerAgeWeeks: number | null;
  readonly isCertified: boolean;
  readonly origin: string;
  /** How it went on: released by the machine alone, before an officer at some time, or neither until now. */
  readonly course: "alone" | "officer" | "waiting";
  /** Null while nobody has looked. */
  readonly finding: Finding | null;
}

/** A hit of a rule of risk on a line. */
export interface InsightHit {
  readonly rule: string;
  readonly lineId: string;
  readonly isShadow: boolean;
}

/** A span of time in milliseconds since 1970; one that has not ended ends with what it is a part of. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** A release with what happened on the way to it, in milliseconds since 1970. */
export interface ReleasePassage {
  readonly clearance: string;
  readonly lane: Lane;
  /** When the declaration that was released was assessed: from then on nothing of it was missing. */
  readonly from: number;
  readonly to: number;
  /** While it was before officers. */
  readonly cases: readonly Span[];
  /** While the broker had a question to answer. */
  readonly questions: readonly Span[];
  /** When the last payment of its tax came in; null where a guarantee covered it. */
  readonly paidAt: number | null;
  /** When the number of the last paper that was asked for came in; null where none did after the assessment. */
  readonly lastPaperAt: number | null;
}

/** The days that are looked at: from the first up to, but without, the last. */
export interface InsightWindow {
  readonly from: LocalDate;
  readonly before: LocalDate;
}

/** Whether a lane brings goods before a person ahead of their release. */
export function isStopped(lane: Lane | null): boolean {
  return lane === "yellow" || lane === "red";
}

/**
 * One row for the goods at a gate: of their last assessment, the first line, with the findings of all of its lines. The
 * order of the lines that are given changes nothing.
 */
export function declarationsOf(lines: readonly InsightLine[]): readonly InsightLine[] {
  const byClearance = groupBy(lines, (line) => line.clearance);
  return [...byClearance.values()]
    .flatMap((all) => {
      const last = all.reduce((latest, each) => (isLater(each, latest) ? each : latest));
      const own = all
        .filter((each) => each.declaration === last.declaration)
        .sort((a, b) => a.line - b.line || compareText(a.id, b.id));
      const [first] = own;
      return first ? [{ ...first, finding: together(own.flatMap(({ finding }) => finding ?? [])) }] : [];
    })
    .sort((a, b) => compareText(a.id, b.id));
}

function isLater(a: InsightLine, b: InsightLine): boolean {
  return a.at > b.at || (a.at === b.at && a.declaration > b.declaration);
}

function together(findings: readonly Finding[]): Finding | null {
  if (findings.length === 0) return null;
  return {
    isIrregular: findings.some(({ isIrregular }) => isIrregular),
    // Added from the least on, so that the sum does not depend on the order.
    revenue: findings
      .map(({ revenue }) => revenue)
      .sort((a, b) => a - b)
      .reduce((sum, each) => sum + each, 0),
    isByChance: findings.every(({ isByChance }) => isByChance),
  };
}

/** The rows by what they have in common, in their order. */
export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** By code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
