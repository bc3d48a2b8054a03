import fc from 'fast-check';
import type { RuleConditions, RuleNode } from '#contracts';
import { aGroup, aLeaf, conditionsOf, copyOf, findNode, isGroup, nodesOf, pathsOf, treeOf, type Group } from './tree';
import { duplicate, insert, mayMoveInto, moveTo, negate, remove, setJoin, step, unwrap, wrap } from './tree-edit';

const leaf = (fact: string) => aLeaf({ fact, operator: 'equal', value: true });
/** The tree as one line: `all(a any(b c))`. */
const line = (node: Group | ReturnType<typeof leaf>): string =>
  isGroup(node) ? `${node.join}(${node.children.map((child) => line(child as Group)).join(' ')})` : node.condition.fact;

describe('a tree of conditions', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(leaf) as [
    ReturnType<typeof leaf>,
    ReturnType<typeof leaf>,
    ReturnType<typeof leaf>,
    ReturnType<typeof leaf>,
  ];
  const inner = aGroup('any', [b, c]);
  const not = aGroup('not', [d]);
  const root = aGroup('all', [a, inner, not]);

  it.each<[string, () => Group, string]>([
    ['moves down among its siblings', () => step(root, a.id, 'down'), 'all(any(b c) a not(d))'],
    ['moves up among its siblings', () => step(root, c.id, 'up'), 'all(a any(c b) not(d))'],
    ['stops at the ends', () => step(root, a.id, 'up'), 'all(a any(b c) not(d))'],
    ['moves into the group after it', () => step(root, a.id, 'in'), 'all(any(a b c) not(d))'],
    ['moves out to just after its group', () => step(root, b.id, 'out'), 'all(a any(c) b not(d))'],
    ['takes the “not” along when its only child leaves', () => step(root, d.id, 'out'), 'all(a any(b c) d)'],
    ['moves by dragging, before something', () => moveTo(root, c.id, root.id, 0), 'all(c a any(b) not(d))'],
    ['moves by dragging, within its group', () => moveTo(root, a.id, root.id, 3), 'all(any(b c) not(d) a)'],
    ['never moves into itself', () => moveTo(root, inner.id, inner.id, 0), 'all(a any(b c) not(d))'],
    ['never gives a “not” a second child', () => moveTo(root, a.id, not.id, 0), 'all(a any(b c) not(d))'],
    ['removes a “not” with its only child', () => remove(root, d.id), 'all(a any(b c))'],
    ['keeps an empty group', () => remove(remove(root, b.id), c.id), 'all(a any() not(d))'],
    ['wraps', () => wrap(root, a.id, 'any'), 'all(any(a) any(b c) not(d))'],
    ['unwraps', () => unwrap(root, inner.id), 'all(a b c not(d))'],
    ['negates a condition', () => negate(root, a.id), 'all(not(a) any(b c) not(d))'],
    ['negates back from inside', () => negate(root, d.id), 'all(a any(b c) d)'],
    ['negates the whole', () => negate(root, root.id), 'not(all(a any(b c) not(d)))'],
    ['and back', () => negate(aGroup('not', [root]), root.id), 'all(a any(b c) not(d))'],
    ['keeps several children together in a “not”', () => setJoin(root, inner.id, 'not'), 'all(a not(any(b c)) not(d))'],
    ['turns a “not” into a group', () => setJoin(root, not.id, 'any'), 'all(a any(b c) any(d))'],
    ['duplicates', () => duplicate(root, inner.id).root, 'all(a any(b c) any(b c) not(d))'],
    ['duplicates inside a “not”', () => duplicate(root, d.id).root, 'all(a any(b c) not(all(d d)))'],
    ['inserts', () => insert(root, inner.id, 1, copyOf(a)), 'all(a any(b a c) not(d))'],
  ])('%s', (_name, act, expected) => expect(line(act())).toBe(expected));

  it('knows where each node stands', () => {
    expect([...pathsOf(root).keys()]).toEqual([
      'conditions',
      'conditions.all.0',
      'conditions.all.1',
      'conditions.all.1.any.0',
      'conditions.all.1.any.1',
      'conditions.all.2',
      'conditions.all.2.not',
    ]);
  });
});

const { document } = fc.letrec<{ node: RuleNode; group: RuleConditions; document: RuleConditions }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ fact: fc.string(), operator: fc.string(), value: fc.jsonValue() }, { requiredKeys: ['fact', 'operator', 'value'] }),
    tie('group'),
  ),
  group: fc.oneof(
    fc.record({ all: fc.array(tie('node'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 4 }) }),
    fc.record({ not: tie('node') }),
  ),
  document: tie('group'),
}));

describe('whatever is done to a tree', () => {
  const act = fc.tuple(fc.nat(), fc.nat(), fc.nat(20), fc.nat(6));
  const acts = fc.array(act, { maxLength: 12 });

  function done(root: Group, [which, other, index, what]: readonly [number, number, number, number]): Group {
    const nodes = [...nodesOf(root)];
    const id = nodes[which % nodes.length]!.id;
    const target = nodes[other % nodes.length]!.id;
    switch (what) {
      case 0:
        return moveTo(root, id, target, index);
      case 1:
        return step(root, id, (['up', 'down', 'in', 'out'] as const)[index % 4]!);
      case 2:
        return duplicate(root, id).root;
      case 3:
        return wrap(root, id, (['all', 'any', 'not'] as const)[index % 3]!);
      case 4:
        return index % 2 === 0 ? unwrap(root, id) : negate(root, id);
      case 5:
        return setJoin(root, id, (['all', 'any', 'not'] as const)[index % 3]!);
      default:
        return remove(root, id);
    }
  }

  it('stays a tree: every id once, the root a group, one child in every “not”, and the same document again', () => {
    fc.assert(
      fc.property(document, acts, (conditions, steps) => {
        let root = treeOf(conditions);
        for (const one of steps) root = done(root, one);
        const nodes = [...nodesOf(root)];
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        expect(isGroup(root)).toBe(true);
        for (const node of nodes) if (isGroup(node) && node.join === 'not') expect(node.children).toHaveLength(1);
        const again = conditionsOf(root);
        expect(conditionsOf(treeOf(again))).toEqual(again);
      }),
      { numRuns: 300 },
    );
  });

  it('moves lose nothing', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), fc.nat(6), (conditions, which, other, index) => {
        const root = treeOf(conditions);
        const nodes = [...nodesOf(root)];
        const [node, target] = [nodes[which % nodes.length]!, nodes[other % nodes.length]!];
        const moved = moveTo(root, node.id, target.id, index);
        if (!mayMoveInto(root, node.id, target.id)) return expect(moved).toBe(root);
        expect(leavesOf(moved)).toEqual(leavesOf(root));
        expect(findNode(moved, node.id)).toBe(node);
      }),
      { numRuns: 300 },
    );
  });
});

const leavesOf = (root: Group): string[] =>
  [...nodesOf(root)]
    .filter((node) => !isGroup(node))
    .map(({ id }) => id)
    .sort();
