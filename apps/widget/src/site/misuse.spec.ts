import { describe, expect, it, jest } from '@jest/globals';
import { explain, fits } from './misuse.js';

const listener = (): void => undefined;

describe('a call of the page', () => {
  it.each([
    ['boot', { websiteKey: 'wk' }],
    ['update'],
    ['update', {}],
    ['identify', { name: 'Vera' }],
    ['setAttributes', { plan: 'gold' }],
    ['setLocale', 'de'],
    ['show'],
    ['show', { an: 'event' }],
    ['hide'],
    ['toggle'],
    ['shutdown'],
    ['showNewMessage'],
    ['showNewMessage', 'Hello'],
    ['requestHuman'],
    ['requestHuman', 'reason'],
    ['on', 'ready', listener],
    ['off', 'ready', listener],
    ['off', 'ready'],
  ])('fits: %s', (verb, ...args) => {
    expect(fits(verb as string, args)).toBe(true);
  });

  it.each([
    [['fly'], 'there is no verb "fly"; there are boot update'],
    [['__proto__'], 'there is no verb "__proto__"'],
    [['boot'], '"boot" takes an object, not undefined'],
    [['boot', { websiteKey: '' }], 'boot needs a websiteKey'],
    [['boot', 'wk'], '"boot" takes an object, not string'],
    [['identify', null], '"identify" takes an object, not null'],
    [['setAttributes', ['gold']], '"setAttributes" takes an object, not a list'],
    [['setLocale', 7], '"setLocale" takes a text, not number'],
    [['showNewMessage', {}], '"showNewMessage" takes a text, not object'],
    [['on', 'opened', listener], 'there is no event "opened"; there are ready open close unread message handoff'],
    [['on', 'open'], '"on" takes a function after the event, not undefined'],
    [['off', 'open', 'x'], '"off" takes a function after the event, not string'],
  ] as [[string, ...unknown[]], string][])('is passed over and put into words: %j', ([verb, ...args], words) => {
    expect(fits(verb, args)).toBe(false);
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    explain(verb, args);
    expect(warned.mock.calls).toEqual([[expect.stringContaining(`Baton: ${words}`)]]);
    warned.mockRestore();
  });
});
