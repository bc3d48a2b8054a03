import { OpenAiServer, type Behaviour, type ChatRequest } from '../../fakes/openai-server.js';
import type { Dice } from '../dice.js';

const FAILS = 0.02;
const SURE = '{"confidence": 0.95, "answered": true, "topics": [], "complexity": 0.1, "sources": []}\n';

/** A model that repeats the marks of what it was asked last, slowly, and sometimes fails. */
export async function startEchoAi(dice: Dice): Promise<OpenAiServer> {
  const ai = await OpenAiServer.start();
  ai.otherwise = (chat) => answer(chat, dice);
  return ai;
}

function answer({ messages }: ChatRequest, dice: Dice): Behaviour {
  if (dice.chance(FAILS)) return { kind: 'fail', status: 503 };
  const asked = messages.at(-1)!.content.match(/#[\w-]+#/g) ?? [];
  return { kind: 'say', text: [SURE, 'You ', 'asked ', 'about ', asked.join(' '), '.'], everyMs: dice.between(5, 120) };
}
