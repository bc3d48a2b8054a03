import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { streamText, type LanguageModel } from 'ai';
import type { Egress } from '../../../platform/egress/index.js';
import type { WebsiteSettings } from '../../websites/index.js';
import { ReplyBroken } from '../opening.js';
import type { ChatMessage } from './prompt.js';
import { replyBroken } from './reply-failures.js';

const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

export interface Assignment {
  readonly website: WebsiteSettings;
  readonly instructions: string;
  readonly messages: ChatMessage[];
  readonly signal: AbortSignal;
  readonly egress: Egress;
}

/** What the website's model writes, as it writes it. @throws ReplyBroken */
export async function* writingOf({ website, instructions, messages, signal, egress }: Assignment): AsyncGenerator<string> {
  try {
    const model = modelOf(website, egress);
    const { stream } = streamText({ model, instructions, messages, abortSignal: signal, maxRetries: 0, onError: () => undefined });
    for await (const part of stream) {
      if (part.type === 'text-delta') yield part.text;
      if (part.type === 'error') throw part.error;
      if (part.type === 'abort') throw signal.reason;
      if (part.type === 'finish' && part.finishReason === 'content-filter') throw new ReplyBroken('refused', 'the endpoint filtered the answer');
    }
  } catch (error) {
    throw replyBroken(error, website.ai.apiKey);
  }
}

function modelOf({ ai }: WebsiteSettings, egress: Egress): LanguageModel {
  const { baseUrl, model, apiKey, deadlineMs } = ai;
  if (!baseUrl || !model) throw new ReplyBroken('refused', 'the website names no endpoint or no model');
  const provider = createOpenAICompatible({
    name: 'endpoint',
    baseURL: baseUrl,
    ...(apiKey ? { apiKey } : {}),
    fetch: (url, init) => egress.fetch(String(url), init, { maxBytes: MAX_RESPONSE_BYTES, totalMs: deadlineMs }),
  });
  return provider(model);
}
