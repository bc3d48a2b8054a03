import { Injectable } from '@nestjs/common';
import type { AskedKnowledge, KnowledgeAnswer, KnowledgeLearning } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Websites } from '../websites/index.js';
import type { ArticleText, Found } from './answering/answerer.js';
import { LearnedAnswerers } from './learned-answerers.js';

/** Under this confidence an answer would be a guess: nothing is said then. Whether what is said is good enough is the website's threshold. */
const NO_ANSWER_UNDER = 0.2;

/** An article that bears on a question, as a model may be given it to read. */
export interface Excerpt {
  readonly articleId: string;
  readonly title: string;
  readonly url: string | null;
  readonly text: string;
}

/** Answers questions from a website's published articles, without a network and without a key. */
@Injectable()
export class Knowledge {
  constructor(
    private readonly answerers: LearnedAnswerers,
    private readonly websites: Websites,
  ) {}

  /** @param locale of the visitor; decides between articles that fit about equally */
  async answer(websiteId: string, text: string, locale: string): Promise<KnowledgeAnswer> {
    return (await this.consult(websiteId, text, locale)).answer;
  }

  /** The answer, and what else bears on the question. */
  async consult(websiteId: string, text: string, locale: string): Promise<{ answer: KnowledgeAnswer; excerpts: readonly Excerpt[] }> {
    const answerer = await this.answerers.of(websiteId);
    const startedAt = performance.now();
    const found = answerer.answer(text, locale.split('-')[0]!.toLowerCase());
    const answer = answerFrom(found, performance.now() - startedAt);
    return { answer, excerpts: found ? excerptsOf(found) : [] };
  }

  /** @throws NotFound when the member may not see this website's articles */
  async answerFor(
    member: Member,
    question: { readonly websiteId: string; readonly text: string; readonly locale?: string },
  ): Promise<AskedKnowledge> {
    if (!member.can('knowledge.view', question.websiteId)) throw new NotFound('website');
    const website = await this.websites.settings(question.websiteId);
    const answer = await this.answer(website.id, question.text, question.locale ?? website.locale);
    return { ...answer, threshold: website.ai.confidenceThreshold };
  }

  /** @throws NotFound when the member may not see this website's articles */
  async learning(member: Member, websiteId: string): Promise<KnowledgeLearning> {
    if (!member.can('knowledge.view', websiteId)) throw new NotFound('website');
    return this.answerers.stateOf(websiteId);
  }
}

function answerFrom(found: Found | null, millis: number): KnowledgeAnswer {
  const candidates = (found?.findings ?? []).map(({ article, probability }) => ({ articleId: article.id, title: article.title, score: probability }));
  const confidence = found?.confidence ?? 0;
  if (!found || confidence < NO_ANSWER_UNDER) return { confidence, answered: false, text: null, sources: [], candidates, millis };
  const [{ article }] = found.findings;
  return {
    confidence,
    answered: true,
    text: found.passage.text,
    sources: [{ articleId: article.id, title: article.title, ...(article.url ? { url: article.url } : {}), quote: found.passage.quote }],
    candidates,
    millis,
  };
}

const LONGEST_EXCERPT = 3000;

/** The best article's fitting passage is not enough for a model that writes by itself: it gets the articles, up to a length. */
function excerptsOf(found: Found): Excerpt[] {
  return found.findings.map(({ article }: { article: ArticleText }) => ({
    articleId: article.id,
    title: article.title,
    url: article.url,
    text: article.body.slice(0, LONGEST_EXCERPT),
  }));
}
