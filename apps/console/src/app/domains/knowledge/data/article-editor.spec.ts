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
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

describe('ArticleEditor', () => {
  function setup() {
    const written: unknown[] = [];
    const api: Partial<KnowledgeApi> = {
      get: async () => ARTICLE,
      create: async (article: SaveKnowledgeArticle) => (written.push(['create', article]), { ...ARTICLE, ...article, url: null }) as KnowledgeArticle,
      change: async (id: string, article: SaveKnowledgeArticle) =>
        (written.push(['change', id, article]), { ...ARTICLE, ...article, url: null }) as KnowledgeArticle,
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
});
