/** Where the value of a JSON pointer stands in a text: `[start, end)` offsets; undefined when the text has no such place. */
export function placeOf(text: string, pointer: string): [number, number] | undefined {
  const wanted = pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const reader = new Reader(text);
  try {
    return reader.find(wanted);
  } catch {
    return undefined;
  }
}

/** Line and column (from 1) of an offset. */
export function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  find(wanted: readonly string[]): [number, number] | undefined {
    this.space();
    const start = this.at;
    const [next, ...rest] = wanted;
    if (next === undefined) {
      this.skip();
      return [start, this.at];
    }
    const open = this.text[this.at];
    if (open === '{') return this.members((name) => name === next, rest);
    if (open === '[') return this.members((_name, index) => String(index) === next, rest);
    return undefined;
  }

  /** Walks an object or list; goes into the member that is meant. */
  private members(meant: (name: string, index: number) => boolean, rest: readonly string[]): [number, number] | undefined {
    const object = this.text[this.at] === '{';
    this.at++;
    for (let index = 0; ; index++) {
      this.space();
      const char = this.text[this.at];
      if (char === '}' || char === ']' || char === undefined) return undefined;
      if (char === ',') {
        this.at++;
        index--;
        continue;
      }
      let name = '';
      if (object) {
        const from = this.at;
        this.string();
        name = JSON.parse(this.text.slice(from, this.at)) as string;
        this.space();
        this.at++;
      }
      if (meant(name, index)) return this.find(rest);
      this.skip();
    }
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private string(): void {
    this.at++;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at++;
  }

  private skip(): void {
    this.space();
    const char = this.text[this.at];
    if (char === '"') return this.string();
    if (char === '{' || char === '[') {
      let depth = 0;
      do {
        const now = this.text[this.at];
        if (now === '"') {
          this.string();
          continue;
        }
        if (now === '{' || now === '[') depth++;
        if (now === '}' || now === ']') depth--;
        this.at++;
      } while (depth > 0 && this.at < this.text.length);
      return;
    }
    while (this.at < this.text.length && !/[\s,\]}]/.test(this.text[this.at]!)) this.at++;
  }
}
