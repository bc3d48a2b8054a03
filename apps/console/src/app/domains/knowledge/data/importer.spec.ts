import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { SaveKnowledgeArticle } from '#contracts';
import { Importer } from './importer';
import { KnowledgeApi } from './knowledge-api';

describe('Importer', () => {
  function setup() {
    const written: SaveKnowledgeArticle[] = [];
    const broken = new Set<string>();
    const create = (article: SaveKnowledgeArticle) => {
      if (broken.has(article.title)) return Promise.reject(new HttpErrorResponse({ status: 0 }));
      written.push(article);
      return Promise.resolve(article);
    };
    TestBed.configureTestingModule({ providers: [Importer, { provide: KnowledgeApi, useValue: { create } }] });
    return { importer: TestBed.inject(Importer), written, broken };
  }

  it('brings articles in as drafts, in the website’s language unless they name their own', async () => {
    const { importer, written } = setup();
    importer.text.set('title,body,language\nA,one,de\nB,two,');
    expect(await importer.bringIn('w1', 'fr')).toBe(true);
    expect(written.map(({ websiteId, title, language, published }) => [websiteId, title, language, published])).toEqual([
      ['w1', 'A', 'de', false],
      ['w1', 'B', 'fr', false],
    ]);
  });

  it('goes on where it broke off, so that nothing comes twice', async () => {
    const { importer, written, broken } = setup();
    importer.text.set('# A\none\n# B\ntwo\n# C\nthree');
    broken.add('B');
    expect(await importer.bringIn('w1', 'en')).toBe(false);
    expect(importer.problem()).not.toBeNull();
    expect(importer.waiting().map(({ title }) => title)).toEqual(['B', 'C']);
    broken.clear();
    expect(await importer.bringIn('w1', 'en')).toBe(true);
    expect(written.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(importer.waiting()).toEqual([]);
  });
});
