/** Text in, signals out: asks for a person, topics, complexity, sentiment, language. Pure; every score shows its evidence. */
export { SAME_QUESTION, countRepeats, sameQuestion, type EarlierMessage } from './same-question.js';
export { builtInTopics } from './built-in-topics.js';
export { LIKELY } from './likely.js';
export { compileTopics, topicListProblems, type WebsiteTopics } from './own-topics.js';
export { understand } from './understand.js';
export { yesOrNo } from './yes-or-no.js';
