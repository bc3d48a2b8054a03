/** The languages the widget speaks, each with what the closed launcher is called until the rest has been fetched. */
const LAUNCHER_LABELS = {
  ar: 'فتح الدردشة',
  de: 'Chat öffnen',
  en: 'Open chat',
  es: 'Abrir el chat',
  fr: 'Ouvrir le chat',
  it: 'Apri la chat',
  nl: 'Chat openen',
  pl: 'Otwórz czat',
  pt: 'Abrir o chat',
  tr: 'Sohbeti aç',
} as const;

type Language = keyof typeof LAUNCHER_LABELS;
export const LANGUAGES = Object.keys(LAUNCHER_LABELS) as Language[];

/**
 * @param wished BCP 47 tags, the dearest first
 * @returns the first that the widget speaks, with its region; English when it speaks none
 */
export function localeAmong(wished: readonly (string | null | undefined)[]): string {
  return wished.flatMap((tag) => canonical(tag) ?? []).find((tag) => isSpoken(languageOf(tag))) ?? 'en';
}

/** What the site said, else the page's language, the browser's, the website's own. */
export function localeFor(said: string | undefined, website: string | undefined): string {
  const { languages } = navigator;
  const locale = localeAmong([said, document.documentElement.lang, ...languages, website]);
  // A page in "en" does not say how its visitor writes the time of day; their browser does.
  return languages.find((tag) => languageOf(tag) === locale) ?? locale;
}

export function launcherLabel(locale: string): string {
  return LAUNCHER_LABELS[languageOf(locale) as Language];
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return languageOf(locale) === 'ar' ? 'rtl' : 'ltr';
}

/** Null for what is no language tag. */
export function canonical(tag: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales(tag ?? [])[0] ?? null;
  } catch {
    return null;
  }
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0] ?? '';
}

function isSpoken(language: string): boolean {
  return LANGUAGES.includes(language as Language);
}
