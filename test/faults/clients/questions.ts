import type { Dice } from '../dice.js';

const QUESTIONS = [
  'How long does delivery take?',
  'When will my order arrive?',
  'Can I send it back?',
  'How long do I have to return an order?',
  'Which sizes do you have?',
] as const;
const CALLS = ['I want to talk to a person', 'A human please'] as const;
const CALLS_IN_WORDS = 0.05;

/** Something a visitor says; the mark tells it from everything else that is said. */
export function question(dice: Dice, mark: string): string {
  return `${dice.chance(CALLS_IN_WORDS) ? dice.pick(CALLS) : dice.pick(QUESTIONS)} #${mark}#`;
}
