import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import type { StartedSession, StartSession, VisitorDetails } from '#contracts';
import { Visitors, VisitorTokens } from '../../apps/server/src/modules/visitors/index.js';
import { anIdentityToken } from '../harness/identity.js';
import { ELSEWHERE, SHOP, Stage } from './support/stage.js';

let stage: Stage;
let secret: string;
beforeAll(async () => {
  stage = await Stage.set();
  ({ secret } = await stage.admin.websites.renewIdentitySecret(stage.shop.id));
}, 60_000);
afterAll(() => stage.end());

type Begun = StartedSession & { readonly visitor: VisitorDetails };

async function post(
  body: Partial<StartSession>,
  origin = SHOP,
): Promise<{ status: number; body: StartedSession & { code?: string; detail?: string } }> {
  const answer = await fetch(`${stage.url}/api/v1/widget/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ websiteKey: stage.shop.publicKey, ...body }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
}

/** A page that opens the chat, and whom the server takes its visitor for. */
async function begin(body: Partial<StartSession>): Promise<Begun> {
  const answer = await post(body);
  expect(answer.status).toBe(201);
  const caller = await stage.server.get(VisitorTokens).check(answer.body.visitorToken);
  return { ...answer.body, visitor: await stage.server.get(Visitors).details(caller!.visitorId) };
}

let people = 0;
const somebody = (): string => `customer-${++people}`;
const hashed = (userId: string) => ({ userId, hash: createHmac('sha256', secret).update(userId).digest('hex') });
const signed = (claims: object) => anIdentityToken({ exp: Math.floor(Date.now() / 1000) + 600, ...claims }, secret);

describe('a visitor whom the website vouches for', () => {
  it('is verified, and the same on every device', async () => {
    const sub = somebody();
    const phone = await begin({ identity: signed({ sub, email: `${sub}@example.test`, name: 'Vera' }), visitor: { attributes: { plan: 'pro' } } });
    expect(phone.visitor).toMatchObject({ verified: true, email: `${sub}@example.test`, name: 'Vera', attributes: { plan: 'pro' } });
    const laptop = await begin({ identity: hashed(sub) });
    expect(laptop.visitor).toEqual(phone.visitor);
    expect(laptop.session.id).not.toBe(phone.session.id);
  });

  it('goes on where this browser was, and keeps the mark when a later page leaves the identity out', async () => {
    const identity = hashed(somebody());
    const before = await begin({ identity });
    for (const again of [{ identity }, {}, { visitor: { name: 'Vera' } }]) {
      const after = await begin({ ...again, resume: before.visitorToken });
      expect(after.session.id).toBe(before.session.id);
      expect(after.visitor).toMatchObject({ id: before.visitor.id, verified: true });
    }
  });

  it('keeps the conversation that began before signing in', async () => {
    const unknown = await begin({ visitor: { attributes: { cart: 3 } } });
    const known = await begin({ identity: hashed(somebody()), resume: unknown.visitorToken });
    expect(known.session.id).toBe(unknown.session.id);
    expect(known.visitor).toMatchObject({ id: unknown.visitor.id, verified: true, attributes: { cart: 3 } });
  });

  it('takes nothing over from whoever used the browser before', async () => {
    const ada = await begin({ identity: hashed(somebody()), visitor: { name: 'Ada', email: 'ada@example.test' } });
    const bob = await begin({ identity: hashed(somebody()), visitor: { name: 'Bob' }, resume: ada.visitorToken });
    expect(bob.visitor.id).not.toBe(ada.visitor.id);
    expect(bob.visitor).toMatchObject({ name: 'Bob', email: null });
    expect(bob.session).toMatchObject({ lastSeq: 0 });
    expect(bob.session.id).not.toBe(ada.session.id);
    const { previousSessionId } = await stage.admin.sessions.get(bob.session.id);
    expect(previousSessionId).toBeNull();
    expect((await begin({ resume: ada.visitorToken })).visitor).toMatchObject({ id: ada.visitor.id, name: 'Ada' });
  });

  it('is one, however many pages say so at once', async () => {
    const identity = hashed(somebody());
    const pages = await Promise.all(Array.from({ length: 8 }, () => begin({ identity })));
    expect(new Set(pages.map(({ visitor }) => visitor.id)).size).toBe(1);
  });
});

describe('an email that is merely said', () => {
  it('leads to nobody who has it', async () => {
    const victim = await begin({ identity: signed({ sub: somebody(), email: 'victim@example.test' }) });
    const stranger = await begin({ visitor: { email: 'victim@example.test' } });
    expect(stranger.visitor.id).not.toBe(victim.visitor.id);
    expect(stranger.visitor.verified).toBe(false);
    const later = await begin({ visitor: { email: 'victim@example.test' }, resume: stranger.visitorToken });
    expect(later.session.id).toBe(stranger.session.id);
    expect(await stage.server.get(Visitors).details(victim.visitor.id)).toEqual(victim.visitor);
  });
});

describe('an identity that proves nothing', () => {
  it('is refused, and changes nothing', async () => {
    const before = await begin({ identity: hashed(somebody()), visitor: { name: 'Vera' } });
    const forged = { userId: somebody(), hash: hashed('another').hash };
    const answer = await post({ identity: forged, visitor: { name: 'Mallory' }, resume: before.visitorToken });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'identity.invalid', detail: expect.stringContaining('could not be verified') });
    expect(await stage.server.get(Visitors).details(before.visitor.id)).toMatchObject({ name: 'Vera' });
  });

  it('is one that was made for another website, or with a secret that was replaced', async () => {
    const other = await stage.admin.websites.create({ name: 'Other', allowedOrigins: [ELSEWHERE] });
    const identity = hashed(somebody());
    expect((await post({ identity, websiteKey: other.publicKey }, ELSEWHERE)).body.code).toBe('identity.invalid');
    await stage.admin.websites.renewIdentitySecret(other.id);
    expect((await post({ identity, websiteKey: other.publicKey }, ELSEWHERE)).body.code).toBe('identity.invalid');
    const { secret: renewed } = await stage.admin.websites.renewIdentitySecret(stage.shop.id);
    expect((await post({ identity })).body.code).toBe('identity.invalid');
    secret = renewed;
    await begin({ identity: hashed(identity.userId) });
  });

  it.each([[42], [''], [{}], [{ userId: 'a' }], [{ userId: '', hash: 'a' }], [['a']], [{ userId: 'a', hash: 'b', admin: true }]])(
    'is no identity at all: %j',
    async (identity) => {
      expect((await post({ identity: identity as never })).status).toBe(422);
    },
  );
});
