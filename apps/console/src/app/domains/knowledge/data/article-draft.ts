import { applyEach, maxLength, required, schema, validate } from '@angular/forms/signals';
import type { KnowledgeArticle, SaveKnowledgeArticle } from '#contracts';

/** An article as its form holds it. */
export interface ArticleDraft {
  title: string;
  body: string;
  questions: string[];
  language: string;
  url: string;
  published: boolean;
}

export function newArticle(language: string): ArticleDraft {
  return { title: '', body: '', questions: [], language, url: '', published: true };
}

export function draftOf({ title, body, questions, language, url, published }: KnowledgeArticle): ArticleDraft {
  return { title, body, questions: [...questions], language, url: url ?? '', published };
}

export function toSave(websiteId: string, draft: ArticleDraft): SaveKnowledgeArticle {
  return {
    websiteId,
    title: draft.title.trim(),
    body: draft.body.trim(),
    questions: draft.questions.map((question) => question.trim()).filter(Boolean),
    language: draft.language,
    url: draft.url.trim() || null,
    published: draft.published,
  };
}

export const articleSchema = schema<ArticleDraft>((article) => {
  required(article.title, { message: 'Give the article a title; a question works best' });
  maxLength(article.title, 300, { message: 'At most 300 characters' });
  required(article.body, { message: 'Write the answer' });
  applyEach(article.questions, (question) => maxLength(question, 500, { message: 'At most 500 characters' }));
  validate(article.url, ({ value }) => {
    const url = value().trim();
    if (!url || (/^https?:\/\//u.test(url) && URL.canParse(url))) return null;
    return { kind: 'url', message: 'A full address such as https://shop.example/returns' };
  });
});
