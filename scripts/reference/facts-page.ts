import { OPERATORS, type FactDefinition, type Operator, type RuleStage } from '#contracts';
import { FACTS, MAX_DEPTH, MAX_NODES, PATTERN_MAX_CHARS } from '#rules';
import { code, codes, page, table } from './markdown.js';

const STAGES: Readonly<Record<RuleStage, string>> = { before_reply: 'before', after_reply: 'after', clock: 'clock' };

/** The only fact that is a moment, though it travels as a string. */
const TIME = 'time.now';

/** What each operator compares with, and what it says. */
const MEANINGS: Readonly<Record<Operator, readonly [value: string, meaning: string]>> = {
  equal: ['one value', 'is exactly it; text with regard to case'],
  notEqual: ['one value', 'is anything else, or absent'],
  lessThan: ['a number', 'is lower'],
  lessThanInclusive: ['a number', 'is lower or the same'],
  greaterThan: ['a number', 'is higher'],
  greaterThanInclusive: ['a number', 'is higher or the same'],
  in: ['a list', 'is exactly one of them'],
  notIn: ['a list', 'is none of them, or absent'],
  contains: ['a text', 'has it somewhere inside, without regard to case; a list has exactly this entry'],
  doesNotContain: ['a text', 'does not, or is absent'],
  containsAny: ['a list of texts', 'contains at least one of them'],
  startsWith: ['a text', 'begins with it, without regard to case'],
  endsWith: ['a text', 'ends with it, without regard to case'],
  matches: ['a pattern', 'has the pattern somewhere inside. RE2: linear time, no look-around, no back-references; `(?i)` ignores case'],
  between: ['`[lowest, highest]`', 'lies between them, both included'],
  exists: ['`true` or `false`', 'is known, or is not'],
  before: ['`HH:MM` or ISO 8601', 'is earlier: in the day, or in time'],
  after: ['`HH:MM` or ISO 8601', 'is later: in the day, or in time'],
};

export function factsPage(): string {
  return page(
    'Facts and operators',
    'What a rule may ask about. A rule is a tree of `all`, `any` and `not`; its leaves are `{ "fact": …, "operator": …, "value": … }`. The same list comes from `GET /api/v1/rules/facts`.',
    `At most ${MAX_NODES} nodes and ${MAX_DEPTH} groups inside one another; patterns have at most ${PATTERN_MAX_CHARS} characters. What is unknown is absent: every comparison with it is false, and the negations (\`notEqual\`, \`notIn\`, \`doesNotContain\`) are true.`,
    '## Facts',
    '*Known* says at which stage: before the AI replies, after it drafted its reply. Rules by the clock cannot be saved yet, and `time.open` has no value until business hours exist.',
    table(['Fact', 'Is', 'Type', 'Values', 'Example', 'Known'], FACTS.map(factRow)),
    '`visitor.*` stands for any attribute that the page or an integration gave the visitor, for example `visitor.plan`; operators for text, numbers and times all fit it.',
    '## Operators',
    table(
      ['Operator', 'Value', 'True when the fact', 'For'],
      OPERATORS.map((operator) => [code(operator), ...(MEANINGS[operator] ?? ['', '']), typesOf(operator).join(', ')]),
    ),
    'A list has entries by index and a length: `{ "fact": "message.topics", "path": "length", "operator": "greaterThan", "value": 1 }`.',
  );
}

function factRow(fact: FactDefinition): string[] {
  const values = fact.values ? codes(fact.values) : (fact.unit ?? '');
  const type = fact.name.endsWith('.*') ? 'string, number or boolean' : fact.type;
  return [code(fact.name), fact.label, type, values, code(JSON.stringify(fact.example)), fact.stages.map((stage) => STAGES[stage]).join(', ')];
}

/** The kinds of facts an operator fits. Single facts may allow fewer; `GET /rules/facts` has each one's own. */
function typesOf(operator: Operator): string[] {
  const fitting = FACTS.filter(({ name, operators }) => operators.includes(operator) && !name.endsWith('.*'));
  const times = fitting.every(({ name }) => name === TIME);
  return times ? ['time'] : [...new Set(fitting.filter(({ name }) => name !== TIME).map(({ type }) => type))];
}
