import type { Choice } from '#ui';

/** Languages Baton understands and speaks; a website may name any other, and falls back to English. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'pt-BR', 'tr', 'uk', 'ja', 'ar'];

/** @param locale in which the languages are named */
export function languageChoices(current: string, locale: string = navigator.language): readonly Choice[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return [...new Set([...LANGUAGES, current])].filter(Boolean).map((tag) => ({ value: tag, label: nameOf(names, tag) }));
}

export function timeZoneChoices(current: string): readonly Choice[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
    .filter(Boolean)
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
