import type { RuleWords } from './texts';

const NAMED = ['billing', 'complaint', 'legal', 'safety', 'personal_data'] as const;

/** A sensitive topic by its name where it has one; topics that admins made up are shown as they wrote them. */
export function topicName(topic: string, words: RuleWords): string {
  const named = NAMED.find((each) => each === topic);
  return named ? words(`topics.${named}`) : topic.replaceAll('_', ' ');
}
