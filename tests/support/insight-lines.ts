import type { InsightLine } from "@/domain/insight/rows";

/** A line that was released by the machine and that nobody looked at. */
export function insightLine(id: string, given: Partial<InsightLine> = {}): InsightLine {
  return {
    id,
    day: "2026-11-01",
    clearance: id,
    declaration: id,
    at: 0,
    line: 1,
    lane: "green",
    cause: "score",
    score: null,
    probability: null,
    isGenerated: false,
    importer: "importer",
    importerAgeWeeks: 300,
    isCertified: false,
    origin: "CN",
    course: "alone",
    finding: null,
    ...given,
  };
}

/** A look that chose goods for a reason, and what it found. */
export function found(revenue: number | null, isByChance = false): NonNullable<InsightLine["finding"]> {
  return { isIrregular: revenue !== null, revenue: revenue ?? 0, isByChance };
}
