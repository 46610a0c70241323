/** Values of the columns of a table as small numbers: 0 where the value is missing, else 1 to 255 in the order of the values. */
export interface BinnedTable {
  readonly rows: number;
  /** For each column the upper bounds of its bins but the last, ascending. */
  readonly cuts: readonly Float64Array[];
  readonly bins: readonly Uint8Array[];
}

const MOST_BINS = 255;
/** How many values of a column are sorted at most to find its quantiles. */
const MOST_SORTED = 200_000;

/** Cuts each column at its quantiles, so that no bin holds much more than its share; NaN is a missing value. */
export function binTable(columns: readonly Float64Array[], mostBins = MOST_BINS): BinnedTable {
  const bins = Math.min(mostBins, MOST_BINS);
  return binTableAt(
    columns,
    Array.from({ length: bins - 1 }, (_, bin) => (bin + 1) / bins),
  );
}

/** The same with bins that end at the given shares of the rows, ascending; at most 254 of them. */
export function binTableAt(columns: readonly Float64Array[], shares: readonly number[]): BinnedTable {
  return binTableWith(
    columns,
    columns.map((column) => cutsOf(column, shares)),
  );
}

/** Bins columns by cuts that are known. */
function binTableWith(columns: readonly Float64Array[], cuts: readonly Float64Array[]): BinnedTable {
  const bins = columns.map((column, index) => {
    const bounds = cuts[index] ?? new Float64Array(0);
    return Uint8Array.from(column, (value) => binOf(bounds, value));
  });
  return { rows: columns[0]?.length ?? 0, cuts, bins };
}

/** The bin of a value: 0 for NaN, else one more than the number of bounds below the value. */
export function binOf(cuts: Float64Array, value: number): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function cutsOf(column: Float64Array, shares: readonly number[]): Float64Array {
  const step = Math.max(1, Math.floor(column.length / MOST_SORTED));
  const sorted = column.filter((value, index) => index % step === 0 && !Number.isNaN(value)).sort();
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  if (distinct.length <= shares.length + 1)
    return distinct.slice(0, -1).map((value, index) => between(value, distinct[index + 1]));
  const cuts: number[] = [];
  for (const share of shares) {
    const place = Math.floor(share * sorted.length);
    const below = sorted[place - 1] ?? sorted[0] ?? 0;
    const next = sorted[place] ?? 0;
    const cut = below === next ? below : between(below, next);
    if (cuts.length === 0 || cut > (cuts.at(-1) ?? 0)) cuts.push(cut);
  }
  return Float64Array.from(cuts.filter((cut) => cut < (distinct.at(-1) ?? 0)));
}

/** The middle of two values, or the lower one where they are too close or too far apart for a middle. */
function between(low: number, high = low): number {
  const middle = low + (high - low) / 2;
  return middle >= low && middle < high ? middle : low;
}
