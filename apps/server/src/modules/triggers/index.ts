export type { ClockWork } from './clock/clock-rules.js';
export { firstMessage } from './first-message.js';
export { keepAnswer, keepSituation, type KeptSituation } from './past/kept-situation.js';
export type { Decision, FiredRule, Situation } from './situation.js';
export { textFor } from './text-by-language.js';
export { TopicBook } from './topics/topic-book.js';
export { Triggers } from './triggers.js';
export { TriggersModule } from './triggers.module.js';
export { isWeak } from './weak-answers.js';
