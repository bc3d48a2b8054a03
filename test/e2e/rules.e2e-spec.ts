import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Rule, RuleConditions, SaveRule } from '#contracts';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { Sweeper } from '../../apps/server/src/platform/jobs/index.js';
import { startTestApp } from '../harness/app.js';
import { Stage, texts, until, type VisitorOnStage } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 60_000);
afterAll(() => stage.end());

const mentions = (word: string): RuleConditions => ({ all: [{ fact: 'message.text', operator: 'contains', value: word }] });
const lasted = (seconds: number): RuleConditions => ({ all: [{ fact: 'session.seconds', operator: 'greaterThanInclusive', value: seconds }] });
const aRule = (more: Partial<SaveRule>): Promise<Rule> =>
  stage.admin.rules.create({
    websiteId: stage.shop.id,
    name: 'A rule',
    stage: 'before_reply',
    conditions: mentions('xyzzy'),
    action: { type: 'handoff' },
    ...more,
  });
const builtIn = async (code: string): Promise<Rule> =>
  (await stage.admin.rules.list({ websiteId: stage.shop.id, limit: 200 })).items.find((rule) => rule.code === code)!;
const handoffsOf = async (sessionId: string) =>
  (await stage.admin.handoffs.list({ websiteId: stage.shop.id, limit: 200 })).items.filter((one) => one.sessionId === sessionId);
const ask = async (text: string, more: object = {}): Promise<VisitorOnStage> => {
  const guest = await stage.visitor(more);
  await guest.visitor.send(text);
  return guest;
};
const answered = (guest: VisitorOnStage, times = 1) => until(() => guest.seen.filter(({ author }) => author.kind === 'ai').length >= times);
const waiting = (guest: VisitorOnStage) => until(() => guest.visitor.session?.owner === 'queue');
const back = async (guest: VisitorOnStage): Promise<void> => {
  const [handoff] = await handoffsOf(guest.sessionId);
  await stage.ana.handoffs.claim(handoff!.id);
  await stage.ana.handoffs.cancel(handoff!.id, { outcome: 'returned_to_ai' });
  await until(() => guest.visitor.session?.owner === 'ai');
};

describe('a rule, from the first draft to the last word', () => {
  it('is checked, tried, replayed, watched in shadow, made live, explained and rolled back', async () => {
    const conditions: RuleConditions = { all: [...(mentions('delivery') as { all: [] }).all, { not: mentions('express') }] };
    const broken = { all: [{ fact: 'message.textt', operator: 'contains', value: 'delivery' }] };
    expect(await stage.admin.rules.validate({ conditions: broken, stage: 'before_reply' })).toMatchObject({
      ok: false,
      errors: [{ path: 'conditions.all.0.fact' }],
    });
    expect(await stage.admin.rules.validate({ conditions, stage: 'before_reply' })).toEqual({ ok: true, errors: [] });
    const sketch = { websiteId: stage.shop.id, stage: 'before_reply' as const, conditions };
    expect((await stage.admin.rules.try({ rule: sketch, text: 'How long does delivery take?' })).fired).toBe(true);
    expect((await stage.admin.rules.try({ rule: sketch, text: 'How long does express delivery take?' })).fired).toBe(false);

    const past = await ask('How long does delivery take?');
    await answered(past);
    const span = { from: new Date(Date.now() - 600_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
    expect(await stage.admin.rules.replay({ rule: sketch, ...span })).toMatchObject({ fired: 1, actual: { onlyRule: 1 } });

    const rule = await aRule({
      name: 'Delivery',
      mode: 'shadow',
      conditions,
      action: { type: 'handoff', priority: 'high', message: 'Our couriers answer.' },
    });
    const watched = await ask('How long does delivery take?');
    await answered(watched);
    expect(await stage.admin.rules.decisions(rule.id)).toMatchObject({
      items: [{ sessionId: watched.sessionId, mode: 'shadow', fired: true, acted: false, version: 1 }],
    });
    expect(await handoffsOf(watched.sessionId)).toEqual([]);

    const live = await stage.admin.rules.update(rule.id, { mode: 'live', ifVersion: 1 });
    const served = await ask('How long does delivery take?');
    await waiting(served);
    expect(texts(served.seen).at(-1)).toMatch(/^Our couriers answer\. A person/);
    const [summary] = await handoffsOf(served.sessionId);
    const handoff = await stage.admin.handoffs.get(summary!.id);
    expect(handoff).toMatchObject({ trigger: 'custom_rule', priority: 'high', rule: { id: rule.id, version: live.version, name: 'Delivery' } });
    expect(handoff.evidence).toMatchObject({ result: true, all: [{ factValue: 'How long does delivery take?', result: true }, { result: true }] });
    const { items } = await stage.admin.rules.decisions(rule.id, { fired: true });
    expect(items.map(({ mode, acted }) => [mode, acted])).toEqual([
      ['live', true],
      ['shadow', false],
    ]);

    await stage.admin.rules.update(rule.id, { conditions: mentions('nothing of the kind') });
    const left = await ask('How long does delivery take?');
    await answered(left);
    const rolledBack = await stage.admin.rules.rollBack(rule.id, 2);
    expect(rolledBack).toMatchObject({ version: 4, conditions, mode: 'live' });
    await waiting(await ask('How long does delivery take?'));
    expect((await stage.admin.rules.versions(rule.id)).items.map(({ version, author }) => [version, author?.name])).toEqual([
      [4, 'Ada'],
      [3, 'Ada'],
      [2, 'Ada'],
      [1, 'Ada'],
    ]);
    await stage.admin.rules.remove(rule.id);
  });

  it('stays live as it was when a broken document is sent', async () => {
    const rule = await aRule({ conditions: mentions('plugh') });
    const bomb = { all: [{ fact: 'message.text', operator: 'matches', value: '(' }] };
    await expect(stage.admin.rules.update(rule.id, { conditions: bomb })).rejects.toMatchObject({ errors: [{ path: 'conditions.all.0.value' }] });
    await waiting(await ask('plugh'));
    await stage.admin.rules.remove(rule.id);
  });
});

describe('several rules', () => {
  it('open one handoff, by the one that comes first, and every one that tags does', async () => {
    const rules = await Promise.all([
      aRule({ name: 'later', priority: 10, conditions: mentions('grue'), action: { type: 'handoff', priority: 'low' } }),
      aRule({ name: 'first', priority: 20, conditions: mentions('grue'), action: { type: 'handoff', priority: 'urgent' } }),
      aRule({ name: 'tags', priority: 5, conditions: mentions('grue'), action: { type: 'tag', tag: 'dark' } }),
    ]);
    const guest = await ask('a grue is here');
    await waiting(guest);
    const [handoff, ...more] = await handoffsOf(guest.sessionId);
    expect([handoff!.priority, more]).toEqual(['urgent', []]);
    expect((await stage.admin.sessions.get(guest.sessionId)).tags).toEqual(['dark']);
    for (const rule of rules) await stage.admin.rules.remove(rule.id);
  });

  it('rest for their cooldown after they have acted in a session', async () => {
    const rule = await aRule({ conditions: mentions('delivery'), cooldownSeconds: 3600 });
    const guest = await ask('How long does delivery take?');
    await waiting(guest);
    await back(guest);
    await guest.visitor.send('How long does delivery take, again?');
    await answered(guest);
    expect(await handoffsOf(guest.sessionId)).toHaveLength(1);
    await stage.admin.rules.update(rule.id, { cooldownSeconds: null });
    await guest.visitor.send('And delivery of large parcels?');
    await waiting(guest);
    await stage.admin.rules.remove(rule.id);
  });
});

describe('a person who is offered', () => {
  it('comes on yes, in the visitor’s language, and is offered once', async () => {
    const rule = await aRule({
      name: 'Offer',
      conditions: mentions('delivery'),
      action: { type: 'offer', priority: 'high', messages: { de: 'Soll unser Kurier antworten?' } },
    });
    const guest = await ask('How long does delivery take?', { locale: 'de-AT' });
    const { offer } = await until(() => guest.visitor.session?.offer && guest.visitor.session);
    const line = guest.seen.at(-1)!;
    expect([guest.seen.map(({ author }) => author.kind), line.text, line.event]).toEqual([
      ['visitor', 'ai', 'system'],
      'Soll unser Kurier antworten?',
      { code: 'handoff.offered', offerId: offer!.id },
    ]);
    expect((await guest.visitor.answerOffer(offer!.id, true)).owner).toBe('queue');
    const [handoff] = await handoffsOf(guest.sessionId);
    expect(await stage.admin.handoffs.get(handoff!.id)).toMatchObject({
      priority: 'high',
      trigger: 'custom_rule',
      rule: { id: rule.id, version: 1 },
    });
    await back(guest);
    await guest.visitor.send('How long does delivery take?');
    await answered(guest, 2);
    expect(guest.visitor.session?.offer).toBeUndefined();
    await stage.admin.rules.remove(rule.id);
  });

  it('comes on a typed yes, and not on a typed no', async () => {
    const rule = await aRule({ conditions: mentions('delivery'), action: { type: 'offer' } });
    const [yes, no] = await Promise.all(
      ['Yes, please', 'No, thanks'].map(async (answer) => {
        const guest = await ask('How long does delivery take?');
        await until(() => guest.visitor.session?.offer);
        await guest.visitor.send(answer);
        return guest;
      }),
    );
    await waiting(yes!);
    await until(() => !no!.visitor.session?.offer);
    expect([await handoffsOf(no!.sessionId), no!.visitor.session?.owner]).toEqual([[], 'ai']);
    await no!.visitor.send('When will my order arrive?');
    await answered(no!, 2);
    await stage.admin.rules.remove(rule.id);
  });

  it('does not come on no, and the AI goes on', async () => {
    const rule = await aRule({ conditions: mentions('delivery'), action: { type: 'offer' } });
    const guest = await ask('How long does delivery take?');
    const { offer } = await until(() => guest.visitor.session?.offer && guest.visitor.session);
    expect(guest.seen.at(-1)!.text).toBe('Shall I get a person from our team for you?');
    const response = await fetch(`${stage.url}/api/v1/widget/sessions/current/offers/${offer!.id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${guest.token}`, 'content-type': 'application/json', origin: 'https://shop.example' },
      body: JSON.stringify({ accept: false }),
    });
    expect([response.status, ((await response.json()) as { session: object }).session]).toEqual([
      200,
      expect.not.objectContaining({ offer: expect.anything() }),
    ]);
    const stranger = await stage.visitor();
    await expect(stranger.visitor.answerOffer(offer!.id, true)).rejects.toMatchObject({ code: 'offer.not_found' });
    await guest.visitor.send('When will my order arrive?');
    await answered(guest, 2);
    expect([await handoffsOf(guest.sessionId), (await stage.admin.rules.decisions(rule.id)).items.filter(({ acted }) => acted)]).toEqual([
      [],
      [expect.objectContaining({ sessionId: guest.sessionId })],
    ]);
    await stage.admin.rules.remove(rule.id);
  });
});

describe('the clock', () => {
  const sweep = () => stage.server.get(Sweeper).sweepNow('clock-rules');
  const aged = (sessionId: string, minutes: number) =>
    stage.server.get(Database).query(`update session set started_at = started_at - make_interval(mins => $2) where id = $1`, [sessionId, minutes]);

  it('calls a person to a silent visitor once the time limit is over, if it is on', async () => {
    const guest = await ask('How long does delivery take?');
    await answered(guest);
    const silent = await stage.visitor();
    await aged(guest.sessionId, 16);
    await aged(silent.sessionId, 16);
    await sweep();
    expect(await handoffsOf(guest.sessionId)).toEqual([]);
    const rule = await builtIn('time_limit');
    expect([rule.enabled, rule.stage]).toEqual([false, 'clock']);
    await stage.admin.rules.update(rule.id, { enabled: true });
    await waiting(guest);
    expect(await handoffsOf(guest.sessionId)).toMatchObject([
      { trigger: 'time_limit', reason: 'The conversation has lasted 16 minutes without being solved.' },
    ]);
    await sweep();
    // Who only opened the chat waits for nothing.
    expect(await handoffsOf(silent.sessionId)).toEqual([]);
    await back(guest);
    await sweep();
    expect(await handoffsOf(guest.sessionId)).toHaveLength(1);
    await stage.admin.rules.update(rule.id, { enabled: false });
  });

  it('counts what a rule in shadow would do once for each session, and offers', async () => {
    const guest = await ask('How long does delivery take?');
    await answered(guest);
    const shadow = await aRule({ stage: 'clock', mode: 'shadow', conditions: lasted(1) });
    const offering = await aRule({ stage: 'clock', conditions: lasted(2), action: { type: 'offer' } });
    await until(() => guest.visitor.session?.offer);
    await stage.server.get(Database).query(`update session set clock_at = 'epoch' where id = $1`, [guest.sessionId]);
    await sweep();
    const decisions = await stage.admin.rules.decisions(shadow.id, { fired: true, limit: 200 });
    expect(decisions.items.filter(({ sessionId }) => sessionId === guest.sessionId)).toHaveLength(1);
    await stage.admin.rules.remove(shadow.id);
    await stage.admin.rules.remove(offering.id);
  });

  it('is looked at by any number of processes, and calls one person', async () => {
    const other = await startTestApp({ databaseUrl: stage.server.databaseUrl });
    try {
      const guests = await Promise.all(Array.from({ length: 12 }, () => ask('How long does delivery take?')));
      await Promise.all(guests.map((guest) => answered(guest)));
      const rule = await aRule({
        stage: 'clock',
        conditions: { all: [lasted(1), { fact: 'session.visitorMessages', operator: 'equal', value: 1 }] },
      });
      await Promise.all([sweep(), other.get(Sweeper).sweepNow('clock-rules'), sweep(), other.get(Sweeper).sweepNow('clock-rules')]);
      // Of what the other process has done, visitors of this one are not told at once.
      await until(async () => (await Promise.all(guests.map(({ sessionId }) => handoffsOf(sessionId)))).every(({ length }) => length > 0));
      const [counted] = (await stage.admin.rules.counts({ websiteId: stage.shop.id })).items.filter(({ ruleId }) => ruleId === rule.id);
      expect(counted!.fired).toBeGreaterThanOrEqual(guests.length);
      for (const guest of guests) {
        const decisions = await stage.server
          .get(Database)
          .query(`select 1 from rule_decision where session_id = $1 and rule_id = $2 and acted`, [guest.sessionId, rule.id]);
        expect([await handoffsOf(guest.sessionId), decisions]).toEqual([[expect.anything()], [expect.anything()]]);
      }
      await stage.admin.rules.remove(rule.id);
    } finally {
      await other.close();
    }
  });

  it('leaves alone what had been quiet long before a rule was changed', async () => {
    const guest = await ask('How long does delivery take?');
    await answered(guest);
    await stage.server
      .get(Database)
      .query(`update session set started_at = started_at - interval '3 hours', last_activity_at = now() - interval '2 hours' where id = $1`, [
        guest.sessionId,
      ]);
    const rule = await aRule({ stage: 'clock', conditions: lasted(60) });
    await sweep();
    expect(await handoffsOf(guest.sessionId)).toEqual([]);
    await stage.admin.rules.remove(rule.id);
  });
});

describe('the built-in triggers', () => {
  it('leave a question about paying to the article that answers it, and bring trouble with money to a person', async () => {
    await stage.admin.knowledge.create({
      websiteId: stage.shop.id,
      title: 'Ways of paying',
      body: 'We accept Visa, Mastercard, PayPal and bank transfer.',
      questions: ['Which payment methods do you accept?', 'Can I pay by PayPal?', 'How can I pay?'],
      published: true,
    });
    // Articles are learned in the background.
    await until(
      async () => ((await stage.admin.websites.testAnswer(stage.shop.id, 'Which payment methods do you accept?')).verdict?.confidence ?? 0) > 0.75,
    );
    const asking = await ask('Which payment methods do you accept?');
    await answered(asking);
    expect(await handoffsOf(asking.sessionId)).toEqual([]);
    const angry = await ask('My card was charged twice for one order');
    await waiting(angry);
    expect(await handoffsOf(angry.sessionId)).toMatchObject([{ trigger: 'sensitive_topic' }]);
  });

  it('call a person to many questions at once', async () => {
    const guest = await ask('How long does delivery take? Can I send it back when it does not fit? Do you also ship to Spain?');
    await waiting(guest);
    expect(await handoffsOf(guest.sessionId)).toMatchObject([{ trigger: 'complex_query', reason: 'Asked 3 questions at once.' }]);
  });

  it('keep a wish for a person as captured offline once that rule is on and nobody is there', async () => {
    const rule = await builtIn('team_away');
    expect(rule.enabled).toBe(false);
    await stage.admin.rules.update(rule.id, { enabled: true });
    const guest = await ask('I want to talk to a person');
    await waiting(guest);
    const [summary] = await handoffsOf(guest.sessionId);
    expect(await stage.admin.handoffs.get(summary!.id)).toMatchObject({ trigger: 'offline_capture', cause: 'requested', promise: null });
    // Nothing is promised that nobody can keep.
    expect(guest.visitor.session).toEqual(expect.objectContaining({ away: true }));
    expect(guest.visitor.session).not.toHaveProperty('position');
    expect(texts(guest.seen).at(-1)).toMatch(/^Nobody from our team is here right now/);
    await stage.admin.rules.update(rule.id, { enabled: false });
  });
});
