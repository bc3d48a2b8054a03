import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChangeRule, Permission, Rule, RuleTrial, RuleVersion, SaveRule } from '#contracts';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { WebsiteNames } from '../../../editing/website-names';
import { Shortcuts, SignedIn } from '../../../shell';
import { RulesApi } from '../data/rules-api';
import RuleEditPage from './rule-edit.page';

const RULE: Rule = {
  id: 'r1',
  websiteId: 'site',
  name: 'Long messages',
  enabled: true,
  mode: 'shadow',
  stage: 'before_reply',
  priority: 50,
  cooldownSeconds: null,
  conditions: { all: [{ fact: 'message.length', operator: 'greaterThan', value: 200 }] },
  action: { type: 'handoff', priority: 'normal' },
  version: 2,
  trigger: 'custom_rule',
  code: 'custom_rule',
  builtIn: false,
  updatedAt: '2026-11-29T10:00:00Z',
};
const { name, enabled, mode, priority, cooldownSeconds, conditions, action } = RULE;
const VERSION: RuleVersion = {
  ...{ name, enabled, mode, priority, cooldownSeconds, conditions, action },
  version: 2,
  author: { id: 'ana', name: 'Ana' },
  createdAt: RULE.updatedAt,
};
const LENGTH = { name: 'message.length', label: 'Length', type: 'number', operators: ['greaterThan'], example: 120, stages: ['before_reply'] };
const newer = new HttpErrorResponse({ status: 409, error: { code: 'rule.changed', detail: 'Ana has changed this rule.', status: 409 } });

async function setup(inputs: { id?: string; as?: string }, can: (permission: Permission) => boolean = () => true) {
  const created: SaveRule[] = [];
  const changed: ChangeRule[] = [];
  let served = RULE;
  const trial: RuleTrial = { fired: true, facts: {}, evidence: { all: [], result: true } };
  const api = {
    get: () => Promise.resolve(served),
    create: (body: SaveRule) => Promise.resolve((created.push(body), { ...RULE, version: 1 })),
    change: (_id: string, body: ChangeRule) => {
      changed.push(body);
      return body.ifVersion === served.version
        ? Promise.resolve({ ...served, name: body.name ?? served.name, version: served.version + 1 })
        : Promise.reject(newer);
    },
    facts: () => Promise.resolve({ items: [LENGTH], nextCursor: null, attributes: [] }),
    teams: () => Promise.resolve([]),
    validate: () => Promise.resolve({ ok: true, errors: [] }),
    try: () => Promise.resolve(trial),
    versions: () => Promise.resolve([{ ...VERSION, version: served.version }]),
    decisions: () => Promise.resolve({ items: [], nextCursor: null }),
    comparison: () => Promise.resolve({ both: 0, onlyRule: 0, onlyActual: 0, neither: 0 }),
  };
  const chosen = { id: signal('site'), websites: signal([{ id: 'site', name: 'Northwind', locale: 'en' }]), locale: signal('en') };
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: RulesApi, useValue: api }, { provide: SignedIn, useValue: { can } }],
  });
  TestBed.overrideComponent(RuleEditPage, {
    remove: { providers: [ChosenWebsite, WebsiteNames] },
    add: { providers: [{ provide: ChosenWebsite, useValue: chosen }] },
  });
  const went: unknown[] = [];
  TestBed.inject(Router).navigate = (commands) => Promise.resolve((went.push(commands), true));
  const fixture = TestBed.createComponent(RuleEditPage);
  for (const [key, value] of Object.entries(inputs)) fixture.componentRef.setInput(key, value);
  const element = fixture.nativeElement as HTMLElement;
  const settled = async (): Promise<void> => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await fixture.whenStable();
  };
  await settled();
  const press = async (label: string | RegExp): Promise<void> => {
    const matches = (text: string) => (typeof label === 'string' ? text === label : label.test(text));
    [...element.querySelectorAll('button')].find(({ textContent }) => matches(textContent.trim()))!.click();
    await settled();
  };
  const write = async (what: string): Promise<void> => {
    const field = element.querySelector<HTMLInputElement>('ba-field input')!;
    field.value = what;
    field.dispatchEvent(new Event('input'));
    await settled();
  };
  const said = () => element.textContent.replace(/\s+/g, ' ');
  return { page: fixture.componentInstance, element, press, write, said, created, changed, went, serve: (rule: Rule) => (served = rule) };
}

describe('RuleEditPage', () => {
  it('insists on what is missing, and saves nothing until it is there', async () => {
    const { press, said, created } = await setup({});
    expect(said()).not.toContain('Give the rule a name');
    await press('Create rule');
    expect(said()).toContain('Give the rule a name');
    expect(said()).toContain('2 things are missing or wrong');
    expect(created).toEqual([]);
  });

  it('begins as a template, in shadow', async () => {
    const { press, created, went, said } = await setup({ as: 'premium' });
    expect(said()).toContain('Hand over when the visitor’s plan is premium.');
    await press('Create rule');
    expect(created[0]).toMatchObject({ name: 'Important customers', mode: 'shadow', enabled: true, websiteId: 'site' });
    expect(went).toEqual([['/rules', 'r1']]);
  });

  it('says who was faster and how theirs differs, and saves mine over it when asked', async () => {
    const { page, press, write, said, changed, serve } = await setup({ id: 'r1' });
    await write('Very long messages');
    expect(page.hasUnsavedChanges()).toBe(true);
    serve({ ...RULE, version: 3, priority: 60 });
    await press('Save version 3');
    expect(said()).toContain('Ana has changed this rule meanwhile');
    expect(said()).toContain('place in the order 50 → 60');
    await press('Save mine over it');
    expect(changed.at(-1)).toEqual({ name: 'Very long messages', priority: 50, ifVersion: 3 });
    expect(page.hasUnsavedChanges()).toBe(false);
  });

  it('offers nothing that looks into past conversations to whoever may not read them, and says what is missing', async () => {
    const { element, said } = await setup({ id: 'r1' }, (permission) => permission !== 'session.view');
    expect(element.querySelector('baton-replay-panel')).toBeNull();
    expect(element.querySelector('baton-try-box')!.textContent).not.toContain('A past conversation');
    expect(said()).toContain('you lack the permission “See sessions that were never handed off”');
    const replay = TestBed.inject(Shortcuts)
      .all()
      .find(({ id }) => id === 'rules.replay');
    expect(replay?.when?.()).toBe(false);
  });

  it('offers them to whoever may', async () => {
    const { element } = await setup({ id: 'r1' });
    expect(element.querySelector('baton-replay-panel')).not.toBeNull();
    expect(element.querySelector('baton-try-box')!.textContent).toContain('A past conversation');
  });
});
