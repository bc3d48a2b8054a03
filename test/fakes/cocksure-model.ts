import type { Behaviour } from './openai-server.js';

/**
 * How a language model that was given articles answers, as far as a verdict is concerned: mostly right where one of the
 * articles has the answer, else it says so or makes something up. What it says of its confidence hardly tells these apart.
 * The same question always gets the same answer.
 */
export function cocksureReply(question: string, answerIsGiven: boolean): { readonly right: boolean; readonly behaviour: Behaviour } {
  const chance = chances(question);
  const answered = chance() < (answerIsGiven ? 0.97 : 0.55);
  const right = answered && answerIsGiven && chance() < 0.94;
  const confidence = Math.min(1, (right ? 0.87 : 0.85) + 0.2 * (chance() - 0.5));
  const header = JSON.stringify({ confidence: Number(confidence.toFixed(2)), answered, topics: [], complexity: 0.1, sources: [] });
  return { right, behaviour: { kind: 'say', text: `${header}\n${answered ? 'This is how it is.' : 'I do not know.'}` } };
}

function chances(seed: string): () => number {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
