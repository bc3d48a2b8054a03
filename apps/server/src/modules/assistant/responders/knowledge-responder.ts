import { Injectable } from '@nestjs/common';
import { Knowledge } from '../../knowledge/index.js';
import type { WebsiteSettings } from '../../websites/index.js';
import type { AssistantTurn, OpenedReply, Responder } from '../opening.js';

/** What is said when no article answers and no rule brings a person in. */
const NOTHING_FOUND: Readonly<Record<string, string>> = {
  en: 'I am sorry, I could not find an answer to that.',
  de: 'Es tut mir leid, darauf habe ich keine Antwort gefunden.',
  es: 'Lo siento, no he encontrado una respuesta a eso.',
  fr: "Je suis désolé, je n'ai pas trouvé de réponse à cela.",
};

/** The built-in answers: articles of the website, no network, no key. */
@Injectable()
export class KnowledgeResponder implements Responder {
  readonly kind = 'knowledge';

  constructor(private readonly knowledge: Knowledge) {}

  async open(website: WebsiteSettings, turn: AssistantTurn): Promise<OpenedReply> {
    const { confidence, answered, text, sources } = await this.knowledge.answer(website.id, turn.question, turn.locale);
    return {
      verdict: { confidence, answered, topics: [], complexity: null, sources },
      text: piecesOf(text ?? NOTHING_FOUND[turn.locale.split('-')[0]!.toLowerCase()] ?? NOTHING_FOUND['en']!),
    };
  }
}

/** Sentence by sentence and line by line, losing nothing. */
async function* piecesOf(text: string): AsyncGenerator<string> {
  yield* text.split(/(?<=[.!?]\s+)(?=\S)|(?<=\n)/);
}
