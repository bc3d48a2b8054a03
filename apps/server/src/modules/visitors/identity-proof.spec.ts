import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IdentityProof } from '#contracts';
import { anIdentityToken } from '../../../../../test/harness/identity.js';
import { proveIdentity } from './identity-proof.js';

const SECRET = 'is_the-shop';
const NOW = new Date('2026-01-02T03:04:05Z');
const terms = { secret: SECRET, audience: 'wk_shop', now: NOW };
const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;
const vera = { sub: 'user-42', exp: IN_AN_HOUR };
const hashOf = (userId: string, secret = SECRET): string => createHmac('sha256', secret).update(userId).digest('hex');

const prove = (proof: IdentityProof) => proveIdentity(proof, terms);
const refusal = (proof: IdentityProof): unknown => {
  try {
    return prove(proof);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('an identity', () => {
  it('is an id beside its hash', () => {
    expect(prove({ userId: 'user-42', hash: hashOf('user-42') })).toEqual({ externalId: 'user-42' });
    expect(prove({ userId: 'Zoë', hash: hashOf('Zoë').toUpperCase() })).toEqual({ externalId: 'Zoë' });
  });

  it('is a token with what the website knows of its customer', () => {
    const claims = { ...vera, email: 'vera@example.test', name: 'Vera', aud: 'wk_shop', iat: 1 };
    expect(prove(anIdentityToken(claims, SECRET))).toEqual({ externalId: 'user-42', email: 'vera@example.test', name: 'Vera' });
    expect(prove(anIdentityToken({ ...vera, aud: ['other', 'wk_shop'] }, SECRET))).toEqual({ externalId: 'user-42' });
    expect(prove(anIdentityToken({ ...vera, exp: IN_AN_HOUR + 23 * 3600 }, SECRET))).toEqual({ externalId: 'user-42' });
  });

  it('is what the code in the guide makes', async () => {
    const guide = await readFile(new URL('../../../../../docs/guides/embed-the-widget.md', import.meta.url), 'utf8');
    const [, code] = /(const part = [^]*?\n\}\n)\napp\.get/.exec(guide)!;
    const customer = { id: 'c-1042', name: 'Vera', email: 'vera@example.org' };
    const chatToken = new Function('createHmac', `${code} return chatToken`)(createHmac) as (who: object, secret: string) => string;
    expect(proveIdentity(chatToken(customer, SECRET), { ...terms, now: new Date() })).toEqual({
      externalId: 'c-1042',
      name: 'Vera',
      email: 'vera@example.org',
    });
  });

  it.each<[string, IdentityProof]>([
    ['the hash of somebody else', { userId: 'user-43', hash: hashOf('user-42') }],
    ["another website's hash", { userId: 'user-42', hash: hashOf('user-42', 'is_other') }],
    ['half a hash', { userId: 'user-42', hash: hashOf('user-42').slice(0, 32) }],
    ['no hash', { userId: 'user-42', hash: '' }],
    ['what is no hash', { userId: 'user-42', hash: 'z'.repeat(64) }],
    ['a blank id', { userId: ' ', hash: hashOf(' ') }],
    ["another website's token", anIdentityToken(vera, 'is_other')],
    ['a token for another website', anIdentityToken({ ...vera, aud: 'wk_other' }, SECRET)],
    ['a token for nobody', anIdentityToken({ ...vera, aud: [] }, SECRET)],
    ['a token without an id', anIdentityToken({ exp: IN_AN_HOUR }, SECRET)],
    ['a token whose id is a number', anIdentityToken({ ...vera, sub: 42 }, SECRET)],
    ['a token that never ends', anIdentityToken({ sub: 'user-42' }, SECRET)],
    ['a token that ends as a word', anIdentityToken({ ...vera, exp: String(IN_AN_HOUR) }, SECRET)],
    ['a token that has ended', anIdentityToken({ ...vera, exp: NOW.getTime() / 1000 }, SECRET)],
    ['a token that lives too long', anIdentityToken({ ...vera, exp: IN_AN_HOUR + 24 * 3600 }, SECRET)],
    ['a token of tomorrow', anIdentityToken({ ...vera, nbf: IN_AN_HOUR }, SECRET)],
    ['a token with no email in its email', anIdentityToken({ ...vera, email: 'vera' }, SECRET)],
    ['a token of another algorithm', anIdentityToken(vera, SECRET, { alg: 'HS512' })],
    ['an unsigned token', `${anIdentityToken(vera, SECRET, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`],
    ['a token that asks for more than we do', anIdentityToken(vera, SECRET, { alg: 'HS256', crit: ['exp'] })],
    ['a token whose claims are a list', anIdentityToken([vera], SECRET)],
    ['no token', 'vera'],
    ['an empty token', '..'],
  ])('is not %s', (_what, proof) => {
    expect(refusal(proof)).toBe('identity.invalid');
  });

  it('cannot be changed after it was signed', () => {
    const [header, , signature] = anIdentityToken(vera, SECRET).split('.');
    const [, payload] = anIdentityToken({ ...vera, sub: 'user-1' }, 'is_other').split('.');
    expect(refusal([header, payload, signature].join('.'))).toBe('identity.invalid');
  });

  it('is nothing where the website has no secret', () => {
    expect(() => proveIdentity({ userId: 'a', hash: hashOf('a', '') }, { ...terms, secret: null })).toThrow(/could not be verified/);
  });
});
