import fc from 'fast-check';
import type { RuleConditions } from '#contracts';
import { byNode, readConditions, writeConditions } from './document';
import { placesIn } from './json-places';
import { conditionsOf, treeOf } from './tree';

const NESTED: RuleConditions = {
  all: [
    { fact: 'message.topics', operator: 'contains', value: 'billing', path: '0' },
    {
      not: {
        any: [
          { fact: 'visitor.plan', operator: 'in', value: ['a', 2, true] },
          { fact: 'x', operator: 'y', value: null },
        ],
      },
    },
  ],
};
const problems = (text: string) => {
  const read = readConditions(text);
  return read.ok ? [] : read.problems.map(({ path, kind, detail }) => `${path}: ${kind} ${detail}`.trim());
};

describe('a document', () => {
  it('comes back as it went in', () => {
    const read = readConditions(writeConditions(NESTED));
    expect(read.ok && conditionsOf(treeOf(read.conditions))).toEqual(NESTED);
  });

  it('keeps whatever a value may be', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, fact, operator) => {
        const conditions: RuleConditions = { any: [{ fact, operator, value }] };
        const read = readConditions(writeConditions(conditions));
        // JSON knows no −0.
        expect(read.ok && conditionsOf(treeOf(read.conditions))).toEqual(JSON.parse(JSON.stringify(conditions)));
      }),
    );
  });

  it.each([
    ['{"fact": "a", "operator": "equal", "value": 1}', ['conditions: group']],
    ['[]', ['conditions: node']],
    ['{"all": {}}', ['conditions.all: list']],
    ['{"all": [], "any": []}', ['conditions: mixed all, any']],
    ['{"all": [{"fact": "a", "operator": "equal", "value": 1, "params": {}}]}', ['conditions.all.0.params: key params']],
    ['{"all": [{"any": [], "name": "x"}]}', ['conditions.all.0.name: key name']],
    ['{"all": [{"fact": "a", "operator": 3}]}', ['conditions.all.0.value: missing value', 'conditions.all.0.operator: text operator']],
    ['{"all": [{"fact": "a", "operator": "equal", "value": 1, "__proto__": {}}]}', ['conditions.all.0.__proto__: key __proto__']],
    ['{"not": null}', ['conditions.not: node']],
  ])('is refused at the exact place: %s', (text, expected) => expect(problems(text)).toEqual(expected));

  it.each([
    ['{\n  "all": [,]\n}', '2:11'],
    ['{"all": [}', '1:10'],
    ['{"all": []', '1:11'],
    ['{"all": []} x', '1:13'],
    ['', '1:1'],
    ['{\n  "all": [\n    { "fact": "a", "operator": "b", "value": 1, "params": {} }\n  ]\n}', '3:49'],
  ])('says line and column: %j', (text, place) => {
    const read = readConditions(text);
    expect(read.ok ? [] : read.problems.map((problem) => problem.place)).toEqual([place]);
  });

  it('finds the place of whatever JSON there is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(placesIn(JSON.stringify(value, null, 2), 'x').wrongAt).toBeNull()));
  });

  it('does not follow a document into the ground', () => {
    expect(problems(`${'{"not":'.repeat(5_000)}{}${'}'.repeat(5_000)}`)).toEqual([expect.stringMatching(/: deep$/)]);
  });

  it('sorts what the server objects to by the node it is about', () => {
    const paths = new Set(['conditions', 'conditions.all.0', 'conditions.all.10']);
    const sorted = byNode(
      [
        { path: 'conditions.all.0.value', message: 'must be a number' },
        { path: 'conditions.all.10.value.3', message: 'x' },
        { path: 'conditions.all', message: 'must not be empty' },
      ],
      paths,
    );
    expect([...sorted].map(([node, errors]) => [node, errors.length])).toEqual([
      ['conditions.all.0', 1],
      ['conditions.all.10', 1],
      ['conditions', 1],
    ]);
  });
});
