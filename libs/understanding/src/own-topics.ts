import { TOPICS, TOPIC_LANGUAGES, TOPIC_LIMITS, UNDERSTOOD_LANGUAGES, type FieldError, type TopicList } from '#contracts';
import type { PhraseMatch } from './phrases.js';
import { fold, tokenize, type Token } from './tokens.js';

/** What somebody of the website added on purpose is a sure sign. */
const OWN_SIGN_SCORE = 0.9;
const NOTHING_OFF: ReadonlySet<string> = new Set();
const KEY = new RegExp(`^[a-z][a-z0-9_]{0,${TOPIC_LIMITS.keyChars - 1}}$`);

/** Where one has come, word by word, in the phrases that were added. */
interface Step {
  readonly words: Map<string, Step>;
  readonly stems: Map<string, Step>;
  /** Topics whose phrase ends here. */
  readonly topics: Set<string>;
}

/** What a website says about topics, made ready for reading. A text is walked once, however long the lists are. */
export interface WebsiteTopics {
  /** Of the website's own topics. */
  readonly keys: readonly string[];
  isOff(language: string, topic: string, sign: string): boolean;
  hasOff(language: string, topic: string): boolean;
  /** Signs that were added for a language, by topic. */
  added(language: string, words: readonly Token[], text: string): ReadonlyMap<string, PhraseMatch[]>;
}

/** @param lists free of problems, see `topicListProblems` */
export function compileTopics(lists: readonly TopicList[]): WebsiteTopics {
  const off = new Map<string, Set<string>>();
  const steps = new Map<string, Step>();
  for (const { key, words } of lists) {
    for (const { language, added, off: without } of words) {
      if (without.length > 0) off.set(`${language} ${key}`, new Set(without));
      for (const phrase of added) learn(steps, language, phraseOf(phrase), key);
    }
  }
  const offAt = (language: string, topic: string): ReadonlySet<string> => off.get(`${language} ${topic}`) ?? NOTHING_OFF;
  return {
    keys: lists.map(({ key }) => key).filter((key) => !isBuiltIn(key)),
    isOff: (language, topic, sign) => offAt(language, topic).has(sign),
    hasOff: (language, topic) => offAt(language, topic).size > 0,
    added: (language, words, text) => find(steps.get(language), words, text),
  };
}

export const NO_OWN_TOPICS = compileTopics([]);

/** What is wrong with lists, each with the dotted path of its field. */
export function topicListProblems(lists: readonly TopicList[]): FieldError[] {
  const problems: FieldError[] = [];
  const refuse = (path: string, message: string): unknown => problems.push({ path, message });
  const keys = new Set<string>();
  const own = lists.filter(({ key }) => !isBuiltIn(key));
  if (own.length > TOPIC_LIMITS.topics) refuse('topics', `must have at most ${TOPIC_LIMITS.topics} topics of your own`);
  const all = lists.reduce((sum, { words }) => sum + words.reduce((count, { added }) => count + added.length, 0), 0);
  if (all > TOPIC_LIMITS.wordsInAll) refuse('topics', `must have at most ${TOPIC_LIMITS.wordsInAll} added words in all`);
  lists.forEach((list, i) => {
    const path = `topics.${i}`;
    if (!KEY.test(list.key) || list.key in Object.prototype)
      refuse(`${path}.key`, 'must be lower case letters, digits and _, beginning with a letter');
    if (keys.has(list.key)) refuse(`${path}.key`, 'is there twice');
    keys.add(list.key);
    if (isBuiltIn(list.key) ? list.label !== null : !list.label?.trim()) {
      refuse(`${path}.label`, isBuiltIn(list.key) ? 'belongs to topics of your own only' : 'must not be empty');
    }
    for (const problem of wordProblems(list)) refuse(`${path}.words.${problem.path}`, problem.message);
  });
  return problems;
}

function wordProblems({ key, words }: TopicList): FieldError[] {
  const problems: FieldError[] = [];
  const languages = new Set<string>();
  words.forEach(({ language, added, off }, i) => {
    if (!TOPIC_LANGUAGES.includes(language)) problems.push({ path: `${i}.language`, message: `must be one of ${TOPIC_LANGUAGES.join(', ')}` });
    if (languages.has(language)) problems.push({ path: `${i}.language`, message: 'is there twice' });
    languages.add(language);
    if (added.length > TOPIC_LIMITS.words) problems.push({ path: `${i}.added`, message: `must have at most ${TOPIC_LIMITS.words} words` });
    if (off.length > 0 && (!isBuiltIn(key) || !UNDERSTOOD_LANGUAGES.some((known) => known === language))) {
      problems.push({ path: `${i}.off`, message: 'must be empty: there are no built-in words here' });
    }
    const seen = new Set<string>();
    added.forEach((phrase, at) => {
      const problem = phraseProblem(phrase) ?? (seen.has(spelled(phrase)) ? 'is there twice' : null);
      seen.add(spelled(phrase));
      if (problem) problems.push({ path: `${i}.added.${at}`, message: problem });
    });
  });
  return problems;
}

function phraseProblem(phrase: string): string | null {
  const words = phraseOf(phrase);
  if (phrase.length > TOPIC_LIMITS.wordChars) return `must be at most ${TOPIC_LIMITS.wordChars} characters long`;
  if (words.length === 0) return 'must have a letter or a digit';
  if (words.length > TOPIC_LIMITS.wordsOfAPhrase) return `must be at most ${TOPIC_LIMITS.wordsOfAPhrase} words long`;
  if (words.some(({ word, stem }) => stem && word.length < TOPIC_LIMITS.stemChars)) {
    return `must have at least ${TOPIC_LIMITS.stemChars} letters before a *`;
  }
  return null;
}

export function isBuiltIn(key: string): boolean {
  return TOPICS.some((topic) => topic === key);
}

interface PhraseWord {
  readonly word: string;
  /** Whether any ending will do. */
  readonly stem: boolean;
}

/** The words of a phrase in the form in which messages are compared with them. */
function phraseOf(phrase: string): PhraseWord[] {
  return phrase.split(/\s+/).flatMap((piece) => {
    const words = tokenize(piece);
    return words.map(({ word }, i) => ({ word, stem: piece.endsWith('*') && i === words.length - 1 }));
  });
}

function spelled(phrase: string): string {
  return fold(phrase).split(/\s+/).filter(Boolean).join(' ');
}

function learn(steps: Map<string, Step>, language: string, phrase: readonly PhraseWord[], topic: string): void {
  let step = steps.get(language) ?? aStep();
  steps.set(language, step);
  for (const { word, stem } of phrase) {
    const ways = stem ? step.stems : step.words;
    const next = ways.get(word) ?? aStep();
    ways.set(word, next);
    step = next;
  }
  step.topics.add(topic);
}

function aStep(): Step {
  return { words: new Map(), stems: new Map(), topics: new Set() };
}

function find(start: Step | undefined, words: readonly Token[], text: string): ReadonlyMap<string, PhraseMatch[]> {
  const found = new Map<string, PhraseMatch[]>();
  if (!start) return found;
  for (let first = 0; first < words.length; first += 1) {
    let reached = [start];
    for (let at = first; reached.length > 0 && words[at]?.sentence === words[first]!.sentence; at += 1) {
      reached = reached.flatMap((step) => stepsBy(step, words[at]!.word));
      for (const topic of new Set(reached.flatMap((step) => [...step.topics]))) {
        const matches = found.get(topic) ?? [];
        found.set(topic, matches);
        matches.push(matchOf(words.slice(first, at + 1), first, topic, text));
      }
    }
  }
  return found;
}

function stepsBy(step: Step, word: string): Step[] {
  const steps: Step[] = [];
  const exact = step.words.get(word);
  if (exact) steps.push(exact);
  if (step.stems.size === 0) return steps;
  for (let length = TOPIC_LIMITS.stemChars; length <= Math.min(word.length, TOPIC_LIMITS.wordChars); length += 1) {
    const stem = step.stems.get(word.slice(0, length));
    if (stem) steps.push(stem);
  }
  return steps;
}

function matchOf(words: readonly Token[], first: number, topic: string, text: string): PhraseMatch {
  return {
    score: OWN_SIGN_SCORE,
    first,
    pattern: '',
    evidence: words.map(({ start, end }) => ({ start, end, text: text.slice(start, end), label: topic })),
  };
}
