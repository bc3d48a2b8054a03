import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../site/languages.js';
import en, { type Text, type Texts } from './en.js';
import { Wording } from './wording.js';

type Key = keyof Texts;
const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const textsIn = async (language: string): Promise<Texts> => ((await import(`./${language}.ts`)) as { default: Texts }).default;

describe('the widget’s languages', () => {
  it('are ten, as the server’s own lines are', () => {
    expect(LANGUAGES).toEqual(['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr']);
  });

  it.each(LANGUAGES)('say everything in %s, with the same places to fill', async (language) => {
    const texts = await textsIn(language);
    expect(Object.keys(texts)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as Key[]) {
      const places = placeholders(forms(en[key])[0] ?? '');
      for (const form of forms(texts[key])) {
        expect([key, form.trim()]).not.toEqual([key, '']);
        // A form for one or two may do without the number.
        if (typeof texts[key] === 'string') expect([key, placeholders(form)]).toEqual([key, places]);
      }
      const text = texts[key];
      if (typeof text !== 'string') expect([key, placeholders(text.other)]).toEqual([key, places]);
    }
  });

  it.each(LANGUAGES)('have a form in %s for every number that may be counted', async (language) => {
    const texts = await textsIn(language);
    const rules = new Intl.PluralRules(language);
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text === 'string') continue;
      const needed = new Set([1, 2, 3, 7, 11, 21, 22, 99].map((count) => rules.select(count)));
      needed.delete('other');
      // Where "many" reads like the rest, the rest stands for it.
      if (language === 'pl') needed.delete('many');
      expect([key, Object.keys(text)]).toEqual([key, expect.arrayContaining([...needed])]);
    }
  });

  it.each(LANGUAGES.filter((language) => language !== 'en'))('leave no sentence in English: %s', async (language) => {
    const texts = await textsIn(language);
    const same = (Object.keys(en) as Key[]).filter((key) => JSON.stringify(texts[key]) === JSON.stringify(en[key]));
    // Short words that two languages share.
    expect(same.filter((key) => !['email', 'name', 'conversation', 'chatWith'].includes(key))).toEqual([]);
  });
});

describe('Wording', () => {
  it('speaks the visitor’s language', async () => {
    expect((await Wording.in('de-AT')).say('send')).toBe('Senden');
    expect((await Wording.in('fr')).say('yourPlace', { position: 3 })).toBe('Vous êtes numéro 3 dans la file');
  });

  it.each(['xx', '', 'not a locale', 'zh-Hant'])('speaks English to %p', async (locale) => {
    const wording = await Wording.in(locale);
    expect(wording.say('send')).toBe('Send');
    expect(wording.duration(300)).toBe('5 minutes');
  });

  it('says a website’s own words instead of ours', async () => {
    const wording = (await Wording.in('en')).overriddenBy({ greeting: 'Ahoy!' });
    expect(wording.say('greeting')).toBe('Ahoy!');
    expect(wording.say('send')).toBe('Send');
  });

  it('counts as the language does', async () => {
    const said = async (locale: string, counts: number[]) => {
      const wording = await Wording.in(locale);
      return counts.map((count) => wording.say('openChatUnread', { count }));
    };
    expect(await said('en', [1, 2])).toEqual(['Open chat, 1 new message', 'Open chat, 2 new messages']);
    expect(await said('pl', [1, 2, 5])).toEqual([
      'Otwórz czat, 1 nowa wiadomość',
      'Otwórz czat, 2 nowe wiadomości',
      'Otwórz czat, 5 nowych wiadomości',
    ]);
    expect((await said('ar', [2]))[0]).toBe('فتح الدردشة، رسالتان جديدتان');
  });

  it('is written from the right in Arabic, and keeps names of another direction apart', async () => {
    const arabic = await Wording.in('ar');
    expect(arabic.direction).toBe('rtl');
    expect(arabic.say('joined', { agent: 'Ana' })).toContain('\u2068Ana\u2069');
    expect((await Wording.in('en')).direction).toBe('ltr');
  });

  it('lets no name turn the sentence around', async () => {
    expect((await Wording.in('en')).say('joined', { agent: 'Ana\u202e\u200b' })).toBe('Ana joined · they can see the whole conversation');
  });

  it('promises no less than it knows', async () => {
    const wording = await Wording.in('en');
    expect([1, 60, 61, 300, 7300].map((seconds) => wording.duration(seconds))).toEqual(['1 minute', '1 minute', '2 minutes', '5 minutes', '3 hours']);
  });
});
