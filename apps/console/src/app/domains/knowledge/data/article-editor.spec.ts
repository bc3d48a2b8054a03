import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { KnowledgeArticle, SaveKnowledgeArticle } from '#contracts';
import { ArticleEditor } from './article-editor';
import { KnowledgeApi } from './knowledge-api';

const ARTICLE: KnowledgeArticle = {
  id: 'a1',
  websiteId: 'w1',
  title: 'Returns',
  body: 'Within 30 days.',
  questions: ['Can I send it back?'],
  language: 'en',
  url: null,
  published: true,
  uses: 0,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: null,
};

describe('ArticleEditor', () => {
  function setup(served: { article: KnowledgeArticle } = { article: ARTICLE }) {
    const written: unknown[] = [];
    const api: Partial<KnowledgeApi> = {
      get: async () => served.article,
      create: async (article: SaveKnowledgeArticle) => (written.push(['create', article]), { ...ARTICLE, ...article, url: null }) as KnowledgeArticle,
      change: async (id: string, article: SaveKnowledgeArticle, ifUpdatedAt: string) => {
        if (ifUpdatedAt !== served.article.updatedAt) {
          throw new HttpErrorResponse({ status: 409, error: { status: 409, code: 'article.changed', detail: 'Bea has changed it.' } });
        }
        written.push(['change', id, article]);
        return { ...ARTICLE, ...article, url: null, updatedAt: '2026-01-03T00:00:00Z' } as KnowledgeArticle;
      },
    };
    TestBed.configureTestingModule({ providers: [ArticleEditor, { provide: KnowledgeApi, useValue: api }] });
    return { editor: TestBed.inject(ArticleEditor), written };
  }

  it('writes a new article where it was begun, without empty lines', async () => {
    const { editor, written } = setup();
    editor.form().value.update((article) => ({ ...article, title: ' Returns ', body: 'Within 30 days.', questions: ['', 'Can I send it back?'] }));
    expect(await editor.save('w7')).toBe(true);
    expect(written).toEqual([
      [
        'create',
        {
          websiteId: 'w7',
          title: 'Returns',
          body: 'Within 30 days.',
          questions: ['Can I send it back?'],
          language: 'en',
          url: null,
          published: true,
        },
      ],
    ]);
    expect(editor.draft.changed()).toBe(false);
  });

  it('changes a known article where it is', async () => {
    const { editor, written } = setup();
    await editor.open('a1');
    editor.form.published().value.set(false);
    expect(editor.draft.changed()).toBe(true);
    await editor.save('elsewhere');
    expect(written).toMatchObject([['change', 'a1', { websiteId: 'w1', published: false }]]);
  });

  it.each([
    ['returns', false],
    ['javascript:alert(1)', false],
    ['https://shop.example/returns', true],
    ['', true],
  ])('takes “%s” as an address: %s', (url, valid) => {
    const { editor } = setup();
    editor.form.url().value.set(url);
    expect(editor.form.url().valid()).toBe(valid);
  });

  describe('when somebody else was faster', () => {
    const theirs: KnowledgeArticle = {
      ...ARTICLE,
      body: 'Within 14 days.',
      updatedAt: '2026-01-02T00:00:00Z',
      updatedBy: { id: 'u2', name: 'Bea' },
    };
    async function refused() {
      const served = { article: ARTICLE };
      const all = setup(served);
      await all.editor.open('a1');
      all.editor.form.body().value.set('Within 60 days.');
      served.article = theirs;
      expect(await all.editor.save('w1')).toBe(false);
      return all;
    }

    it('keeps what was written, saves nothing, and shows theirs', async () => {
      const { editor, written } = await refused();
      expect(written).toEqual([]);
      expect(editor.theirs()).toEqual(theirs);
      expect(editor.form.body().value()).toBe('Within 60 days.');
      expect(editor.draft.changed()).toBe(true);
    });

    it('saves mine over theirs when told to', async () => {
      const { editor, written } = await refused();
      editor.keepMine();
      expect(await editor.save('w1')).toBe(true);
      expect(written).toMatchObject([['change', 'a1', { body: 'Within 60 days.' }]]);
      expect(editor.theirs()).toBeNull();
    });

    it('takes theirs when told to', async () => {
      const { editor } = await refused();
      editor.takeTheirs();
      expect(editor.form.body().value()).toBe('Within 14 days.');
      expect(editor.draft.changed()).toBe(false);
    });
  });

  it('lets no late answer about another article in', async () => {
    const { editor, written } = setup();
    const opened = editor.open('a1');
    editor.begin('de');
    await opened;
    expect(editor.article()).toBeNull();
    editor.form().value.update((article) => ({ ...article, title: 'Pay', body: 'By card.' }));
    const saved = editor.save('w1');
    editor.begin('de');
    expect(await saved).toBe(false);
    expect([editor.article(), editor.form.title().value(), written.length]).toEqual([null, '', 1]);
  });

  it('begins a copy as a draft that is not saved yet', async () => {
    const { editor, written } = setup();
    await editor.copyOf('a1', (title) => `${title} (copy)`);
    expect(editor.form().value()).toMatchObject({ title: 'Returns (copy)', body: 'Within 30 days.', published: false });
    expect(editor.draft.changed()).toBe(true);
    await editor.save('w9');
    expect(written).toMatchObject([['create', { websiteId: 'w9', title: 'Returns (copy)' }]]);
  });
});
