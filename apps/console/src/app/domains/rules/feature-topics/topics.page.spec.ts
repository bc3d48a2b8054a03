import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BuiltInTopic, SaveTopicLists, TopicLists, TryTopics } from '#contracts';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { WebsiteNames } from '../../../editing/website-names';
import { SignedIn } from '../../../shell';
import { TopicsApi } from '../data/topics-api';
import TopicsPage from './topics.page';

const BUILT_IN: BuiltInTopic[] = [
  {
    topic: 'billing',
    language: 'en',
    signs: [
      { id: 'invoice', parts: [{ words: ['invoice', 'bill'], optional: false, gap: 0 }], weak: false },
      {
        id: 'money back',
        parts: [
          { words: ['money'], optional: false, gap: 0 },
          { words: ['back'], optional: false, gap: 2 },
        ],
        weak: true,
      },
    ],
  },
];
const LISTS: TopicLists = { version: 0, topics: [], updatedAt: null, updatedBy: null };
const NORTHWIND = { id: 'site', name: 'Northwind', locale: 'en' };

async function setup({ mayEdit = true } = {}) {
  const saved: SaveTopicLists[] = [];
  const tried: TryTopics[] = [];
  const api = {
    get: () => Promise.resolve(LISTS),
    builtIn: () => Promise.resolve(BUILT_IN),
    versions: () => Promise.resolve([]),
    save: (_id: string, body: SaveTopicLists) => Promise.resolve((saved.push(body), { ...LISTS, version: 1, topics: body.topics })),
    try: (_id: string, body: TryTopics) => {
      tried.push(body);
      const evidence = [{ start: 0, end: 4, text: 'gold', label: 'vip' }];
      return Promise.resolve({ language: 'en', topics: [{ key: 'vip', label: 'VIP', score: 1, counts: true, evidence }] });
    },
  };
  const chosen = { id: signal('site'), websites: signal([NORTHWIND]), locale: signal('en'), choose: () => undefined };
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: TopicsApi, useValue: api }, { provide: SignedIn, useValue: { can: () => mayEdit } }],
  });
  TestBed.overrideComponent(TopicsPage, {
    remove: { providers: [ChosenWebsite, WebsiteNames] },
    add: { providers: [{ provide: ChosenWebsite, useValue: chosen }] },
  });
  const fixture = TestBed.createComponent(TopicsPage);
  const element = fixture.nativeElement as HTMLElement;
  const settled = async (): Promise<void> => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
  };
  await settled();
  const button = (name: string) => [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)!;
  const type = (input: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  return { element, button, type, settled, saved, tried };
}

describe('TopicsPage', () => {
  it('shows the signs of a topic in the language of the website, and switches one off', async () => {
    const { element, button, settled, saved } = await setup();
    const signs = [...element.querySelectorAll<HTMLElement>('baton-sign-list li')];
    expect(signs.map((sign) => [...sign.querySelectorAll('span')].map(({ textContent }) => textContent.trim()))).toEqual([
      ['invoice / bill'],
      ['money … back', 'only together with another sign'],
    ]);
    signs[0]!.querySelector('input')!.click();
    await settled();
    button('Save topics').click();
    await settled();
    expect(saved).toEqual([{ version: 0, topics: [{ key: 'billing', label: null, words: [{ language: 'en', added: [], off: ['invoice'] }] }] }]);
    expect(element.querySelector('.topics')?.textContent).toContain('one switched off');
  });

  it('makes a topic, gives it words, and tries them before they are saved', async () => {
    const { element, button, type, settled, tried } = await setup();
    const name = element.querySelector<HTMLInputElement>('.new input')!;
    type(name, 'VIP');
    button('Add a topic').click();
    await settled();
    const words = element.querySelector<HTMLInputElement>('baton-chip-input input')!;
    words.value = 'gold card';
    words.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    type(element.querySelector('textarea')!, 'I have a gold card');
    await settled();
    button('Try').click();
    await settled();
    expect(tried[0]?.topics).toEqual([{ key: 'vip', label: 'VIP', words: [{ language: 'en', added: ['gold card'], off: [] }] }]);
    expect(element.querySelector('baton-topic-trial')?.textContent).toMatch(/It is about VIP\.\s+because of “gold”/);
  });

  it('takes no name twice', async () => {
    const { element, button, type, settled } = await setup();
    type(element.querySelector('.new input')!, 'Billing');
    button('Add a topic').click();
    await settled();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('a name that no other has');
  });

  it('lets those look who may not edit', async () => {
    const { element, button } = await setup({ mayEdit: false });
    expect(button('Save topics')).toBeUndefined();
    expect([...element.querySelectorAll<HTMLInputElement>('baton-sign-list input')].every(({ disabled }) => disabled)).toBe(true);
  });
});
