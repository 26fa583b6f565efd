import { divide, mean, multiply, subtract, sum, whole, type Rational } from './rational.js';

/** Mean squared distance from the mean, exact. @throws RangeError for an empty list */
export function populationVariance(scores: readonly Rational[]): Rational {
  const centre = mean(scores);
  const squares = scores.map((score) => {
    const distance = subtract(score, centre);
    return multiply(distance, distance);
  });
  return divide(sum(squares), whole(scores.length));
}
