import { TestBed } from '@angular/core/testing';
import type { RuleTrial, TryRule } from '#contracts';
import { RulesApi } from './rules-api';
import { aGroup, aLeaf } from './tree';
import { Trial } from './trial';

const leaf = aLeaf({ fact: 'message.length', operator: 'greaterThan', value: 10 });
const tree = aGroup('all', [leaf]);
const MESSAGE = { kind: 'message', text: 'hello' } as const;

function setup() {
  const asked: TryRule[] = [];
  const answer: RuleTrial = {
    fired: false,
    facts: {},
    evidence: { all: [{ fact: 'message.length', operator: 'greaterThan', value: 10, factValue: 5, result: false }], result: false },
  };
  const api = { try: (body: TryRule) => Promise.resolve((asked.push(body), answer)) };
  TestBed.configureTestingModule({ providers: [Trial, { provide: RulesApi, useValue: api }] });
  return { sut: TestBed.inject(Trial), asked };
}

describe('Trial', () => {
  it('lights the tree with the value each fact had', async () => {
    const { sut, asked } = setup();
    await sut.run(MESSAGE, { tree, stage: 'before_reply' }, 'site');
    expect(sut.lights().get(leaf.id)).toEqual({ held: false, factValue: 5 });
    expect(asked[0]).toMatchObject({ text: 'hello', rule: { stage: 'before_reply', websiteId: 'site' } });
  });

  it('tries the same again when the rule has changed, and only then', async () => {
    const { sut, asked } = setup();
    const sketch = { tree, stage: 'before_reply' } as const;
    await sut.follow(sketch, 'site');
    await sut.run({ kind: 'session', sessionId: 's', seq: null }, sketch, 'site');
    await sut.follow(sketch, 'site');
    expect(asked).toHaveLength(1);
    await sut.follow({ ...sketch, tree: aGroup('any', [leaf]) }, 'site');
    expect(asked.map(({ sessionId, seq }) => [sessionId, seq])).toEqual([
      ['s', undefined],
      ['s', undefined],
    ]);
  });

  it('is dark when the light was put out', async () => {
    const { sut } = setup();
    await sut.run(MESSAGE, { tree, stage: 'before_reply' }, 'site');
    sut.putOut();
    expect(sut.lights().size).toBe(0);
  });
});
