interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Given {
  /** The row or the cell that is worked on. */
  readonly row: Edges;
  readonly height: number;
  /** The room of the window, and how far down the bar reaches that stays in sight. */
  readonly window: { readonly width: number; readonly height: number };
  readonly ceiling: number;
  /** Whether it is wished at the left of the row, where there is room. */
  readonly isBeside: boolean;
}

interface Place {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  /** No higher than this, and what does not fit is scrolled to. */
  readonly maxHeight: number;
}

/** Space between the loupe and the row. */
const GAP = 6;
/** A cell is narrower than its place is readable. */
const LEAST_WIDTH = 380;
const MOST_WIDTH = 560;
const EDGE = 8;

/**
 * Where the loupe lies: at the left of its row if that is wished and wide enough, else above it, or below where there is
 * more room. It covers neither the row nor the bar, and ends within the window.
 */
export function placeLoupe({ row, height, window, ceiling, isBeside }: Given): Place {
  const width = Math.min(Math.max(row.right - row.left, LEAST_WIDTH), MOST_WIDTH, window.width - 2 * EDGE);
  const first = ceiling + GAP;
  const last = window.height - EDGE;
  if (isBeside && row.left - GAP - width >= EDGE) {
    const shown = Math.min(height, last - first);
    const top = Math.min((row.top + row.bottom - shown) / 2, last - shown);
    return { width, left: row.left - GAP - width, top: Math.max(first, top), maxHeight: last - first };
  }
  const left = Math.min(Math.max(EDGE, row.right - width), window.width - EDGE - width);
  const [above, below] = [row.top - GAP - first, last - row.bottom - GAP];
  if (above >= height || above >= below)
    return { width, left, top: Math.max(first, row.top - GAP - height), maxHeight: Math.max(0, above) };
  return { width, left, top: row.bottom + GAP, maxHeight: Math.max(0, below) };
}
