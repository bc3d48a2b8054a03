import type { RulesTexts } from '../texts';

const NAMED = ['characters', 'times', 'answers', 'seconds', 'messages', 'handoffs', 'visitors', 'agents'] as const;

/** The unit of a number beside its field; what has no word of its own stands as the registry says it. */
export function unitWord(unit: string | undefined, t: RulesTexts): string {
  if (!unit) return '';
  const named = NAMED.find((each) => each === unit);
  if (named) return t(`facts.units.${named}`);
  if (unit.startsWith('share')) return t('facts.units.share');
  if (unit.startsWith('−1')) return t('facts.units.mood');
  return unit === '0…23' ? t('facts.units.hour') : unit;
}
