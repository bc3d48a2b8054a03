/** Where things stand in a JSON text: the offset of every value by its dotted path, and of the first thing that is wrong. */
export interface JsonPlaces {
  readonly at: ReadonlyMap<string, number>;
  /** null: nothing is wrong */
  readonly wrongAt: number | null;
}

const DEEPEST = 200;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;

/** @param root what the outermost value is called */
export function placesIn(text: string, root: string): JsonPlaces {
  const walk = new Walk(text);
  return { wrongAt: walk.run(root) ? null : walk.position, at: walk.at };
}

/** As editors count: `3:14`. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

class Walk {
  readonly at = new Map<string, number>();
  position = 0;

  constructor(private readonly text: string) {}

  run(root: string): boolean {
    const ok = this.value(root, 0);
    this.space();
    return ok && this.position === this.text.length;
  }

  private value(path: string, depth: number): boolean {
    this.space();
    if (depth > DEEPEST) return false;
    this.at.set(path, this.position);
    switch (this.text[this.position]) {
      case '{':
        return this.members('}', () => this.member(path, depth));
      case '[':
        return this.members(']', (index) => this.value(`${path}.${index}`, depth + 1));
      case '"':
        return this.take(TEXT) !== null;
      default:
        return this.take(LITERAL) !== null;
    }
  }

  private member(path: string, depth: number): boolean {
    const keyAt = this.position;
    const key = this.take(TEXT);
    if (key === null || !this.sign(':')) return false;
    const inside = `${path}.${JSON.parse(key) as string}`;
    const ok = this.value(inside, depth + 1);
    this.at.set(inside, keyAt);
    return ok;
  }

  private members(end: '}' | ']', member: (index: number) => boolean): boolean {
    this.position += 1;
    if (this.sign(end)) return true;
    for (let index = 0; ; index += 1) {
      this.space();
      if (!member(index)) return false;
      if (this.sign(end)) return true;
      if (!this.sign(',')) return false;
    }
  }

  private sign(sign: string): boolean {
    this.space();
    if (this.text[this.position] !== sign) return false;
    this.position += 1;
    return true;
  }

  private space(): void {
    this.take(SPACE);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.position += found[0].length;
    return found[0];
  }
}
