/** What a model says of its own answer, as far as it kept to the form. */
export interface Header {
  /** 0…1 */
  readonly confidence: number;
  readonly answered: boolean;
  readonly topics: readonly string[];
  /** 0…1 */
  readonly complexity: number | null;
  /** Numbers of the articles used, from 1. */
  readonly sources: readonly number[];
}

/** `more`: not decidable yet. `none`: this reply has no header; everything so far is text. */
export type HeaderReading =
  | { readonly kind: 'more' }
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'header'; readonly header: Header; readonly text: string };

/** A header that goes on longer than this is none. Characters. */
const LONGEST_HEADER = 2000;
const MOST_TOPICS = 10;

/**
 * Reads the header off the beginning of a reply that is still being written. Models decorate: a code fence around it, the
 * word "json", thoughts in `<think>` before it, single quotes, no quotes, several lines. All of that is understood.
 * @param ended whether the reply is complete
 */
export function readHeader(soFar: string, ended: boolean): HeaderReading {
  const { text: reply, open } = withoutThoughts(soFar);
  if (open) return ended ? { kind: 'none', text: '' } : { kind: 'more' };
  const none: HeaderReading = { kind: 'none', text: reply.trimStart() };
  const start = /^\s*(?:```+\s*(?:json)?\s*)?(?:json\s*)?(?:header\s*:?\s*)?(?=\{)/i.exec(reply);
  if (!start) return ended || !mayBecomeHeader(reply) ? none : { kind: 'more' };
  const end = endOfObject(reply, start[0].length);
  if (end === null) return ended || reply.length > LONGEST_HEADER ? none : { kind: 'more' };
  const header = parsed(reply.slice(start[0].length, end));
  if (!header) return none;
  const rest = reply.slice(end);
  const separator = (start[0].includes('`') ? /^\s*(?:```+\s*)?/ : /^\s*/).exec(rest)![0];
  // The line break, or the fence's end, may still be on its way.
  if (!ended && (separator.length === rest.length || (start[0].includes('`') && /^\s*`{1,2}$/.test(rest)))) return { kind: 'more' };
  return { kind: 'header', header, text: rest.slice(separator.length) };
}

/** Reasoning models write their thoughts first; nobody but them should read those. */
function withoutThoughts(text: string): { text: string; open: boolean } {
  const start = /^\s*<(think|thinking)>/i.exec(text);
  if (!start) return { text, open: /^\s*<(t(h(i(n(k(i(n(g)?)?)?)?)?)?)?)?$/i.test(text) };
  const end = new RegExp(`</${start[1]}>`, 'i').exec(text);
  return end ? { text: text.slice(end.index + end[0].length), open: false } : { text: '', open: true };
}

/** Whether what follows could still turn this beginning into a header. */
function mayBecomeHeader(beginning: string): boolean {
  return /^\s*(?:`{0,3}|```+\s*j?s?o?n?|j|js|jso|json|h|he|hea|head|heade|header)\s*:?\s*$/i.test(beginning);
}

/** Behind the brace that closes the object at `start`; null while it is open. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (quoted && character === '\\') i++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth++;
    else if (!quoted && character === '}' && --depth === 0) return i + 1;
  }
  return null;
}

/** Field by field and not as JSON, because the form is right more often than its punctuation. */
function parsed(object: string): Header | null {
  const field = (name: string, value: string): string | undefined => new RegExp(`["']?\\b${name}["']?\\s*[:=]\\s*${value}`, 'i').exec(object)?.[1];
  const confidence = share(field('confidence', `["']?(\\d+(?:\\.\\d+)?%?|\\.\\d+|high|medium|low)`));
  if (confidence === null) return null;
  const topics = field('topics', '\\[([^\\]]*)\\]') ?? '';
  const sources = field('sources', '\\[([^\\]]*)\\]') ?? '';
  return {
    confidence,
    answered: !/^(false|no|0)$/i.test(field('answered', `["']?(true|false|yes|no|0|1)`) ?? 'true'),
    topics: Array.from(topics.matchAll(/"([^"]{1,100})"|'([^']{1,100})'/g), (match) => (match[1] ?? match[2]!).trim())
      .filter(Boolean)
      .slice(0, MOST_TOPICS),
    complexity: share(field('complexity', `["']?(\\d+(?:\\.\\d+)?%?|\\.\\d+|high|medium|low)`)),
    sources: Array.from(sources.matchAll(/\d+/g), ([number]) => Number(number)),
  };
}

const WORDS: Readonly<Record<string, number>> = { high: 0.9, medium: 0.5, low: 0.1 };

/** 0…1, from a number, a percentage or a word. */
function share(text: string | undefined): number | null {
  if (text === undefined) return null;
  const word = WORDS[text.toLowerCase()];
  if (word !== undefined) return word;
  const number = Number.parseFloat(text);
  // "95" and "95%" are what some models make of 0.95.
  const value = text.endsWith('%') || number > 1 ? number / 100 : number;
  return Math.min(1, Math.max(0, value));
}
