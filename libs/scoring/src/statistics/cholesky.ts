/** Lower factor of a symmetric positive definite matrix, in place: row-major, `size` x `size`. False when the matrix is not positive definite. */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++) {
    const rowAt = row * size;
    for (let column = 0; column < row; column++) {
      const columnAt = column * size;
      let sum = matrix[rowAt + column] as number;
      for (let k = 0; k < column; k++) sum -= (matrix[rowAt + k] as number) * (matrix[columnAt + k] as number);
      matrix[rowAt + column] = sum / (matrix[columnAt + column] as number);
    }
    let pivot = matrix[rowAt + row] as number;
    for (let k = 0; k < row; k++) pivot -= (matrix[rowAt + k] as number) ** 2;
    if (!(pivot > 0)) return false;
    matrix[rowAt + row] = Math.sqrt(pivot);
  }
  return true;
}

/** Solves L z = r, in place. */
export function forward(factor: Float64Array, size: number, r: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let sum = r[row] as number;
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] as number) * (r[k] as number);
    r[row] = sum / (factor[row * size + row] as number);
  }
}

/** Solves L' x = z, in place. */
export function backward(factor: Float64Array, size: number, z: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    let sum = z[row] as number;
    for (let k = row + 1; k < size; k++) sum -= (factor[k * size + row] as number) * (z[k] as number);
    z[row] = sum / (factor[row * size + row] as number);
  }
}

/** Inverse of the leading `of` x `of` block of the matrix whose lower factor is given. */
export function inverseOf(factor: Float64Array, size: number, of = size): Float64Array {
  const lower = new Float64Array(of * of);
  for (let column = 0; column < of; column++) {
    lower[column * of + column] = 1 / (factor[column * size + column] as number);
    for (let row = column + 1; row < of; row++) {
      let sum = 0;
      for (let k = column; k < row; k++) sum -= (factor[row * size + k] as number) * (lower[k * of + column] as number);
      lower[row * of + column] = sum / (factor[row * size + row] as number);
    }
  }
  const inverse = new Float64Array(of * of);
  for (let k = 0; k < of; k++) {
    for (let row = 0; row <= k; row++) {
      const left = lower[k * of + row] as number;
      for (let column = 0; column <= row; column++) inverse[row * of + column]! += left * (lower[k * of + column] as number);
    }
  }
  for (let row = 0; row < of; row++) for (let column = row + 1; column < of; column++) inverse[row * of + column] = inverse[column * of + row] as number;
  return inverse;
}
