import { exp, ln } from './portable-math.js';

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];
const LN_SQRT_2PI = 0.9189385332046727;

/** Logarithm of the gamma function, for x > 0 (Lanczos, g = 7). */
export function lnGamma(x: number): number {
  const t = x + 6.5;
  let sum = LANCZOS[0] as number;
  for (let index = 1; index < LANCZOS.length; index++) sum += (LANCZOS[index] as number) / (x - 1 + index);
  return LN_SQRT_2PI + (x - 0.5) * ln(t) - t + ln(sum);
}

const TINY = 1e-300;
const ROUNDS = 500;

/** Regularised incomplete beta function I_x(a, b) by Lentz's continued fraction. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= ROUNDS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}

const notZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x);

/** Upper tail of the chi-square distribution. */
export function chiSquareTail(x: number, df: number): number {
  return x <= 0 ? 1 : 1 - lowerGamma(df / 2, x / 2);
}

/** Regularised lower incomplete gamma function P(a, x). */
function lowerGamma(a: number, x: number): number {
  const front = exp(a * ln(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 2 * ROUNDS && Math.abs(term) > 1e-17 * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * front;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n <= ROUNDS; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / notZero(an * d + b);
    c = notZero(b + an / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return 1 - front * result;
}

/** Distribution function of F. */
export const fDistribution = (x: number, df1: number, df2: number): number => (x <= 0 ? 0 : incompleteBeta((df1 * x) / (df1 * x + df2), df1 / 2, df2 / 2));

/** Quantile of F, by bisection. */
export function fQuantile(p: number, df1: number, df2: number): number {
  let low = 0;
  let high = 1;
  while (fDistribution(high, df1, df2) < p && high < 1e300) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (fDistribution(middle, df1, df2) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Two-sided quantile of Student's t: the value that |t| stays below with probability p. */
export const tTwoSided = (p: number, df: number): number => Math.sqrt(fQuantile(p, 1, df));

/** Upper tail of the standard normal distribution. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  return z === 0 ? 0.5 : (1 - lowerGamma(0.5, (z * z) / 2)) / 2;
}

export const normalDensity = (z: number): number => exp(-(z * z) / 2) / 2.5066282746310002;
