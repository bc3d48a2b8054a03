import { TOPICS, type Facts, type RuleCondition, type RuleConditions } from '#contracts';

/** The same numbers every time, so that every run of the bench asks the same. By the 32-bit generator mulberry32. */
export class Dice {
  constructor(private state: number) {}

  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  upTo(n: number): number {
    return Math.floor(this.roll() * n);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.upTo(from.length)]!;
  }
}

const NOUNS = 'parcel invoice refund boiler printer warranty delivery account password router contract coupon'.split(' ');
const VERBS = 'cancel return repair replace reset upgrade track pay change close'.split(' ');
const PLACES = 'checkout cart account help orders returns pricing careers press store'.split(' ');
const PLANS = 'free basic plus pro team enterprise'.split(' ');
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it'];

/** Conditions as people write them: few are often true, and many ask nearly the same. */
const CONDITIONS: readonly ((dice: Dice) => RuleCondition)[] = [
  (dice) => ({ fact: 'message.text', operator: 'contains', value: `${dice.pick(VERBS)} my ${dice.pick(NOUNS)}` }),
  (dice) => ({ fact: 'message.text', operator: 'containsAny', value: [dice.pick(NOUNS), `${dice.pick(VERBS)} the`] }),
  (dice) => ({ fact: 'message.text', operator: 'matches', value: `(?i)\\b${dice.pick(VERBS)}\\w* (my|the) ${dice.pick(NOUNS)}` }),
  (dice) => ({ fact: 'message.topics', operator: 'contains', value: dice.pick(TOPICS) }),
  (dice) => ({ fact: 'message.length', operator: 'greaterThan', value: 100 + dice.upTo(400) }),
  (dice) => ({ fact: 'message.sentiment', operator: 'lessThan', value: -dice.roll() }),
  (dice) => ({ fact: 'message.language', operator: 'in', value: [dice.pick(LANGUAGES), dice.pick(LANGUAGES)] }),
  (dice) => ({ fact: 'page.url', operator: 'contains', value: `/${dice.pick(PLACES)}` }),
  (dice) => ({ fact: 'page.url', operator: 'startsWith', value: `https://shop.example/${dice.pick(LANGUAGES)}/` }),
  (dice) => ({ fact: 'visitor.plan', operator: 'equal', value: dice.pick(PLANS) }),
  (dice) => ({ fact: 'visitor.plan', operator: 'notIn', value: [dice.pick(PLANS), dice.pick(PLANS)] }),
  (dice) => ({ fact: 'session.tags', operator: 'contains', value: dice.pick(PLANS) }),
  (dice) => ({ fact: 'session.visitorMessages', operator: 'greaterThanInclusive', value: dice.upTo(12) }),
  (dice) => ({ fact: 'session.seconds', operator: 'between', value: [dice.upTo(600), 600 + dice.upTo(600)] }),
  (dice) => ({ fact: 'time.hour', operator: 'between', value: [dice.upTo(12), 12 + dice.upTo(12)] }),
  (dice) => ({ fact: 'queue.waiting', operator: 'lessThan', value: dice.upTo(10) }),
];

/** A rule of four conditions. */
export function aRule(dice: Dice): RuleConditions {
  const [a, b, c, d] = Array.from({ length: 4 }, () => dice.pick(CONDITIONS)(dice)) as [RuleCondition, RuleCondition, RuleCondition, RuleCondition];
  const shape = dice.upTo(10);
  if (shape < 6) return { all: [a, b, c, d] };
  return shape < 8 ? { all: [a, b, { any: [c, d] }] } : { all: [a, { not: b }, c, d] };
}

export function aSituation(dice: Dice): Facts {
  const text = Array.from({ length: 1 + dice.upTo(3) }, () => `Please ${dice.pick(VERBS)} ${dice.pick(['my', 'the', 'this'])} ${dice.pick(NOUNS)}.`);
  return {
    'message.text': text.join(' '),
    'message.length': text.join(' ').length,
    'message.topics': dice.roll() < 0.3 ? [dice.pick(TOPICS)] : [],
    'message.sentiment': dice.roll() * 2 - 1,
    'message.language': dice.pick(LANGUAGES),
    'page.url': `https://shop.example/${dice.pick(LANGUAGES)}/${dice.pick(PLACES)}?id=${dice.upTo(1000)}`,
    'visitor.plan': dice.pick(PLANS),
    'session.tags': dice.roll() < 0.3 ? [dice.pick(PLANS)] : [],
    'session.visitorMessages': dice.upTo(15),
    'session.seconds': dice.upTo(1800),
    'time.hour': dice.upTo(24),
    'queue.waiting': dice.upTo(12),
  };
}
