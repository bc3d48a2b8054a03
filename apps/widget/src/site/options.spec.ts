import { describe, expect, it, jest } from '@jest/globals';
import type { GivenOptions } from '../bridge.js';
import { OptionsReader } from './options.js';

function read(given: object) {
  const reader = new OptionsReader();
  return { options: reader.read({ websiteKey: 'wk', ...given } as GivenOptions), wrong: reader.wrong };
}

describe('what a page says', () => {
  it('is taken as it is when it is right', () => {
    const given = {
      visitor: { name: 'Vera', email: 'vera@example.org', attributes: { plan: 'gold', seats: 3, vip: true } },
      locale: 'pt-BR',
      theme: { accent: '#c2410c', position: 'left', scheme: 'dark', greeting: 'Ahoy', avatarUrl: 'https://a.example/a.png' },
    };
    expect(read(given)).toEqual({ options: { websiteKey: 'wk', ...given }, wrong: [] });
  });

  it('may stand in the attributes of the script', () => {
    const { options, wrong } = read({
      data: {
        websiteKey: 'wk',
        locale: 'de',
        color: '#c24',
        colorScheme: 'light',
        position: 'left',
        greeting: 'Moin',
        visitorName: 'Vera',
        visitorEmail: 'vera@example.org',
        attributePlan: 'gold',
        attributeOrderCount: '3',
        turbolinksTrack: 'reload',
      },
    });
    expect(wrong).toEqual([]);
    expect(options).toMatchObject({
      locale: 'de',
      theme: { accent: '#cc2244', scheme: 'light', position: 'left', greeting: 'Moin' },
      visitor: { name: 'Vera', email: 'vera@example.org', attributes: { plan: 'gold', orderCount: '3' } },
    });
  });

  it('by code outweighs the attributes', () => {
    const data = { visitorName: 'Tag', locale: 'de', attributePlan: 'free', position: 'left' };
    const { options } = read({ data, visitor: { name: 'Code', attributes: { plan: 'gold' } }, locale: 'fr', theme: { position: 'right' } });
    expect(options).toMatchObject({ visitor: { name: 'Code', attributes: { plan: 'gold' } }, locale: 'fr', theme: { position: 'right' } });
  });

  it('of a visitor in the attributes holds no longer than the visitor is there', () => {
    const data = { visitorName: 'Vera', attributePlan: 'gold', locale: 'de' };
    const { options } = read({ data, anew: true, visitor: { token: 'bob' } });
    expect(options).toMatchObject({ visitor: { token: 'bob' }, locale: 'de' });
    expect(options.visitor).toEqual({ token: 'bob' });
  });

  it('is nothing where a template had nothing to fill in', () => {
    const { options, wrong } = read({ visitor: { name: '', email: '', phone: null, attributes: { plan: null } }, locale: '', theme: { accent: '' } });
    expect(wrong).toEqual([]);
    expect(options).toEqual({ websiteKey: 'wk', visitor: {}, theme: {} });
  });

  it('names its visitor by a number as well', () => {
    expect(read({ visitor: { userId: 42, hash: 'h' } }).options.visitor).toEqual({ userId: '42', hash: 'h' });
  });

  it.each([
    [{ visitor: { email: 'vera' } }, 'visitor.email is no email address'],
    [{ visitor: { name: 7 } }, 'visitor.name must be a text, not number'],
    [{ visitor: { name: 'x'.repeat(201) } }, 'visitor.name is longer than 200 characters'],
    [{ visitor: { userId: 'ada' } }, 'visitor.userId and visitor.hash prove something only together'],
    [{ visitor: { attributes: { 'order count': 1 } } }, 'the attribute "order count" needs a name of letters, digits and _'],
    [{ visitor: { attributes: { plan: {} } } }, 'the attribute "plan" must be a text of at most 1000 characters, a number or a boolean'],
    [{ visitor: { attributes: { seats: NaN } } }, 'the attribute "seats" must be'],
    [{ locale: 'german!' }, '"german!" is no language tag such as "de" or "pt-BR"'],
    [{ theme: { accent: 'red' } }, 'the colour "red" is not of the form #0b6e5f'],
    [{ theme: { position: 'top' } }, 'position must be one of left, right, not "top"'],
    [{ theme: { scheme: 1 } }, 'scheme must be one of light, dark, system, not 1'],
    [{ theme: { avatarUrl: 'javascript:alert(1)' } }, 'avatarUrl must begin with https://'],
    [{ identityProvider: 'token' }, 'identityProvider must be a function'],
    [{ colour: 'red' }, 'there is no option "colour"'],
  ])('is left out and put into words when it is wrong: %j', (given, words) => {
    const { options, wrong } = read(given);
    expect(wrong).toEqual([expect.stringContaining(words)]);
    const kept = JSON.stringify(options);
    for (const bad of ['"vera"', 'german', '"red"', 'top', 'javascript', 'order count', 'xxx']) expect(kept).not.toContain(bad);
  });

  it('is cut to what the server takes', () => {
    const attributes = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`a${index}`, index]));
    const { options, wrong } = read({ visitor: { attributes } });
    expect(Object.keys(options.visitor?.attributes ?? {})).toHaveLength(50);
    expect(wrong).toEqual(['there may be at most 50 attributes']);
  });

  it.each([
    [() => Promise.resolve('token'), 'token'],
    [() => Promise.resolve({ userId: 'ada', hash: 'h', more: 1 }), { userId: 'ada', hash: 'h' }],
    [() => Promise.resolve(null), null],
    [() => Promise.resolve(''), null],
    [() => Promise.resolve({ userId: 1 }), null],
    [() => Promise.reject(new Error('down')), null],
  ])('of who is signed in never breaks the chat: %s', async (provider, proof) => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await expect(read({ identityProvider: provider }).options.identityProvider?.()).resolves.toEqual(proof);
    warned.mockRestore();
  });
});
