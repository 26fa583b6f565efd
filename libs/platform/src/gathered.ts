interface Asker<Key, Answer> {
  key: Key;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Questions that come in the same turn of the event loop are put to the database as one. It is put after the last of them came, so that nobody gets an older answer than by
 * asking alone. Never to be used inside a transaction: the question is put outside of it.
 */
export class Gathered<Key, Answer> {
  private askers: Asker<Key, Answer>[] = [];

  /** `ask` answers the keys in their order. */
  constructor(private readonly ask: (keys: Key[]) => Promise<Answer[]>) {}

  of(key: Key): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.askers.push({ key, resolve, reject });
      if (this.askers.length === 1) setImmediate(() => void this.put());
    });
  }

  private async put(): Promise<void> {
    const askers = this.askers;
    this.askers = [];
    try {
      const answers = await this.ask(askers.map(({ key }) => key));
      for (const [index, { resolve }] of askers.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of askers) reject(error);
    }
  }
}
