import { describe, expect, it } from '@jest/globals';
import de from './de.js';
import en from './en.js';
import es from './es.js';
import fr from './fr.js';
import { Wording } from './wording.js';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('Wording', () => {
  it.each([
    ['de', de],
    ['es', es],
    ['fr', fr],
  ])('fills the same places in %s as in English', (_language, texts) => {
    for (const [key, text] of Object.entries(en)) expect([key, placeholders(texts[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
  });

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

  it('promises no less than it knows', async () => {
    const wording = await Wording.in('en');
    expect([1, 60, 61, 300, 7300].map((seconds) => wording.duration(seconds))).toEqual(['1 minute', '1 minute', '2 minutes', '5 minutes', '3 hours']);
  });
});
