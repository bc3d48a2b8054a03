import type { RulesTexts } from '../texts';

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** What a cooldown can be chosen from, in seconds; null: none. */
export const COOLDOWNS: readonly (number | null)[] = [null, 10 * MINUTE, HOUR, DAY, 30 * DAY];

/** How long a rule rests, in words. */
export function restSpan(seconds: number | null, t: RulesTexts): string {
  if (seconds === null) return t('edit.cooldownNone');
  if (seconds % DAY === 0) return t('edit.days', { count: seconds / DAY });
  if (seconds % HOUR === 0) return t('edit.hours', { count: seconds / HOUR });
  return t('edit.minutes', { count: Math.round((seconds / MINUTE) * 10) / 10 });
}
