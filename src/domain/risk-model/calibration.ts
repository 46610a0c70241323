/** Turns what a forest gives into log-odds: affine, so that contributions stay additive. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const STEPS = 50;

/** The affine map after which the weighted log loss is least (Platt), by Newton's method. */
export function calibrate(
  margins: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights: ArrayLike<number>,
): Calibration {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < STEPS; step++) {
    const [gs, go, hss, hso, hoo] = slopesAt(slope, offset, margins, targets, weights);
    const determinant = hss * hoo - hso * hso;
    if (!(determinant > 1e-12)) break;
    const [ds, dOffset] = [(hoo * gs - hso * go) / determinant, (hss * go - hso * gs) / determinant];
    slope -= ds;
    offset -= dOffset;
    if (Math.abs(ds) + Math.abs(dOffset) < 1e-10) break;
  }
  // A map that turns the order around, or a column of one kind, teaches nothing: the forest is believed as it is.
  return slope > 0 && Number.isFinite(slope) && Number.isFinite(offset) ? { slope, offset } : { slope: 1, offset: 0 };
}

function slopesAt(
  slope: number,
  offset: number,
  margins: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights: ArrayLike<number>,
): readonly [number, number, number, number, number] {
  // A little is held against steep slopes, so that separable samples have a least.
  let [gs, go, hss, hso, hoo] = [1e-3 * (slope - 1), 1e-3 * offset, 1e-3, 0, 1e-3];
  for (let row = 0; row < margins.length; row++) {
    const margin = margins[row] ?? 0;
    const guess = probabilityOf(slope * margin + offset);
    const weight = weights[row] ?? 0;
    const gradient = weight * (guess - (targets[row] ?? 0));
    const hessian = weight * guess * (1 - guess);
    gs += gradient * margin;
    go += gradient;
    hss += hessian * margin * margin;
    hso += hessian * margin;
    hoo += hessian;
  }
  return [gs, go, hss, hso, hoo];
}

/** The probability of log-odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
