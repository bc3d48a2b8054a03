import { expect } from '@jest/globals';
import fc from 'fast-check';
import { OPERATORS, type FactValue, type Facts, type RuleConditions, type RuleNode } from '#contracts';
import { askEngine } from '../../libs/rules/src/engine.js';
import { FACTS } from '../../libs/rules/src/fact-registry.js';
import { Prefilter } from '../../libs/rules/src/prefilter.js';
import { isValidConditions } from '../../libs/rules/src/validate.js';

const DOCUMENTS_PER_SITUATION = 40;

// Few and alike, so that conditions are often true and often only just not.
const TEXTS = ['billing', 'Billing', 'bill', 'é', 'e\u0301', 'vip', '09:30', '2026-03-01T09:30:00Z', '2026-03-01T10:30:00+02:00', '2026-03-01', ''];
const NUMBERS = [-1, 0, 0.5, 1, 2, 7];
const VALUES = [
  ...TEXTS,
  ...NUMBERS,
  true,
  false,
  ...TEXTS.map((text) => [text, 'legal']),
  ...NUMBERS.map((number) => [0, number]),
  ['bill', 7, true],
  '(?i)bil+',
  '^b',
  '\\d{2}:\\d{2}',
];
const names = [...FACTS.map((fact) => fact.name.replace('*', 'plan')), 'visitor.age'];
const everyLeaf = names.flatMap((fact) =>
  OPERATORS.flatMap((operator) =>
    VALUES.flatMap((value) => [
      { fact, operator, value },
      { fact, operator, value, path: '0' },
      { fact, operator, value, path: 'length' },
    ]),
  ),
);
const leaves = fc.constantFrom(...everyLeaf.filter((leaf) => isValidConditions({ all: [leaf] })));

const { root: documents } = fc.letrec<{ root: RuleConditions; node: RuleNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaves, tie('root')),
  root: fc.oneof(
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('node') }),
  ),
}));
const factValues: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constantFrom(...TEXTS, ...NUMBERS, true, false, null, undefined),
  fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }),
);
const situations: fc.Arbitrary<Facts> = fc.dictionary(fc.constantFrom(...names), factValues, { maxKeys: names.length });

/** Holds the prefilter against json-rules-engine on so many random documents, each with random facts; any disagreement throws. */
export async function agreesWithTheEngine(cases: number): Promise<void> {
  const batch = fc.tuple(fc.array(documents, { minLength: DOCUMENTS_PER_SITUATION, maxLength: DOCUMENTS_PER_SITUATION }), situations);
  let fired = 0;
  await fc.assert(
    fc.asyncProperty(batch, async ([batchOfDocuments, facts]) => {
      const prefilter = new Prefilter();
      const checks = batchOfDocuments.map((document) => prefilter.compile(document));
      const slots = prefilter.lay(facts);
      const answers = checks.map((check) => check(slots));
      const authority = (await askEngine(batchOfDocuments, facts)).map((outcome) => outcome.fired);
      fired += authority.filter(Boolean).length;
      expect(answers).toEqual(authority);
    }),
    { numRuns: cases / DOCUMENTS_PER_SITUATION },
  );
  // A comparison of nothing but "no" with "no" would prove little.
  expect(fired).toBeGreaterThan(cases / 10);
}
