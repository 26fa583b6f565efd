/**
 * Lower factor of a symmetric positive definite matrix, in place: row-major, `size` x `size`; the part above the diagonal is left as it is.
 * Two rows by two columns at a time: four sums that do not wait for each other. False when the matrix is not positive definite.
 */
export function factorise(matrix: Float64Array, size: number): boolean {
  const even = size - (size % 2);
  for (let row = 0; row < even; row += 2) if (!factoriseTwoRows(matrix, size, row)) return false;
  return even === size || factoriseLastRow(matrix, size);
}

function factoriseTwoRows(matrix: Float64Array, size: number, row: number): boolean {
  const upper = row * size;
  const lower = upper + size;
  for (let column = 0; column < row; column += 2) {
    const left = column * size;
    const right = left + size;
    let a = matrix[upper + column] as number;
    let b = matrix[upper + column + 1] as number;
    let c = matrix[lower + column] as number;
    let d = matrix[lower + column + 1] as number;
    for (let k = 0; k < column; k++) {
      const u = matrix[upper + k] as number;
      const l = matrix[lower + k] as number;
      const x = matrix[left + k] as number;
      const y = matrix[right + k] as number;
      a -= u * x;
      b -= u * y;
      c -= l * x;
      d -= l * y;
    }
    const first = matrix[left + column] as number;
    const link = matrix[right + column] as number;
    const second = matrix[right + column + 1] as number;
    a /= first;
    c /= first;
    matrix[upper + column] = a;
    matrix[lower + column] = c;
    matrix[upper + column + 1] = (b - a * link) / second;
    matrix[lower + column + 1] = (d - c * link) / second;
  }
  let p = matrix[upper + row] as number;
  let q = matrix[lower + row] as number;
  let r = matrix[lower + row + 1] as number;
  for (let k = 0; k < row; k++) {
    const u = matrix[upper + k] as number;
    const l = matrix[lower + k] as number;
    p -= u * u;
    q -= u * l;
    r -= l * l;
  }
  if (!(p > 0)) return false;
  p = Math.sqrt(p);
  q /= p;
  r -= q * q;
  if (!(r > 0)) return false;
  matrix[upper + row] = p;
  matrix[lower + row] = q;
  matrix[lower + row + 1] = Math.sqrt(r);
  return true;
}

function factoriseLastRow(matrix: Float64Array, size: number): boolean {
  const row = size - 1;
  const own = matrix.subarray(row * size, size * size);
  forward(matrix, row, own, size);
  let pivot = own[row] as number;
  for (let k = 0; k < row; k++) pivot -= (own[k] as number) ** 2;
  if (!(pivot > 0)) return false;
  own[row] = Math.sqrt(pivot);
  return true;
}

/** Solves L z = r, in place, for the leading `size` rows of a factor whose rows are `stride` long. */
export function forward(factor: Float64Array, size: number, r: Float64Array, stride = size): void {
  for (let row = 0; row < size; row++) {
    const at = row * stride;
    let [even, odd] = [r[row] as number, 0];
    let k = 0;
    for (; k + 1 < row; k += 2) {
      even -= (factor[at + k] as number) * (r[k] as number);
      odd -= (factor[at + k + 1] as number) * (r[k + 1] as number);
    }
    if (k < row) even -= (factor[at + k] as number) * (r[k] as number);
    r[row] = (even + odd) / (factor[at + row] as number);
  }
}

/** Solves L' x = z, in place. */
export function backward(factor: Float64Array, size: number, z: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    const at = row * size;
    const x = (z[row] as number) / (factor[at + row] as number);
    z[row] = x;
    for (let k = 0; k < row; k++) z[k]! -= (factor[at + k] as number) * x;
  }
}

/** Inverse of the matrix whose lower factor is given. */
export const inverseOf = (factor: Float64Array, size: number): Float64Array => inversesOf(factor, size, size).whole;

/** Inverse of the matrix whose lower factor is given, and that of its leading `part` x `part` block. */
export function inversesOf(factor: Float64Array, size: number, part: number): { whole: Float64Array; leading: Float64Array } {
  const lower = inverseFactor(factor, size);
  const whole = new Float64Array(size * size);
  const leading = new Float64Array(part * part);
  for (let row = 0; row < size; row++) {
    const own = whole.subarray(row * size, row * size + row + 1);
    for (let k = row; k < size; k++) {
      if (k === part && row < part) leading.set(own, row * part);
      const at = k * size;
      const left = lower[at + row] as number;
      for (let column = 0; column <= row; column++) own[column]! += left * (lower[at + column] as number);
    }
    if (part === size) leading.set(own, row * part);
  }
  mirror(whole, size);
  mirror(leading, part);
  return { whole, leading };
}

/** Inverse of a lower factor. */
function inverseFactor(factor: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const own = lower.subarray(row * size, row * size + row + 1);
    for (let k = 0; k < row; k++) {
      const at = k * size;
      const share = factor[row * size + k] as number;
      for (let column = 0; column <= k; column++) own[column]! -= share * (lower[at + column] as number);
    }
    const pivot = factor[row * size + row] as number;
    own[row] = 1;
    for (let column = 0; column <= row; column++) own[column]! /= pivot;
  }
  return lower;
}

function mirror(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) for (let column = row + 1; column < size; column++) matrix[row * size + column] = matrix[column * size + row] as number;
}
