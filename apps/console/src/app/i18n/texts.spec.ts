import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { defineTexts } from './define-texts';
import type { TextsLike } from './text-types';
import { Texts } from './texts';

const en = {
  hello: 'Hello {{name}}',
  list: { heading: 'Rows', waiting: { one: 'One waits for {{team}}', other: '{{count}} wait for {{team}}' } },
} as const;
const de: TextsLike<typeof en> = {
  hello: 'Hallo {{name}}',
  list: { heading: 'Zeilen', waiting: { one: 'Eine wartet auf {{team}}', other: '{{count}} warten auf {{team}}' } },
};

function setup() {
  const loaders = {
    en: jest.fn(async () => ({ en })),
    de: jest.fn(async () => ({ de })),
    es: jest.fn(async () => ({ es: de })),
    fr: jest.fn(async () => ({ fr: de })),
  };
  const rowTexts = defineTexts('rows', loaders);

  @Component({ template: `{{ t('hello', { name }) }}` })
  class Page {
    readonly t = rowTexts();
    readonly name = 'Vera {{name}}';
  }

  const load = () => TestBed.runInInjectionContext(async () => rowTexts.loaded({} as never, {} as never));
  return { loaders, load, Page, t: () => TestBed.runInInjectionContext(() => rowTexts()), texts: TestBed.inject(Texts) };
}

describe('texts', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('are drawn again in the language that is chosen, and name it to the browser', async () => {
    const { load, Page, texts } = setup();
    await load();
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    expect(page.nativeElement.textContent).toBe('Hello Vera {{name}}');
    await texts.choose('de');
    await page.whenStable();
    expect(page.nativeElement.textContent).toBe('Hallo Vera {{name}}');
    expect(document.documentElement.lang).toBe('de');
    expect(localStorage.getItem('baton.language')).toBe('de');
  });

  it('count as the language counts', async () => {
    const { load, t, texts } = setup();
    await load();
    const say = t();
    expect([0, 1, 2, 1200].map((count) => say('list.waiting', { count, team: 'us' }))).toEqual([
      '0 wait for us',
      'One waits for us',
      '2 wait for us',
      '1,200 wait for us',
    ]);
    await texts.choose('fr');
    expect(say('list.waiting', { count: 0, team: 'uns' })).toBe('Eine wartet auf uns');
  });

  it('stay as they are until every text of the new language is there', async () => {
    const { load, loaders, t, texts } = setup();
    await load();
    const { promise, resolve } = Promise.withResolvers<{ de: typeof de }>();
    loaders.de.mockReturnValueOnce(promise);
    const chosen = texts.choose('de');
    expect(texts.language()).toBe('en');
    resolve({ de });
    await chosen;
    expect(t()('list.heading')).toBe('Zeilen');
  });

  it('stay as they are when the new language cannot be loaded, and can be asked again', async () => {
    const { load, loaders, texts } = setup();
    await load();
    loaders.de.mockRejectedValueOnce(new Error('offline'));
    await expect(texts.choose('de')).rejects.toThrow('offline');
    expect(texts.language()).toBe('en');
    expect(localStorage.getItem('baton.language')).toBeNull();
    await texts.choose('de');
    expect(texts.language()).toBe('de');
  });

  it('are there in the language that was chosen while they loaded', async () => {
    const { load, loaders, t, texts } = setup();
    const { promise, resolve } = Promise.withResolvers<{ en: typeof en }>();
    loaders.en.mockReturnValueOnce(promise);
    const loaded = load();
    await texts.choose('de');
    resolve({ en });
    await loaded;
    expect(t()('list.heading')).toBe('Zeilen');
  });

  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['pt', 'ES-mx'], 'es'],
    [['ja'], 'en'],
  ])('speak to a browser of %j in %s', (languages, expected) => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
    expect(setup().texts.language()).toBe(expected);
  });

  it('do not compile with a wrong key, a missing value or one too many', () => {
    const check = () => {
      const t = inject(Texts) && setup().t();
      // @ts-expect-error there is no such text
      t('list.nothing');
      // @ts-expect-error it has a place for a name
      t('hello');
      // @ts-expect-error it counts
      t('list.waiting', { team: 'us' });
      // @ts-expect-error a part of the tree is no text
      t('list');
      // @ts-expect-error it has no places
      t('list.heading', { name: 'Vera' });
    };
    expect(check).toBeInstanceOf(Function);
  });
});
