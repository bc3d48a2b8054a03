import { afterEach, describe, expect, it } from '@jest/globals';
import { directionOf, launcherLabel, LANGUAGES, localeAmong, localeFor } from './languages.js';

describe('the language of the chat', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it.each([
    [['de'], 'de'],
    [['de-AT'], 'de-AT'],
    [['ja', 'pt-br'], 'pt-BR'],
    [['not a tag', undefined, null, 'AR'], 'ar'],
    [['xx', 'zh-Hant'], 'en'],
    [[], 'en'],
  ])('is the first of %j that it speaks: %s', (wished, locale) => {
    expect(localeAmong(wished)).toBe(locale);
  });

  it('is what the site says, else the page’s, else the browser’s, else the website’s', () => {
    document.documentElement.lang = 'fr';
    expect(localeFor('it', 'tr')).toBe('it');
    expect(localeFor(undefined, 'tr')).toBe('fr');
    document.documentElement.lang = 'ja';
    expect(localeFor(undefined, 'tr')).toBe(navigator.language);
    Object.defineProperty(navigator, 'languages', { value: ['ja', 'ko'], configurable: true });
    expect(localeFor(undefined, 'tr')).toBe('tr');
    Reflect.deleteProperty(navigator, 'languages');
  });

  it('has the visitor’s own region where the page names none', () => {
    Object.defineProperty(navigator, 'languages', { value: ['fr-CH', 'en-GB', 'en-US'], configurable: true });
    document.documentElement.lang = 'en';
    expect(localeFor(undefined, undefined)).toBe('en-GB');
    expect(localeFor('en-AU', undefined)).toBe('en-AU');
    expect(localeFor('de', undefined)).toBe('de');
    Reflect.deleteProperty(navigator, 'languages');
  });

  it.each(LANGUAGES)('has a name for the launcher in %s, and a direction', (language) => {
    expect(launcherLabel(`${language}-XX`)).toMatch(/\p{L}/u);
    expect(directionOf(language)).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });
});
