import type { Subject } from "./evaluate-rule";

export const GROUP_DIMENSIONS = ["importerTier", "newcomer", "office", "origin"] as const;
export type GroupDimension = (typeof GROUP_DIMENSIONS)[number];

/** A group that a rule meets: its share of the hits beside its share of all declarations. */
export interface GroupShare {
  readonly dimension: GroupDimension;
  /** The value of the dimension; empty where it was not known. */
  readonly value: string;
  readonly hits: number;
  readonly all: number;
  readonly shareOfHits: number;
  readonly shareOfAll: number;
}

/** Importers that are younger than a year are newcomers. */
const NEWCOMER_WEEKS = 52;
/** Of each dimension, the groups with the most declarations. */
const MOST_GROUPS = 12;

/** Who is met by a rule: the groups of its declarations, by the four dimensions that fairness is asked of. */
export function groupsOf(
  units: readonly { readonly subject: Subject; readonly isHit: boolean }[],
): readonly GroupShare[] {
  const hits = units.filter((unit) => unit.isHit).length;
  return GROUP_DIMENSIONS.flatMap((dimension) => {
    const counts = new Map<string, { hits: number; all: number }>();
    for (const { subject, isHit } of units) {
      const value = valueIn(dimension, subject);
      const count = counts.get(value) ?? { hits: 0, all: 0 };
      counts.set(value, { hits: count.hits + (isHit ? 1 : 0), all: count.all + 1 });
    }
    return [...counts]
      .sort(([a, x], [b, y]) => y.hits - x.hits || y.all - x.all || (a < b ? -1 : 1))
      .slice(0, MOST_GROUPS)
      .map(([value, count]) => ({
        dimension,
        value,
        ...count,
        shareOfHits: hits === 0 ? 0 : Number((count.hits / hits).toFixed(6)),
        shareOfAll: Number((count.all / units.length).toFixed(6)),
      }));
  });
}

function valueIn(dimension: GroupDimension, subject: Subject): string {
  if (dimension !== "newcomer") return String(subject[dimension] ?? "");
  const weeks = subject.importerAgeWeeks;
  return typeof weeks === "number" ? String(weeks < NEWCOMER_WEEKS) : "";
}
