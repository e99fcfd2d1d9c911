/** What a regression of one list on columns says: the coefficients, and all that their uncertainty is made of. */
export type Fit = {
  readonly coefficients: readonly number[];
  /** The sum of squared residuals. */
  readonly squares: number;
  /** ln det(XᵀX). */
  readonly logDeterminant: number;
  /** wᵀ(XᵀX)⁻¹w: times the residual variance, the variance of the weighted sum of coefficients. */
  readonly spread: (weights: readonly number[]) => number;
};

/**
 * Ordinary least squares by the Cholesky factor of XᵀX; null where a column is (nearly) a sum of others.
 *
 * `rows` hold the columns of one observation each. Columns are to be of like size: nothing is scaled here.
 */
export const leastSquares = (rows: readonly Float64Array[], values: Float64Array): Fit | null => {
  const width = rows[0]?.length ?? 0;
  const factor = choleskyFactor(productOfColumns(rows, width), width);
  if (!factor) return null;
  const right = new Float64Array(width);
  rows.forEach((row, n) => {
    for (let i = 0; i < width; i++) right[i] = at(right, i) + at(row, i) * at(values, n);
  });
  const coefficients = backward(factor, forward(factor, right, width), width);
  let squares = 0;
  rows.forEach((row, n) => {
    let residual = at(values, n);
    for (let i = 0; i < width; i++) residual -= at(row, i) * at(coefficients, i);
    squares += residual * residual;
  });
  let logDeterminant = 0;
  for (let i = 0; i < width; i++) logDeterminant += 2 * Math.log(at(factor, i * width + i));
  return {
    coefficients: [...coefficients],
    squares,
    logDeterminant,
    spread: (weights) => forward(factor, Float64Array.from(weights), width).reduce((sum, each) => sum + each * each, 0),
  };
};

const at = (list: Float64Array, index: number): number => list[index] ?? 0;

const productOfColumns = (rows: readonly Float64Array[], width: number): Float64Array => {
  const product = new Float64Array(width * width);
  for (const row of rows)
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++) product[i * width + j] = at(product, i * width + j) + at(row, i) * at(row, j);
  return product;
};

/** A pivot below this share of its column's own square is a column that the others make up. */
const singular = 1e-10;

const choleskyFactor = (lower: Float64Array, width: number): Float64Array | null => {
  const factor = new Float64Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = at(lower, i * width + j);
      for (let k = 0; k < j; k++) sum -= at(factor, i * width + k) * at(factor, j * width + k);
      if (i !== j) factor[i * width + j] = sum / at(factor, j * width + j);
      else if (sum > singular * at(lower, i * width + i)) factor[i * width + i] = Math.sqrt(sum);
      else return null;
    }
  return factor;
};

/** Solves Lx = b. */
const forward = (factor: Float64Array, right: Float64Array, width: number): Float64Array => {
  const solved = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    let sum = at(right, i);
    for (let k = 0; k < i; k++) sum -= at(factor, i * width + k) * at(solved, k);
    solved[i] = sum / at(factor, i * width + i);
  }
  return solved;
};

/** Solves Lᵀx = b. */
const backward = (factor: Float64Array, right: Float64Array, width: number): Float64Array => {
  const solved = new Float64Array(width);
  for (let i = width - 1; i >= 0; i--) {
    let sum = at(right, i);
    for (let k = i + 1; k < width; k++) sum -= at(factor, k * width + i) * at(solved, k);
    solved[i] = sum / at(factor, i * width + i);
  }
  return solved;
};
