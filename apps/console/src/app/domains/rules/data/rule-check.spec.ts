import { TestBed } from '@angular/core/testing';
import type { RuleValidation } from '#contracts';
import { newRule } from './rule-draft';
import { RuleCheck } from './rule-check';
import { RulesApi } from './rules-api';
import { aGroup, aLeaf, emptyCondition, type Group } from './tree';

const upset = () => aLeaf({ fact: 'message.sentiment', operator: 'lessThan', value: -0.4 });

function setup(answer: RuleValidation = { ok: true, errors: [] }) {
  const asked: unknown[] = [];
  const validate = (body: unknown) => Promise.resolve((asked.push(body), answer));
  TestBed.configureTestingModule({ providers: [RuleCheck, { provide: RulesApi, useValue: { validate } }] });
  return { sut: TestBed.inject(RuleCheck), asked };
}
const draftOf = (tree: Group) => ({ ...newRule(), tree });

describe('RuleCheck', () => {
  it('calls nothing wrong that is only not finished yet, until somebody insists', async () => {
    const { sut, asked } = setup();
    const gap = emptyCondition();
    const draft = draftOf(aGroup('all', [gap]));
    sut.note(draft);
    await sut.look(draft, 'site');
    expect([sut.problems().size, asked.length]).toEqual([0, 0]);
    expect(sut.insist()).toBe(false);
    expect([...sut.problems()]).toEqual([[gap.id, 'Choose what to ask about']]);
  });

  it('puts what the server objects to at its node, in known words', async () => {
    const leaf = upset();
    const inner = aGroup('any', [leaf]);
    const { sut } = setup({ ok: false, errors: [{ path: 'conditions.all.0.any.0.fact', message: '“x” is not known to a rule that runs before' }] });
    const draft = draftOf(aGroup('all', [inner]));
    sut.note(draft);
    await sut.look(draft, 'site');
    expect(sut.problems().get(leaf.id)).toMatch(/not known at that moment/);
  });

  it('forgets what was said of a tree that is another by now', async () => {
    const { sut } = setup({ ok: false, errors: [{ path: 'conditions.all.0.value', message: 'must be a number' }] });
    const draft = draftOf(aGroup('all', [upset()]));
    sut.note(draft);
    await sut.look(draft, 'site');
    expect(sut.problems().size).toBe(1);
    sut.note(draftOf(aGroup('all', [upset()])));
    expect(sut.problems().size).toBe(0);
  });
});
