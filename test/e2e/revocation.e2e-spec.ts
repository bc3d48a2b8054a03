import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatonError } from '#sdk';
import { online, refusalOf, rest, socketTo } from './support/raw.js';
import { Stage, until } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 60_000);
afterAll(() => stage.end());

describe('a right that ends cuts its sockets within a second', () => {
  it('for a revoked API key, and for it alone', async () => {
    const [one, other] = [
      await stage.admin.apiKeys.create({ name: 'one', permissions: ['handoff.view'] }),
      await stage.admin.apiKeys.create({ name: 'other', permissions: ['handoff.view'] }),
    ];
    const socket = await online(socketTo(stage.url, '/agent', { apiKey: one.key }));
    const kept = await online(socketTo(stage.url, '/agent', { apiKey: other.key }));
    await stage.admin.apiKeys.revoke(one.id);
    await until(() => !socket.connected, 1_000);
    expect(await refusalOf(socketTo(stage.url, '/agent', { apiKey: one.key }))).toBe('auth.required');
    expect(await rest(stage.url, 'GET', '/handoffs', undefined, { authorization: `Bearer ${one.key}` })).toMatchObject({ status: 401 });
    expect(kept.connected).toBe(true);
    kept.disconnect();
  });

  it('for a deactivated person, who is told why', async () => {
    const dan = await stage.person('Dan', [{ websiteId: null, role: 'agent' }]);
    const { user } = await dan.me();
    const live = stage.live(dan);
    let refusal: BatonError | undefined;
    live.on('connection', (now) => now.state === 'refused' && (refusal = now.error));
    await live.watchInbox();
    await stage.admin.users.update(user.id, { active: false });
    await until(() => !live.online, 1_000);
    await until(() => refusal);
    expect(refusal).toMatchObject({ code: 'auth.required' });
    await expect(dan.handoffs.list()).rejects.toMatchObject({ code: 'auth.required', status: 401 });
  });

  it('for everybody whose role was changed, who come back with what it holds now', async () => {
    const role = await stage.admin.roles.create({ name: 'Reader', permissions: ['handoff.view', 'session.view'] });
    const kim = await stage.person('Kim', [{ websiteId: null, role: role.id }]);
    const live = stage.live(kim);
    await live.watchInbox();
    let cut = false;
    live.on('connection', ({ state }) => state === 'offline' && (cut = true));
    await stage.admin.roles.update(role.id, { permissions: ['session.view'] });
    await until(() => cut, 1_000);
    await until(() => live.online);
    await expect(live.watchInbox()).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('for a deactivated person, whose conversations go back to the queue when that is wished', async () => {
    for (const releaseHandoffs of [false, true]) {
      const gus = await stage.person('Gus', [{ websiteId: null, role: 'agent' }]);
      const { user } = await gus.me();
      const { visitor, sessionId } = await stage.visitor();
      await visitor.requestPerson();
      const [waiting] = (await stage.admin.handoffs.list({ status: 'pending' })).items.filter((handoff) => handoff.sessionId === sessionId);
      await gus.handoffs.claim(waiting!.id);
      await stage.admin.users.update(user.id, { active: false, releaseHandoffs });
      const now = () => stage.admin.handoffs.get(waiting!.id);
      if (releaseHandoffs) await until(async () => (await now()).status === 'pending', 5_000);
      expect(await now()).toMatchObject(
        releaseHandoffs
          ? { status: 'pending', assignee: null, session: { owner: 'queue' } }
          : { status: 'claimed', assignee: { id: user.id }, session: { owner: 'agent' } },
      );
      const { timeline } = await now();
      expect(timeline.at(-1)).toMatchObject(releaseHandoffs ? { kind: 'released', actor: { kind: 'agent', name: 'Ada' } } : { kind: 'claimed' });
    }
  });

  it('for somebody who changes teams: back at once, without the old inbox', async () => {
    const eve = await stage.person('Eve', [{ websiteId: stage.shop.id, role: 'agent' }]);
    const other = await stage.admin.websites.create({ name: 'Other', allowedOrigins: ['https://other.example'] });
    const { user } = await eve.me();
    const live = stage.live(eve);
    const heard: string[] = [];
    live.on('handoff.opened', ({ handoff }) => heard.push(handoff.website.id));
    await live.watchInbox();
    let back = false;
    live.on('connection', ({ state }) => state === 'offline' && live.on('inbox', () => (back = true)));
    await stage.admin.users.update(user.id, { memberships: [{ websiteId: other.id, role: 'agent' }] });
    await until(() => back);
    await (await stage.visitor()).visitor.requestPerson();
    const elsewhere = await stage.visitor({ websiteKey: other.publicKey, origin: 'https://other.example' });
    await elsewhere.visitor.requestPerson();
    await until(() => heard.length > 0);
    expect(heard).toEqual([other.id]);
  });

  it('for who logs out', async () => {
    const fay = await stage.person('Fay', [{ websiteId: null, role: 'agent' }]);
    const live = stage.live(fay);
    await live.watchInbox();
    await fay.logout();
    await until(() => !live.online, 1_500);
  });
});
