import type { Judged } from "./judge";

/** The values of one band of confidence, from `from` up to the next band. */
export interface Band {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}

/** What a threshold lets through. */
export interface Gate {
  readonly threshold: number;
  readonly passed: number;
  /** Of what passes, the share that is right. */
  readonly precision: number;
  /** Of all right values, the share that passes. */
  readonly coverage: number;
}

const BANDS = [0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98];

type Said = Judged & { readonly confidence: number };

/** The values of which the reader said how sure it is. */
export function withConfidence(values: readonly Judged[]): readonly Said[] {
  return values.filter((each): each is Said => each.confidence !== null);
}

/** How many values of each band are right; bands without values are left out. */
export function bandsOf(values: readonly Said[]): readonly Band[] {
  return BANDS.map((from, at) => {
    const next = BANDS[at + 1] ?? Number.POSITIVE_INFINITY;
    const inside = values.filter(({ confidence }) => confidence >= from && confidence < next);
    return { from, count: inside.length, right: inside.filter(({ isRight }) => isRight).length };
  }).filter(({ count }) => count > 0);
}

/** What passes when everything from the threshold on is taken without a question. */
export function gateAt(threshold: number, values: readonly Said[]): Gate {
  const passed = values.filter(({ confidence }) => confidence >= threshold);
  const right = (of: readonly Said[]) => of.filter(({ isRight }) => isRight).length;
  return {
    threshold,
    passed: passed.length,
    precision: right(passed) / passed.length,
    coverage: right(passed) / right(values),
  };
}

/** The lowest threshold from which on no more than this share is wrong; null where there is none. */
export function thresholdFor(wrong: number, values: readonly Said[]): number | null {
  const thresholds = [...new Set(values.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  return thresholds.find((each) => 1 - gateAt(each, values).precision <= wrong) ?? null;
}
