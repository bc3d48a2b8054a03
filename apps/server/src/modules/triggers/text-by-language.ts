import { buildMessage, ValidateBy } from 'class-validator';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** `{ "de": "…", "pt-BR": "…" }`: texts by language. */
export function IsTextByLanguage(maxLanguages: number, maxChars: number): PropertyDecorator {
  return ValidateBy({
    name: 'isTextByLanguage',
    validator: {
      validate: (value): boolean => {
        if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
        const entries = Object.entries(value as Record<string, unknown>);
        return (
          entries.length <= maxLanguages &&
          entries.every(([language, text]) => LANGUAGE.test(language) && typeof text === 'string' && /\S/.test(text) && text.length <= maxChars)
        );
      },
      defaultMessage: buildMessage(
        (prefix) => `${prefix}$property must hold texts of at most ${maxChars} characters by language, such as "de" or "pt-BR"`,
      ),
    },
  });
}

/** The text for a locale: `pt-BR` itself, then `pt`, then the one for everybody. */
export function textFor(locale: string, texts: { readonly message?: string; readonly messages?: Readonly<Record<string, string>> }): string | null {
  const wanted = locale.toLowerCase();
  const byLanguage = new Map(Object.entries(texts.messages ?? {}).map(([language, text]) => [language.toLowerCase(), text]));
  return byLanguage.get(wanted) ?? byLanguage.get(wanted.split('-')[0]!) ?? texts.message ?? null;
}
