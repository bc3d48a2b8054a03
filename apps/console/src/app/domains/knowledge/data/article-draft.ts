import { applyEach, maxLength, schema, validate, type Schema } from '@angular/forms/signals';
import type { KnowledgeArticle, SaveKnowledgeArticle } from '#contracts';
import type { KnowledgeTexts } from '../texts';

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

export function articleSchema(t: KnowledgeTexts): Schema<ArticleDraft> {
  return schema<ArticleDraft>((article) => {
    validate(article.title, ({ value }) => (value().trim() ? null : { kind: 'required', message: t('edit.titleNeeded') }));
    maxLength(article.title, 300, { message: () => t('edit.titleLong') });
    validate(article.body, ({ value }) => (value().trim() ? null : { kind: 'required', message: t('edit.bodyNeeded') }));
    applyEach(article.questions, (question) => maxLength(question, 500, { message: () => t('edit.questionLong') }));
    validate(article.url, ({ value }) => {
      const url = value().trim();
      if (!url || (/^https?:\/\//u.test(url) && URL.canParse(url))) return null;
      return { kind: 'url', message: t('edit.addressWrong') };
    });
  });
}
