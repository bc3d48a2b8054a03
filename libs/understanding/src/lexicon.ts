/** Shorter words have too many neighbours to be corrected. */
const MIN_TYPO_CHARS = 5;
/** In words as short as this only swapped neighbours are forgiven: tlak. */
const SWAPPABLE_CHARS = 4;
const SHORTEST_STEM_CHARS = 3;
/** Two words run together are told apart when one is as long as this: to|somebody. */
const MIN_PARTED_CHARS = 6;
/** Below this the halves of an ordinary word would be words, too: in|form. */
const MIN_HALF_CHARS = 4;
const REMEMBERED_WORDS = 20_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * Which classes a word belongs to, one slip of the finger forgiven. Slips are found through a table of every listed
 * word with one letter left out: two words within one edit share such a form.
 */
export class Lexicon {
  private readonly exact = new Map<string, Set<string>>();
  private readonly stems = new Map<string, Set<string>>();
  /** Made at the first word that is not known; of most languages none ever comes. */
  private shortened: ReadonlyMap<string, readonly string[]> | null = null;
  private readonly remembered = new Map<string, ReadonlySet<string>>();
  private readonly exactly = new Map<string, ReadonlySet<string>>();
  private readonly seams = new Map<string, number | null>();
  private readonly notTypos: ReadonlySet<string>;

  constructor(words: Readonly<Record<string, readonly string[]>>, notTypos: readonly string[]) {
    for (const [name, list] of Object.entries(words)) {
      for (const word of list) {
        if (word.endsWith('*')) add(this.stems, word.slice(0, -1), name);
        else add(this.exact, word, name);
      }
    }
    this.notTypos = new Set(notTypos);
  }

  classesOf(word: string): ReadonlySet<string> {
    const known = this.remembered.get(word);
    if (known) return known;
    const classes = this.look(word);
    if (this.remembered.size >= REMEMBERED_WORDS) this.remembered.clear();
    this.remembered.set(word, classes);
    return classes;
  }

  /** Where a space was forgotten: after so many letters begins the second of two listed words. null: it is one word. */
  seamOf(word: string): number | null {
    let seam = this.seams.get(word);
    if (seam !== undefined) return seam;
    seam = this.findSeam(word);
    if (this.seams.size >= REMEMBERED_WORDS) this.seams.clear();
    this.seams.set(word, seam);
    return seam;
  }

  exactClassesOf(word: string): ReadonlySet<string> {
    const known = this.exactly.get(word);
    if (known) return known;
    const classes = this.lookExactly(word);
    if (this.exactly.size >= REMEMBERED_WORDS) this.exactly.clear();
    this.exactly.set(word, classes);
    return classes;
  }

  private lookExactly(word: string): ReadonlySet<string> {
    const exact = this.exact.get(word);
    const stem = this.stemOf(word);
    return exact && stem ? new Set([...exact, ...stem]) : (exact ?? stem ?? NONE);
  }

  /** As which the word stands in the lists: itself, its stem, or the word it is a slip of. */
  listedAs(word: string): string[] {
    const known = this.exact.has(word) ? [word] : [];
    for (let length = word.length; length >= SHORTEST_STEM_CHARS; length -= 1) {
      if (this.stems.has(word.slice(0, length))) known.push(`${word.slice(0, length)}*`);
    }
    const corrected = known.length === 0 ? this.corrected(word) : undefined;
    return corrected === undefined ? known : [corrected];
  }

  private findSeam(word: string): number | null {
    if (word.length < MIN_PARTED_CHARS + 2 || word.length > 30 || this.notTypos.has(word) || this.classesOf(word).size > 0) return null;
    for (let at = 2; at <= word.length - 2; at += 1) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (!this.exact.has(left) || !this.exact.has(right)) continue;
      const joins = this.isGlue(left) || this.isGlue(right);
      if (joins ? Math.max(left.length, right.length) >= MIN_PARTED_CHARS : Math.min(left.length, right.length) >= MIN_HALF_CHARS) return at;
    }
    return null;
  }

  private isGlue(word: string): boolean {
    return this.exact.get(word)!.has('glue');
  }

  private look(word: string): ReadonlySet<string> {
    const exact = this.exactClassesOf(word);
    return exact.size > 0 ? exact : (this.exact.get(this.corrected(word) ?? '') ?? NONE);
  }

  private stemOf(word: string): ReadonlySet<string> | undefined {
    for (let length = word.length; length >= SHORTEST_STEM_CHARS; length -= 1) {
      const found = this.stems.get(word.slice(0, length));
      if (found) return found;
    }
    return undefined;
  }

  private corrected(word: string): string | undefined {
    if (word.length === SWAPPABLE_CHARS && !this.notTypos.has(word)) return withNeighboursSwapped(word).find((swapped) => this.exact.has(swapped));
    if (word.length < MIN_TYPO_CHARS || word.length > 24 || this.notTypos.has(word) || /\d/.test(word)) return undefined;
    this.shortened ??= shortenedFormsOf(this.exact.keys());
    for (const form of [word, ...withoutOneLetter(word)]) {
      const near = this.shortened.get(form)?.find((candidate) => isOneSlipAway(word, candidate));
      if (near) return near;
    }
    return undefined;
  }
}

function shortenedFormsOf(words: Iterable<string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < MIN_TYPO_CHARS) continue;
    for (const form of [word, ...withoutOneLetter(word)]) {
      const same = forms.get(form);
      if (same) same.push(word);
      else forms.set(form, [word]);
    }
  }
  return forms;
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key);
  if (names) names.add(name);
  else map.set(key, new Set([name]));
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** The first letter stays where it is: people get that right. */
function withNeighboursSwapped(word: string): string[] {
  return [1, 2].map((i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
}

/** One letter more, less, other, or two neighbours swapped. Another first letter makes another word: talking, walking. */
function isOneSlipAway(word: string, listed: string): boolean {
  let i = 0;
  while (i < word.length && word[i] === listed[i]) i += 1;
  const rest = word.slice(i);
  const listedRest = listed.slice(i);
  if (rest.slice(1) === listedRest.slice(1)) return i > 0;
  if (rest.slice(1) === listedRest || rest === listedRest.slice(1)) return true;
  return rest[0] === listedRest[1] && rest[1] === listedRest[0] && rest.slice(2) === listedRest.slice(2);
}
