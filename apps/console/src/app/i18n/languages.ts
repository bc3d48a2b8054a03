/** What the console speaks. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, so that whoever looks for theirs finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' };

const STORAGE_KEY = 'baton.language';

/** The language chosen on this device, else the first of the browser's that the console speaks, else English. */
export function rememberedLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  return LANGUAGES.find((language) => language === stored) ?? navigator.languages.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
}

/** How dates and numbers are written: as the browser's own region does, where it speaks the chosen language. */
export function localeFor(language: Language): string {
  return navigator.languages.find((locale) => languageOf(locale) === language) ?? language;
}

function languageOf(locale: string): Language | undefined {
  return LANGUAGES.find((language) => locale.toLowerCase().split('-')[0] === language);
}
