import { complain } from './complain.js';

const AN_OBJECT = 'an object';
const A_TEXT = 'a text';
const NOTHING = '';
const EVENTS = ['ready', 'open', 'close', 'unread', 'message', 'handoff'];

/** What each verb takes; a question mark where that may be left out. */
const TAKES: Readonly<Record<string, string>> = {
  boot: AN_OBJECT,
  update: `${AN_OBJECT}?`,
  identify: AN_OBJECT,
  setAttributes: AN_OBJECT,
  setLocale: A_TEXT,
  showNewMessage: `${A_TEXT}?`,
  requestHuman: `${A_TEXT}?`,
  show: NOTHING,
  hide: NOTHING,
  toggle: NOTHING,
  shutdown: NOTHING,
  on: A_TEXT,
  off: A_TEXT,
};

/** Whether a verb was given what it takes. */
export function fits(verb: string, args: readonly unknown[]): boolean {
  return misuse(verb, args) === null;
}

/** Says what was wrong with a call; it is passed over, and the page goes on. */
export function explain(verb: string, args: readonly unknown[]): void {
  const wrong = misuse(verb, args);
  if (wrong) complain(wrong);
}

function misuse(verb: string, [first, second]: readonly unknown[]): string | null {
  const takes = Object.hasOwn(TAKES, verb) ? TAKES[verb] : undefined;
  if (takes === undefined) return `there is no verb "${verb}"; there are ${Object.keys(TAKES).join(' ')}`;
  const wanted = takes.replace('?', '');
  if (wanted === NOTHING || (wanted !== takes && first === undefined)) return null;
  const given = first === null ? 'null' : Array.isArray(first) ? 'a list' : typeof first;
  const right = wanted === A_TEXT ? typeof first === 'string' : Object(first) === first && given !== 'a list' && given !== 'function';
  if (!right) return `"${verb}" takes ${wanted}, not ${given}`;
  const { websiteKey } = first as { readonly websiteKey?: unknown };
  if (verb === 'boot') return typeof websiteKey === 'string' && websiteKey ? null : 'boot needs a websiteKey';
  if (!verb.startsWith('o')) return null;
  if (!EVENTS.includes(first as string)) return `there is no event "${String(first)}"; there are ${EVENTS.join(' ')}`;
  if (typeof second === 'function' || (verb === 'off' && second === undefined)) return null;
  return `"${verb}" takes a function after the event, not ${typeof second}`;
}
