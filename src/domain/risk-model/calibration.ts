import { softplus } from "./noisy-or";

/** Turns what a forest gives into log-odds: affine, so that contributions stay additive. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const STEPS = 50;

/**
 * The affine map after which the weighted log loss is least (Platt), by Newton's method. A step that would make the loss
 * worse is halved: where few are a yes, a whole step can fly far beyond the least and never come back.
 */
export function calibrate(
  margins: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights: ArrayLike<number>,
): Calibration {
  let at: Calibration = { slope: 1, offset: 0 };
  let loss = lossAt(at, margins, targets, weights);
  for (let step = 0; step < STEPS; step++) {
    const [gs, go, hss, hso, hoo] = slopesAt(at.slope, at.offset, margins, targets, weights);
    const determinant = hss * hoo - hso * hso;
    if (!(determinant > 1e-12)) break;
    const [ds, dOffset] = [(hoo * gs - hso * go) / determinant, (hss * go - hso * gs) / determinant];
    let [share, next, after] = [2, at, Number.POSITIVE_INFINITY];
    for (let halving = 0; halving < HALVINGS && !(after <= loss); halving++) {
      share /= 2;
      next = { slope: at.slope - share * ds, offset: at.offset - share * dOffset };
      after = lossAt(next, margins, targets, weights);
    }
    if (!(after <= loss)) break;
    [at, loss] = [next, after];
    if (share * (Math.abs(ds) + Math.abs(dOffset)) < 1e-10) break;
  }
  // A map that turns the order around, or a column of one kind, teaches nothing: the forest is believed as it is.
  return at.slope > 0 && Number.isFinite(at.slope) && Number.isFinite(at.offset) ? at : { slope: 1, offset: 0 };
}

/** How often a step is halved before there is nothing better in its direction. */
const HALVINGS = 40;

/** The weighted log loss, and the little that is held against steep slopes. */
function lossAt(
  { slope, offset }: Calibration,
  margins: ArrayLike<number>,
  targets: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  let sum = 5e-4 * ((slope - 1) ** 2 + offset ** 2);
  for (let row = 0; row < margins.length; row++) {
    const logOdds = slope * (margins[row] ?? 0) + offset;
    sum += (weights[row] ?? 0) * (softplus(logOdds) - (targets[row] ?? 0) * logOdds);
  }
  return sum;
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
