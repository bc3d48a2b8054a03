/** Text in, signals out: asks for a person, topics, complexity, sentiment, language. Pure; every score shows its evidence. */
export { SAME_QUESTION, countRepeats, sameQuestion } from './same-question.js';
export { LIKELY, understand } from './understand.js';
