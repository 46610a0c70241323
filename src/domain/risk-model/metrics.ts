/** Outcomes with the scores that were given to them, and how much each counts. */
export interface Judged {
  readonly scores: ArrayLike<number>;
  readonly isPositive: ArrayLike<number>;
  /** All count the same where left out. */
  readonly weights?: ArrayLike<number>;
}

/** The chance that an irregular one has a higher score than a regular one, ties counting half; NaN where one kind is missing. */
export function areaUnderCurve({ scores, isPositive, weights }: Judged): number {
  const order = byScore(scores, -1);
  let below = 0;
  let positives = 0;
  let sum = 0;
  for (let start = 0; start < order.length; ) {
    let [yes, no, end] = [0, 0, start];
    for (; end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]; end++) {
      const row = order[end] ?? 0;
      const weight = weights?.[row] ?? 1;
      if (isPositive[row]) yes += weight;
      else no += weight;
    }
    sum += yes * (below + no / 2);
    positives += yes;
    below += no;
    start = end;
  }
  return positives > 0 && below > 0 ? sum / (positives * below) : Number.NaN;
}

/** The mean of the precision at each irregular one, from the highest score down; NaN where there is none. */
export function averagePrecision({ scores, isPositive, weights }: Judged): number {
  let [yes, all, sum] = [0, 0, 0];
  for (const row of byScore(scores, 1)) {
    const weight = weights?.[row] ?? 1;
    all += weight;
    if (!isPositive[row]) continue;
    yes += weight;
    sum += (weight * yes) / all;
  }
  return yes > 0 ? sum / yes : Number.NaN;
}

export interface AtShare {
  readonly precision: number;
  /** Share of all irregular ones that are among the looked at. */
  readonly recall: number;
}

/** What is found when the share of rows with the highest scores is looked at. */
export function atShare({ scores, isPositive, weights }: Judged, share: number): AtShare {
  const order = byScore(scores, 1);
  const total = order.reduce((sum, row) => sum + (weights?.[row] ?? 1), 0);
  let [taken, found, all] = [0, 0, 0];
  for (const row of order) {
    const weight = weights?.[row] ?? 1;
    if (taken < share * total) {
      taken += weight;
      if (isPositive[row]) found += weight;
    }
    if (isPositive[row]) all += weight;
  }
  return { precision: taken > 0 ? found / taken : Number.NaN, recall: all > 0 ? found / all : Number.NaN };
}

/**
 * How far probabilities are from what happened, on average over twenty groups of equal weight in the order of the
 * probabilities: 0 where, of those with 30 %, 30 % are irregular.
 */
export function calibrationError({ scores, isPositive, weights }: Judged, groups = 20): number {
  const order = byScore(scores, 1);
  const total = order.reduce((sum, row) => sum + (weights?.[row] ?? 1), 0);
  let [seen, expected, happened, error] = [0, 0, 0, 0];
  let group = 1;
  for (const row of order) {
    const weight = weights?.[row] ?? 1;
    seen += weight;
    expected += weight * (scores[row] ?? 0);
    if (isPositive[row]) happened += weight;
    if (seen + 1e-9 < (group * total) / groups) continue;
    error += Math.abs(expected - happened);
    [expected, happened] = [0, 0];
    while (seen + 1e-9 >= (group * total) / groups) group++;
  }
  return total > 0 ? (error + Math.abs(expected - happened)) / total : Number.NaN;
}

/**
 * The population stability index of a column between two times: 0 where its values are spread the same over the ten
 * bins of equal size of the first, above 0.25 by convention a shift that asks for a look. NaN is a bin of its own.
 */
export function stabilityIndex(before: ArrayLike<number>, after: ArrayLike<number>, bins = 10): number {
  const sorted = Array.from(before)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const bounds = Array.from(
    { length: bins - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins)] ?? 0,
  );
  const [was, is] = [shares(before, bounds), shares(after, bounds)];
  return was.reduce((sum, share, bin) => sum + ((is[bin] ?? 0) - share) * Math.log((is[bin] ?? 0) / share), 0);
}

/** Shares of the bins, with half a row in each bin so that none is empty. */
function shares(values: ArrayLike<number>, bounds: readonly number[]): readonly number[] {
  const counts = new Array<number>(bounds.length + 2).fill(0.5);
  for (const value of Array.from(values)) {
    const bin = Number.isNaN(value) ? bounds.length + 1 : bounds.filter((bound) => bound <= value).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** The interval in which a figure lies for 95 of 100 random samples of the rows, drawn with repetition. */
export function bootstrapInterval(
  rows: number,
  figure: (sample: Int32Array) => number,
  samples: number,
  random: () => number,
): readonly [number, number] {
  const seen = Array.from({ length: samples }, () =>
    figure(Int32Array.from({ length: rows }, () => Math.floor(random() * rows))),
  ).sort((a, b) => a - b);
  const at = (share: number) => seen[Math.min(samples - 1, Math.floor(share * samples))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** Row numbers from the highest score (1) or the lowest (-1) on; equal scores stay in their order. */
function byScore(scores: ArrayLike<number>, direction: 1 | -1): readonly number[] {
  return Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => direction * ((scores[b] ?? 0) - (scores[a] ?? 0)) || a - b,
  );
}
