import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Rule, RuleTrial, SaveRule } from '#contracts';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { WebsiteNames } from '../../../editing/website-names';
import { SignedIn } from '../../../shell';
import { RulesApi } from '../data/rules-api';
import routes from '../routes';
import RuleEditPage from './rule-edit.page';

const PLAN = { name: 'visitor.*', label: 'Attribute', type: 'string', operators: ['equal'], example: 'premium', stages: ['before_reply'] };
const TRIAL: RuleTrial = {
  fired: true,
  facts: {},
  evidence: { all: [{ fact: 'visitor.plan', operator: 'equal', value: 'premium', factValue: 'premium', result: true }], result: true },
};
const saved = (id: string, body: SaveRule) =>
  ({ cooldownSeconds: null, code: 'custom_rule', builtIn: false, updatedAt: '2026-11-29T10:00:00Z', ...body, id, version: 1 }) as unknown as Rule;

async function setup(url: string) {
  const rules = new Map<string, Rule>();
  let trials = 0;
  const page = { items: [], nextCursor: null };
  const api = {
    get: async (id: string) => rules.get(id)!,
    create: async (body: SaveRule) => rules.set('r1', saved('r1', body)).get('r1')!,
    facts: async () => ({ ...page, items: [PLAN], attributes: [] }),
    teams: async () => [],
    validate: async () => ({ ok: true, errors: [] }),
    try: async () => ((trials += 1), TRIAL),
    versions: async () => [],
    decisions: async () => page,
    comparison: async () => ({ both: 0, onlyRule: 0, onlyActual: 0, neither: 0 }),
  };
  const chosen = { id: signal('site'), websites: signal([]), locale: signal('en') };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'rules', children: routes }], withComponentInputBinding()),
      { provide: RulesApi, useValue: api },
      { provide: SignedIn, useValue: { can: () => true, isKnown: async () => true } },
    ],
  });
  TestBed.overrideComponent(RuleEditPage, {
    remove: { providers: [ChosenWebsite, WebsiteNames] },
    add: { providers: [{ provide: ChosenWebsite, useValue: chosen }] },
  });
  const harness = await RouterTestingHarness.create(url);
  const settled = async (): Promise<void> => {
    await harness.fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await harness.fixture.whenStable();
  };
  await settled();
  const element = (): HTMLElement => harness.routeNativeElement!;
  const press = async (label: string): Promise<void> => {
    [...element().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label)!.click();
    await settled();
  };
  const field = () => element().querySelector<HTMLTextAreaElement>('baton-try-box textarea')!;
  const tryWith = async (text: string): Promise<void> => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await settled();
    await press('Try');
  };
  const goTo = async (next: string): Promise<void> => {
    await harness.navigateByUrl(next);
    await settled();
  };
  return { element, press, field, tryWith, goTo, trials: () => trials, url: () => TestBed.inject(Router).url };
}

describe('a rule that is created', () => {
  it('keeps what was tried with it, and its lights', async () => {
    const { element, press, field, tryWith, trials, url } = await setup('/rules/new?as=premium');
    await tryWith('Where is my order?');
    expect(element().querySelector('baton-condition-node.met')).not.toBeNull();
    await press('Create rule');
    expect(url()).toBe('/rules/r1');
    expect(document.title).toBe('rules.titles.edit');
    expect(element().textContent).toContain('Save version 2');
    expect(field().value).toBe('Where is my order?');
    expect(element().textContent).toContain('Would hand over.');
    expect(element().querySelector('baton-condition-node.met')).not.toBeNull();
    expect(trials()).toBe(1);
  });

  it('leaves nothing of that to a copy of it', async () => {
    const { element, press, field, tryWith, goTo } = await setup('/rules/new?as=premium');
    await tryWith('Where is my order?');
    await press('Create rule');
    await goTo('/rules/new?from=r1');
    expect(document.title).toBe('rules.titles.create');
    expect(element().querySelector<HTMLInputElement>('ba-field input')!.value).toBe('Important customers (copy)');
    expect(field().value).toBe('');
    expect(element().textContent).not.toContain('Would hand over.');
  });
});
