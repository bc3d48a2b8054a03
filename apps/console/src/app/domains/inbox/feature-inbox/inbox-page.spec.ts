import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HandoffSummary } from '#contracts';
import { LANGUAGES, Texts } from '../../../i18n';
import { aSummary, minute } from '../testing/builders';
import { FakeTeam } from '../testing/fake-team';
import { inboxTexts } from '../texts';
import { InboxPage } from './inbox-page';

const LONGER_THAN_A_PAUSE_MS = 300;

@Component({ template: '' })
class Beside {}

/** The open conversations, of which a search finds these. */
async function setup(...found: readonly HandoffSummary[]) {
  const team = new FakeTeam();
  team.handoffs.list.mockImplementation(async ({ q }) => ({ items: q ? [...found] : [], nextCursor: null }));
  const children = ['', ':handoffId'].map((path) => ({ path, component: Beside }));
  const routes = [{ path: 'inbox/:view', component: InboxPage, children }];
  TestBed.configureTestingModule({ providers: [...team.providers, provideRouter(routes, withComponentInputBinding())] });
  const harness = await RouterTestingHarness.create('/inbox/open');
  const element = harness.routeNativeElement!;
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_PAUSE_MS));
    await harness.fixture.whenStable();
  };
  await settled();
  element.querySelector<HTMLButtonElement>('.bar button:last-of-type')!.click();
  await harness.fixture.whenStable();
  const field = element.querySelector<HTMLInputElement>('.search input')!;
  field.value = 'gearbox';
  field.dispatchEvent(new Event('input'));
  await settled();
  const press = async (key: string, on: EventTarget): Promise<void> => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await harness.fixture.whenStable();
  };
  return { element, field, press, url: () => TestBed.inject(Router).url };
}

describe('a search in the inbox', () => {
  afterEach(() => TestBed.inject(Texts).choose('en'));

  it.each(LANGUAGES)('says in %s that nothing of that was said, not that nobody is called so', async (language) => {
    const { element } = await setup();
    await TestBed.runInInjectionContext(() => inboxTexts.bring());
    await TestBed.inject(Texts).choose(language);
    TestBed.tick();
    const text = element.querySelector('ba-empty')!.textContent;
    expect(text).toContain('gearbox');
    expect(text).toMatch(/No conversation|Keine Unterhaltung|Ninguna conversación|Aucune conversation/u);
  });

  it('leads with Enter, or step by step, to the message that was found', async () => {
    const said = (seq: number) => ({ seq, author: 'visitor' as const, text: 'The gearbox rattles', at: minute(2) });
    const { field, press, url } = await setup(aSummary({ found: said(2) }), aSummary({ id: 'h2', found: said(7) }));
    await press('Enter', field);
    expect(url()).toBe('/inbox/open/h1#2');
    await press('j', document);
    expect(url()).toBe('/inbox/open/h2#7');
  });
});
