import type { FactDefinition, FactList, RuleStage, VisitorAttribute } from '#contracts';
import { keyOf } from '../../../rule-words/condition-sentences';
import type { RulesTexts } from '../texts';
import type { en } from '../texts/en';
import { STAGES } from './abilities';

type Facts = (typeof en)['facts'];
export type FactTopic = keyof Facts['topics'];

/** One fact to choose. */
export interface FactChoice {
  readonly name: string;
  readonly label: string;
  readonly definition: FactDefinition;
}

export interface FactShelf {
  readonly topic: FactTopic;
  readonly label: string;
  readonly facts: readonly FactChoice[];
}

const NAMED: readonly (keyof Facts['names'])[] = [
  'messageText',
  'messageLength',
  'messageLanguage',
  'messageTopics',
  'messageSentiment',
  'messageAsksForHuman',
  'messageIsQuestion',
  'messageComplexity',
  'messageRepeats',
  'requestVia',
  'aiConfidence',
  'aiAnswered',
  'aiFailed',
  'aiFailure',
  'aiWeakStreak',
  'aiComplexity',
  'sessionSeconds',
  'sessionMessages',
  'sessionVisitorMessages',
  'sessionHandoffs',
  'sessionTags',
  'visitorEmail',
  'visitorVerified',
  'pageUrl',
  'pageTitle',
  'timeOpen',
  'timeNow',
  'timeHour',
  'timeWeekday',
  'queueWaiting',
  'teamOnline',
  'websiteMode',
];
const TOPIC_OF: Readonly<Record<string, FactTopic>> = {
  message: 'message',
  request: 'request',
  ai: 'ai',
  session: 'session',
  visitor: 'visitor',
  page: 'page',
  time: 'time',
  queue: 'queue',
  team: 'queue',
  website: 'website',
};
export const ATTRIBUTES = 'visitor.*';

/** What rules may ask about on one website, by name and in people's words. */
export class FactBook {
  private readonly byName: ReadonlyMap<string, FactDefinition>;
  readonly attributes: readonly VisitorAttribute[];

  constructor(
    { items, attributes }: Pick<FactList, 'items' | 'attributes'>,
    private readonly t: RulesTexts,
  ) {
    this.byName = new Map(items.map((fact) => [fact.name, fact]));
    this.attributes = attributes.filter(({ name }) => !this.byName.has(`visitor.${name}`));
  }

  /** As the server sees it: an attribute has the definition of all attributes. */
  definition(name: string): FactDefinition | undefined {
    if (name.endsWith('.*')) return undefined;
    return this.byName.get(name) ?? (name.startsWith('visitor.') && name.length > 'visitor.'.length ? this.byName.get(ATTRIBUTES) : undefined);
  }

  /** What `path` leads to inside a fact: lists have entries and a length. */
  definitionAt(name: string, path: string | undefined): FactDefinition | undefined {
    const fact = this.definition(name);
    if (!fact || path === undefined || fact.type !== 'string[]') return fact;
    if (path !== 'length') return { ...fact, type: 'string', operators: ['equal', 'notEqual', 'in', 'notIn', 'exists'] };
    const { values: _values, ...list } = fact;
    return {
      ...list,
      type: 'number',
      operators: ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'between'],
    };
  }

  label(name: string): string {
    const named = NAMED.find((each) => each === keyOf(name));
    if (named) return this.t(`facts.names.${named}`);
    return this.byName.get(name)?.label ?? (name.startsWith('visitor.') ? name.slice('visitor.'.length) : name);
  }

  isOpenTyped(name: string): boolean {
    return this.definition(name)?.name === ATTRIBUTES;
  }

  /** What was seen as a value of an attribute. */
  attribute(name: string): VisitorAttribute | undefined {
    return this.attributes.find((each) => `visitor.${each.name}` === name);
  }

  /** By topic, as far as they match; attributes seen on the website stand with the visitor. */
  shelves(query: string): readonly FactShelf[] {
    const wanted = folded(query);
    const matches = (choice: FactChoice) => folded(`${choice.label} ${choice.name} ${choice.definition.label}`).includes(wanted);
    const choices = [...this.known(), ...this.seen()].filter(matches);
    return [...Map.groupBy(choices, ({ name }) => topicOf(name))].map(([topic, facts]) => ({ topic, label: this.t(`facts.topics.${topic}`), facts }));
  }

  /** The moment at which a rule knows all these facts; the one it has, if possible, else the earliest. */
  stageFor(names: readonly string[], now: RuleStage): RuleStage | null {
    const definitions = names.map((name) => this.definition(name)).filter((fact) => fact !== undefined);
    const knowsAll = (stage: RuleStage) => definitions.every(({ stages }) => stages.includes(stage));
    return [now, ...STAGES].find(knowsAll) ?? null;
  }

  private known(): FactChoice[] {
    return [...this.byName.values()]
      .filter(({ name }) => !name.endsWith('.*'))
      .map((definition) => ({ name: definition.name, label: this.label(definition.name), definition }));
  }

  private seen(): FactChoice[] {
    const definition = this.byName.get(ATTRIBUTES);
    return definition ? this.attributes.map(({ name }) => ({ name: `visitor.${name}`, label: name, definition })) : [];
  }
}

function topicOf(name: string): FactTopic {
  return TOPIC_OF[name.split('.')[0] ?? ''] ?? 'other';
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
