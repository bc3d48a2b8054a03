import { TestBed } from '@angular/core/testing';
import type { KnowledgeArticle, Page } from '#contracts';
import { ArticleList } from './article-list';
import { KnowledgeApi, type ArticleQuery } from './knowledge-api';

function anArticle(title: string): KnowledgeArticle {
  return {
    id: title,
    websiteId: 'w',
    title,
    body: 'b',
    questions: [],
    language: 'en',
    url: null,
    published: true,
    uses: 0,
    createdAt: '',
    updatedAt: '',
    updatedBy: null,
  };
}

describe('ArticleList', () => {
  function setup() {
    const calls: { query: ArticleQuery; answer: (page: Page<KnowledgeArticle>) => void; refuse: (error: unknown) => void }[] = [];
    const api = { list: (query: ArticleQuery) => new Promise<Page<KnowledgeArticle>>((answer, refuse) => calls.push({ query, answer, refuse })) };
    TestBed.configureTestingModule({ providers: [ArticleList, { provide: KnowledgeApi, useValue: api }] });
    const list = TestBed.inject(ArticleList);
    return { list, calls, titles: () => list.articles().map(({ title }) => title) };
  }
  const everything = { websiteId: 'w', text: '', shelf: 'all', language: '' } as const;

  it('pages on by cursor', async () => {
    const { list, calls, titles } = setup();
    const first = list.show(everything);
    calls[0]!.answer({ items: [anArticle('a')], nextCursor: 'next' });
    await first;
    expect(list.hasMore()).toBe(true);
    const second = list.more();
    expect(calls[1]!.query.cursor).toBe('next');
    calls[1]!.answer({ items: [anArticle('b')], nextCursor: null });
    await second;
    expect(titles()).toEqual(['a', 'b']);
    expect(list.hasMore()).toBe(false);
  });

  it('shows the answer to the latest question, also when an older one comes later', async () => {
    const { list, calls, titles } = setup();
    const older = list.show({ ...everything, text: 'ret' });
    const newer = list.show({ ...everything, text: 'returns' });
    calls[1]!.answer({ items: [anArticle('returns')], nextCursor: null });
    await newer;
    calls[0]!.answer({ items: [anArticle('retail')], nextCursor: null });
    await older;
    expect(titles()).toEqual(['returns']);
    expect(list.loading()).toBe(false);
  });

  it('asks for drafts or published ones', () => {
    const { list, calls } = setup();
    for (const shelf of ['all', 'published', 'drafts'] as const) void list.show({ ...everything, shelf });
    expect(calls.map(({ query }) => query.published)).toEqual([null, true, false]);
  });

  it('says what went wrong and can try again', async () => {
    const { list, calls, titles } = setup();
    const shown = list.show(everything);
    calls[0]!.refuse(new Error('no'));
    await shown;
    expect(list.problem()?.detail).toBe('no');
    const again = list.again();
    calls[1]!.answer({ items: [anArticle('a')], nextCursor: null });
    await again;
    expect(list.problem()).toBeNull();
    expect(titles()).toEqual(['a']);
  });
});
