import { threadMillis } from '../../../test/harness/thread-millis.js';
import { validateConditions } from './validate.js';

const leaf = { fact: 'message.length', operator: 'greaterThan', value: 10 };
const errorsOf = (conditions: unknown) => validateConditions(conditions).errors;
const firstPath = (conditions: unknown) => errorsOf(conditions)[0]?.path;
const nested = (groups: number): unknown => (groups === 0 ? leaf : { all: [nested(groups - 1)] });

describe('validateConditions', () => {
  it('accepts a document of nested groups', () => {
    const document = {
      all: [
        { fact: 'message.topics', operator: 'contains', value: 'billing' },
        { any: [leaf, { not: { fact: 'visitor.plan', operator: 'in', value: ['gold', 3, true] } }] },
        { fact: 'time.now', operator: 'before', value: '18:00' },
        { fact: 'session.tags', operator: 'equal', value: 'vip', path: '0' },
        { fact: 'session.tags', operator: 'between', value: [1, 3], path: 'length' },
      ],
    };
    expect(validateConditions(document)).toEqual({ ok: true, errors: [] });
  });

  it.each([
    ['an unknown fact', { fact: 'message.mood', operator: 'equal', value: 'x' }, 'fact'],
    ['the pattern of a fact', { fact: 'visitor.*', operator: 'equal', value: 'x' }, 'fact'],
    ['a prototype key as attribute', { fact: 'visitor.__proto__', operator: 'exists', value: true }, 'fact'],
    ['a prototype key inside an attribute', { fact: 'visitor.a.constructor', operator: 'exists', value: true }, 'fact'],
    ['an unknown operator', { fact: 'message.length', operator: 'almost', value: 1 }, 'operator'],
    ['an inherited name as operator', { fact: 'message.length', operator: 'toString', value: 1 }, 'operator'],
    ['a decorated operator of the engine', { fact: 'message.topics', operator: 'someFact:equal', value: 'billing' }, 'operator'],
    ['an operator that does not fit the type', { fact: 'message.asksForHuman', operator: 'greaterThan', value: 1 }, 'operator'],
    ['a value of the wrong type', { fact: 'message.length', operator: 'greaterThan', value: '10' }, 'value'],
    ['a reference to another fact', { fact: 'message.length', operator: 'greaterThan', value: { fact: 'session.seconds' } }, 'value'],
    ['a value that is no choice', { fact: 'request.via', operator: 'equal', value: 'pigeon' }, 'value'],
    ['a missing value', { fact: 'message.length', operator: 'greaterThan' }, 'value'],
    ['a pair in the wrong order', { fact: 'time.hour', operator: 'between', value: [18, 9] }, 'value'],
    ['an unfinished pattern', { fact: 'message.text', operator: 'matches', value: '(refund' }, 'value'],
    ['look-around', { fact: 'message.text', operator: 'matches', value: 'a(?=b)' }, 'value'],
    ['a pattern that expands into a huge program', { fact: 'message.text', operator: 'matches', value: '(a?){900}a{900}' }, 'value'],
    ['a long pattern', { fact: 'message.text', operator: 'matches', value: 'a'.repeat(301) }, 'value'],
    ['a time that is none', { fact: 'time.now', operator: 'before', value: '25:00' }, 'value'],
    ['an empty list', { fact: 'message.language', operator: 'in', value: [] }, 'value'],
    ['JSONPath', { fact: 'session.tags', operator: 'equal', value: 'x', path: '$..[?(@.constructor)]' }, 'path'],
    ['a prototype key as path', { fact: 'session.tags', operator: 'equal', value: 'x', path: '__proto__' }, 'path'],
    ['a path into a single value', { fact: 'message.text', operator: 'equal', value: 'x', path: 'length' }, 'path'],
    ['a key that does not belong', { ...leaf, params: { a: 1 } }, 'params'],
  ])('refuses %s at its exact place', (_, bad, field) => {
    expect(firstPath({ any: [leaf, { all: [bad] }] })).toBe(`conditions.any.1.all.0.${field}`);
  });

  it('names every error, not just the first', () => {
    const paths = errorsOf({ all: [{ fact: 'nope', operator: 'nope', value: 1 }, {}] }).map((error) => error.path);
    expect(paths).toEqual(['conditions.all.0.fact', 'conditions.all.0.operator', 'conditions.all.1.fact', 'conditions.all.1.operator']);
  });

  it('refuses a fact that does not exist yet at the stage', () => {
    const document = { all: [{ fact: 'ai.confidence', operator: 'lessThan', value: 0.5 }] };
    expect(validateConditions(document, 'after_reply').ok).toBe(true);
    expect(validateConditions(document, 'before_reply').errors[0]).toEqual({
      path: 'conditions.all.0.fact',
      message: '“ai.confidence” is not known to a rule that runs before the AI replies',
    });
  });

  it.each([
    [leaf, 'conditions'],
    [null, 'conditions'],
    [[leaf], 'conditions'],
    ['all', 'conditions'],
    [{ all: [] }, 'conditions.all'],
    [{ any: leaf }, 'conditions.any'],
    [{ not: [leaf] }, 'conditions.not'],
    [{ all: [leaf], any: [leaf] }, 'conditions.any'],
  ])('refuses a document that is not one group: %j', (document, path) => {
    expect(firstPath(document)).toBe(path);
  });

  it('takes eight groups inside one another and refuses the ninth', () => {
    expect(errorsOf(nested(8))).toEqual([]);
    expect(firstPath(nested(9))).toBe(`conditions${'.all.0'.repeat(8)}`);
  });

  it('takes a hundred nodes and refuses one more', () => {
    expect(errorsOf({ all: Array(99).fill(leaf) })).toEqual([]);
    expect(firstPath({ all: Array(100).fill(leaf) })).toBe('conditions.all.99');
  });

  it('refuses huge, deep and cyclic documents without delay', () => {
    const cyclic: { all: unknown[] } = { all: [] };
    cyclic.all.push(cyclic);
    const documents = [{ all: Array(10_000).fill(leaf) }, nested(5_000), cyclic];
    const millis = threadMillis(() => expect(documents.some((document) => validateConditions(document).ok)).toBe(false));
    expect(millis).toBeLessThan(50);
  });

  it('knows the topics of a website when it is told them, and takes any when it is not', () => {
    const asking = (value: unknown) => ({ all: [{ fact: 'message.topics', operator: 'containsAny', value: [value] }] });
    const values = { 'message.topics': ['billing', 'vip'] };
    expect(validateConditions(asking('vip'), 'before_reply', values).ok).toBe(true);
    expect(validateConditions(asking('weather'), 'before_reply', values).errors[0]).toEqual({
      path: 'conditions.all.0.value',
      message: 'entry 1 must be one of billing, vip',
    });
    expect(validateConditions(asking('weather'), 'before_reply').ok).toBe(true);
    expect(validateConditions(asking(7), 'before_reply').ok).toBe(false);
  });

  it('looks at own properties only', () => {
    expect(firstPath({ all: [Object.create(leaf)] })).toBe('conditions.all.0.fact');
  });
});
