export { defineTexts, type DefinedTexts, type SayOf } from './define-texts';
export { LANGUAGE_NAMES, LANGUAGES, type Language } from './languages';
export { provideTexts } from './provide-texts';
export type { Plural, Say, TextKey, TextsLike, TextTree } from './text-types';
export { Texts } from './texts';
