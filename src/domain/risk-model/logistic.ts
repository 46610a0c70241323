const STEPS = 25;

/** Weights of a logistic regression with an L2 penalty, the last of them the offset, by Newton's method. */
export function fitLogistic(
  columns: readonly Float64Array[],
  targets: Float64Array,
  weights: Float64Array,
  l2: number,
): Float64Array {
  const size = columns.length + 1;
  const solution = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const { gradient, hessian } = slopesAt(solution, columns, targets, weights, l2);
    const change = solve(hessian, gradient, size);
    let largest = 0;
    for (let index = 0; index < size; index++) {
      solution[index] = (solution[index] ?? 0) - (change[index] ?? 0);
      largest = Math.max(largest, Math.abs(change[index] ?? 0));
    }
    if (largest < 1e-9) break;
  }
  return solution;
}

function slopesAt(
  solution: Float64Array,
  columns: readonly Float64Array[],
  targets: Float64Array,
  weights: Float64Array,
  l2: number,
) {
  const size = solution.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const row = new Float64Array(size).fill(1);
  for (let index = 0; index < size; index++) {
    gradient[index] = l2 * (solution[index] ?? 0);
    hessian[index * size + index] = l2;
  }
  for (let place = 0; place < targets.length; place++) {
    let margin = solution[size - 1] ?? 0;
    for (let index = 0; index < size - 1; index++) {
      row[index] = columns[index]?.[place] ?? 0;
      margin += (solution[index] ?? 0) * (row[index] ?? 0);
    }
    const guess = 1 / (1 + Math.exp(-margin));
    const weight = weights[place] ?? 0;
    addRow(gradient, hessian, row, weight * (guess - (targets[place] ?? 0)), weight * guess * (1 - guess));
  }
  return { gradient, hessian };
}

function addRow(gradient: Float64Array, hessian: Float64Array, row: Float64Array, slope: number, curve: number): void {
  const size = row.length;
  for (let index = 0; index < size; index++) {
    const value = row[index] ?? 0;
    gradient[index] = (gradient[index] ?? 0) + slope * value;
    const scaled = curve * value;
    for (let other = 0; other <= index; other++) {
      const at = index * size + other;
      hessian[at] = (hessian[at] ?? 0) + scaled * (row[other] ?? 0);
    }
  }
}

/** Solves a positive definite system, of which the lower half is given, by Cholesky's method. */
function solve(lower: Float64Array, right: Float64Array, size: number): Float64Array {
  const root = rootOf(lower, size);
  const at = (row: number, column: number) => root[row * size + column] ?? 0;
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    let sum = solution[row] ?? 0;
    for (let inner = 0; inner < row; inner++) sum -= at(row, inner) * (solution[inner] ?? 0);
    solution[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0;
    for (let inner = row + 1; inner < size; inner++) sum -= at(inner, row) * (solution[inner] ?? 0);
    solution[row] = sum / at(row, row);
  }
  return solution;
}

/** The lower triangle that gives the matrix when multiplied with itself turned over. */
function rootOf(lower: Float64Array, size: number): Float64Array {
  const root = lower.slice();
  const at = (row: number, column: number) => root[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column);
      for (let inner = 0; inner < column; inner++) sum -= at(row, inner) * at(column, inner);
      root[row * size + column] = row === column ? Math.sqrt(Math.max(1e-12, sum)) : sum / at(column, column);
    }
  }
  return root;
}
