import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LANGUAGES, Texts } from '../../../i18n';
import { FakeTeam } from '../testing/fake-team';
import { inboxTexts } from '../texts';
import { InboxPage } from './inbox-page';

const LONGER_THAN_A_PAUSE_MS = 300;

@Component({ template: '' })
class Beside {}

/** The open conversations, searched. */
async function setup() {
  const team = new FakeTeam();
  const routes = [{ path: 'inbox/:view', component: InboxPage, children: [{ path: '', component: Beside }] }];
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
  return { element };
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
});
