import { TestBed } from '@angular/core/testing';
import type { Rule } from '#contracts';
import { newRule } from './rule-draft';
import { RuleEditor } from './rule-editor';
import { RulesApi } from './rules-api';

const rule = (id: string) =>
  ({
    id,
    name: `rule ${id}`,
    enabled: true,
    mode: 'live',
    stage: 'before_reply',
    priority: 50,
    conditions: { all: [] },
    action: { type: 'handoff' },
  }) as unknown as Rule;

function setup() {
  const asked = new Map<string, PromiseWithResolvers<Rule>>();
  const get = (id: string) => asked.set(id, Promise.withResolvers<Rule>()).get(id)!.promise;
  TestBed.configureTestingModule({ providers: [RuleEditor, { provide: RulesApi, useValue: { get } }] });
  return { sut: TestBed.inject(RuleEditor), asked };
}

describe('RuleEditor', () => {
  it('shows the rule that was asked for last, whichever answer is first', async () => {
    const { sut, asked } = setup();
    const opened = [sut.open('a'), sut.open('b')];
    asked.get('b')!.resolve(rule('b'));
    asked.get('a')!.resolve(rule('a'));
    await Promise.all(opened);
    expect(sut.rule()?.id).toBe('b');
  });

  it('lets a late copy, or the news that there is none, replace no rule that was begun meanwhile', async () => {
    const { sut, asked } = setup();
    const late = [sut.copyOf('a', (name) => `${name}, copied`), sut.copyOf('gone', (name) => name)];
    sut.begin({ ...newRule(), name: 'mine' });
    asked.get('a')!.resolve(rule('a'));
    asked.get('gone')!.reject(new Error('gone'));
    expect(await Promise.all(late)).toEqual([null, null]);
    expect(sut.draft().name).toBe('mine');
    expect(sut.loadProblem()).toBeNull();
  });
});
