/** Raised when a complete search would take too long; nothing is then known. */
export class TooMuchToTry extends Error {}

/** Counts steps of a complete search and ends it when they are too many. */
export function searchBudget(steps: number): () => void {
  let taken = 0;
  return () => {
    if (++taken > steps) throw new TooMuchToTry();
  };
}

/**
 * Whether no choice per item fits together: a choice takes one unit from each resource it names, `room` is what they have, and
 * `owed` units must have been taken from them in the end. Tries everything, remembering situations that failed.
 */
export function nothingFits(choicesOfItems: readonly (readonly (readonly number[])[])[], room: readonly number[], owed: readonly number[], step: () => void): boolean {
  const choices = [...choicesOfItems].sort((a, b) => a.length - b.length);
  const left = [...room];
  const due = [...owed];
  const dead = new Set<string>();
  const canFinish = (turn: number): boolean => {
    step();
    const remaining = choices.length - turn;
    if (due.some((count) => count > remaining)) return false;
    if (remaining === 0) return true;
    const state = `${turn}/${left.map((count) => Math.min(count, remaining)).join()}/${due.map((count) => Math.max(0, count)).join()}`;
    if (dead.has(state)) return false;
    const found = choices[turn]!.some((choice) => {
      if (choice.some((resource) => left[resource]! < 1)) return false;
      for (const resource of choice) [left[resource], due[resource]] = [left[resource]! - 1, due[resource]! - 1];
      const finished = canFinish(turn + 1);
      for (const resource of choice) [left[resource], due[resource]] = [left[resource]! + 1, due[resource]! + 1];
      return finished;
    });
    if (!found) dead.add(state);
    return found;
  };
  return !canFinish(0);
}
