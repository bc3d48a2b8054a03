import { inject, makeEnvironmentProviders, provideEnvironmentInitializer, type EnvironmentProviders } from '@angular/core';
import { Texts } from '../i18n';

type Params = Readonly<Record<string, string | number>>;

/** What is thrown is caught where nothing can be injected, so the words for it are handed over once, at the start. */
let texts: Texts | null = null;

export function provideEditingWords(): EnvironmentProviders {
  return makeEnvironmentProviders([provideEnvironmentInitializer(() => (texts = inject(Texts)))]);
}

/** Whether people read English, as the server speaks it. */
export function readsEnglish(): boolean {
  return texts === null || texts.language() === 'en';
}

/** @param key below `problems` or `field`  @returns null for what has no words of its own */
export function wordsFor(key: string, params: Params = {}): string | null {
  const path = `editing.${key}`;
  return texts?.has(path) || texts?.has(`${path}.other`) ? texts.say(path, params) : null;
}
