import type { RuleCondition } from '#contracts';
import type { RuleWords } from './texts';
import type { en } from './texts/en';
import { topicName } from './topics';
import { valueName } from './values';

type Words = typeof en;

const DENIALS = ['doesNotContain', 'notEqual', 'notIn'];
const SECONDS_A_MINUTE = 60;
/** Beyond this nobody counts the seconds. */
const COUNTED_SECONDS = 600;
/** 1 January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** What stands for something that is still to be filled in. */
export const GAP = '…';

/** What the texts know a name for; everything else is shown as the rule has it. */
const FACTS: readonly (keyof Words['facts'])[] = [
  'messageText',
  'messageLength',
  'messageLanguage',
  'messageTopics',
  'messageSentiment',
  'messageComplexity',
  'messageRepeats',
  'aiConfidence',
  'aiFailure',
  'aiWeakStreak',
  'aiComplexity',
  'sessionSeconds',
  'sessionMessages',
  'sessionVisitorMessages',
  'sessionHandoffs',
  'sessionTags',
  'visitorEmail',
  'pageUrl',
  'pageTitle',
  'timeNow',
  'timeHour',
  'timeWeekday',
  'queueWaiting',
  'teamOnline',
  'requestVia',
  'websiteMode',
];
const FLAGS: readonly (keyof Words['flags'])[] = [
  'messageAsksForHuman',
  'messageIsQuestion',
  'aiAnswered',
  'aiFailed',
  'visitorVerified',
  'timeOpen',
];
const OPERATORS: readonly (keyof Words['operators'])[] = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'containsAny',
  'startsWith',
  'endsWith',
  'matches',
  'between',
  'before',
  'after',
];

/** Conditions as sentences of one language. */
export class ConditionSentences {
  /** @param strong marks what the condition compares with */
  constructor(
    private readonly t: RuleWords,
    private readonly locale: string,
    private readonly strong: (text: string) => string = (text) => text,
  ) {}

  say(condition: RuleCondition): string {
    const { fact, operator, value } = condition;
    if (operator === 'exists') return this.t(value === false ? 'isNotKnown' : 'isKnown', { subject: this.subject(condition) });
    if (fact === 'message.topics' && !condition.path) {
      const shown = this.strong(this.shown(value, fact));
      return DENIALS.includes(operator) ? this.t('notAbout', { value: shown }) : this.t('about', { value: shown });
    }
    if (typeof value === 'boolean') return this.flag(condition, value === (operator !== 'notEqual'));
    const parts = { subject: this.subject(condition), value: this.range(condition) };
    const known = OPERATORS.find((each) => each === operator);
    return known ? this.t(`operators.${known}`, parts) : `${parts.subject} ${operator} ${parts.value}`;
  }

  /** A value of this fact as people read it. */
  shown(value: unknown, fact: string): string {
    if (Array.isArray(value)) return value.length === 0 ? GAP : value.map((each) => this.shown(each, fact)).join(', ');
    if (typeof value === 'number') return this.number(value, fact);
    if (typeof value === 'boolean') return value ? this.t('yes') : this.t('no');
    if (typeof value === 'string') return this.word(value, fact);
    return value === undefined || value === null ? GAP : JSON.stringify(value);
  }

  private flag(condition: RuleCondition, wantsSet: boolean): string {
    const flag = FLAGS.find((known) => known === keyOf(condition.fact));
    if (flag) return this.strong(this.t(`flags.${flag}.${wantsSet ? 'set' : 'unset'}`));
    const name = this.subject(condition);
    return wantsSet ? this.t('flagSet', { name }) : this.t('flagUnset', { name });
  }

  private subject({ fact, path }: RuleCondition): string {
    const name = this.fact(fact);
    return path ? this.t('path', { name, path }) : name;
  }

  private fact(fact: string): string {
    const known = FACTS.find((each) => each === keyOf(fact));
    if (known) return this.t(`facts.${known}`);
    return fact.startsWith('visitor.') ? this.t('attribute', { name: fact.slice('visitor.'.length) }) : fact || GAP;
  }

  private range({ operator, value, fact }: RuleCondition): string {
    const shown = (each: unknown) => this.strong(this.shown(each, fact));
    return operator === 'between' && Array.isArray(value) ? this.t('and', { low: shown(value[0]), high: shown(value[1]) }) : shown(value);
  }

  private number(value: number, fact: string): string {
    if (fact === 'session.seconds') return this.span(value);
    if (fact === 'time.weekday' && Number.isInteger(value)) return this.weekday(value);
    return value.toLocaleString(this.locale, { maximumFractionDigits: 2, useGrouping: false });
  }

  private span(seconds: number): string {
    const inMinutes = seconds >= SECONDS_A_MINUTE && (seconds % SECONDS_A_MINUTE === 0 || seconds > COUNTED_SECONDS);
    const [value, unit] = inMinutes ? [seconds / SECONDS_A_MINUTE, 'minute'] : [seconds, 'second'];
    return value.toLocaleString(this.locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });
  }

  private weekday(day: number): string {
    return new Date(MONDAY + (day - 1) * DAY_MS).toLocaleDateString(this.locale, { weekday: 'long', timeZone: 'UTC' });
  }

  private word(value: string, fact: string): string {
    if (value === '') return GAP;
    if (fact === 'message.language') return languageName(value, this.locale);
    return valueName(value, fact, this.t) ?? (value.includes(' ') ? `“${value}”` : topicName(value, this.t));
  }
}

/** `messageTopics` for `message.topics`. */
export const keyOf = (fact: string): string => fact.replace(/\.(\w)/u, (_dot, first: string) => first.toUpperCase());

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
