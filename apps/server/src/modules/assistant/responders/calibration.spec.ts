import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '#config';
import type { KnowledgeAnswer } from '#contracts';
import { cocksureReply } from '../../../../../../test/fakes/cocksure-model.js';
import { OpenAiServer } from '../../../../../../test/fakes/openai-server.js';
import { Egress } from '../../../platform/egress/index.js';
import type { Excerpt, Knowledge } from '../../knowledge/index.js';
import type { WebsiteSettings } from '../../websites/index.js';
import { OpenAiCompatibleResponder } from './openai-compatible-responder.js';

const QUESTIONS = 250;
/** That many requests over a real connection, on a machine that may be busy. */
const LONGEST_MS = 40_000;
const excerpts: Excerpt[] = [{ articleId: 'a', title: 'Delivery', url: null, text: 'Three days.' }];

let endpoint: OpenAiServer;
let egress: Egress;

beforeAll(async () => {
  endpoint = await OpenAiServer.start();
  egress = new Egress({ allowPrivateEgress: ['127.0.0.1'] } as unknown as Config);
});

afterAll(async () => {
  await egress.onApplicationShutdown();
  await endpoint.close();
});

/** Articles whose own confidence is true: at 0.7 the first has the answer seven times in ten, and else one of those that came after it may. */
const LATER_ONES = 0.5;

function scene(i: number): { readonly question: string; readonly support: number; readonly given: boolean } {
  const support = ((i * 37) % 100) / 100;
  return { question: `Question ${i}?`, support, given: (i * 61 + 17) % 100 < 100 * (support + LATER_ONES * (1 - support)) };
}

describe('the confidence in a model that is always sure of itself', () => {
  it(
    'is about the share of its answers that are right',
    async () => {
      const answers: { confidence: number; right: boolean }[] = [];
      for (let i = 0; i < QUESTIONS; i++) {
        const { question, support, given } = scene(i);
        const { right, behaviour } = cocksureReply(question, given);
        endpoint.next(behaviour);
        const verdict = await verdictFor(question, support);
        if (verdict.answered) answers.push({ confidence: verdict.confidence, right });
        else expect(verdict.confidence).toBeLessThanOrEqual(0.3);
      }
      const claimed = answers.reduce((sum, { confidence }) => sum + confidence, 0) / answers.length;
      expect(Math.abs(claimed - rightOf(answers))).toBeLessThan(0.08);
      const sure = answers.filter(({ confidence }) => confidence >= 0.8);
      const unsure = answers.filter(({ confidence }) => confidence < 0.5);
      expect(Math.min(sure.length, unsure.length)).toBeGreaterThan(20);
      expect(rightOf(sure)).toBeGreaterThan(0.75);
      expect(rightOf(unsure)).toBeLessThan(rightOf(sure) - 0.15);
    },
    LONGEST_MS,
  );
});

const rightOf = (answers: readonly { right: boolean }[]): number => answers.filter(({ right }) => right).length / answers.length;

async function verdictFor(question: string, support: number): Promise<{ confidence: number; answered: boolean }> {
  const answer: KnowledgeAnswer = { confidence: support, answered: support > 0.2, text: 'Three days.', sources: [], candidates: [], millis: 1 };
  const knowledge = { consult: () => Promise.resolve({ answer, excerpts }) } as unknown as Knowledge;
  const { baseUrl, model, apiKey } = endpoint;
  const website = {
    id: 'w',
    name: 'Shop',
    locale: 'en',
    ai: { baseUrl, model, apiKey, instructions: '', deadlineMs: 5000 },
  } as unknown as WebsiteSettings;
  const reply = await new OpenAiCompatibleResponder(knowledge, egress).open(
    website,
    { websiteId: 'w', question, locale: 'en', history: [] },
    new AbortController().signal,
  );
  for await (const piece of reply.text) expect(piece).not.toContain('confidence');
  return reply.verdict;
}
