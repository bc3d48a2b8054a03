import { describe, expect, it, jest } from '@jest/globals';
import { FACTS } from '#rules';
import { understand } from '#understanding';
import { aSituation } from '../../../../../test/harness/situation.js';
import { localTime } from './local-time.js';
import { factsOf } from './situation-facts.js';

const everything = new Set(FACTS.map((fact) => fact.name));

describe('the facts of a situation', () => {
  it('go by their registered names', async () => {
    const text = 'You charged me twice, I want to talk to a person';
    const situation = aSituation({
      message: { text, signals: understand(text), repeats: 1 },
      requestedVia: 'button',
      ai: { confidence: 0.4, answered: false, failed: 'timeout', weakStreak: 2, complexity: 0.3 },
      visitor: { email: 'ana@example.com', verified: true, attributes: { plan: 'gold', seats: 4 } },
      page: { url: 'https://shop.example/cart', title: 'Cart' },
      timeZone: 'Europe/Berlin',
    });
    const facts = await factsOf(situation, everything);
    expect(facts).toMatchObject({
      'message.text': text,
      'message.length': 48,
      'message.language': 'en',
      'message.topics': ['billing'],
      'message.asksForHuman': true,
      'message.repeats': 1,
      'request.via': 'button',
      'ai.confidence': 0.4,
      'ai.answered': false,
      'ai.failed': true,
      'ai.failure': 'timeout',
      'ai.weakStreak': 2,
      'session.seconds': 125,
      'session.messages': 3,
      'session.visitorMessages': 2,
      'session.handoffs': 0,
      'session.tags': [],
      'visitor.email': 'ana@example.com',
      'visitor.verified': true,
      'visitor.plan': 'gold',
      'visitor.seats': 4,
      'page.url': 'https://shop.example/cart',
      'time.now': '2026-11-22T17:40:05+01:00',
      'time.hour': 17,
      'time.weekday': 7,
      'queue.waiting': 4,
      'team.online': 2,
    });
    const known = new Set([...everything, 'visitor.plan', 'visitor.seats']);
    expect(Object.keys(facts).filter((name) => !known.has(name))).toEqual([]);
  });

  it('leave out what did not happen', async () => {
    const facts = await factsOf(aSituation(), everything);
    expect(Object.keys(facts).filter((name) => /^(message|ai|request)\./.test(name))).toEqual([]);
  });

  it('look up only what is asked about', async () => {
    const queueWaiting = jest.fn(async () => 1);
    const lookups = { queueWaiting, teamOnline: async () => 1 };
    await factsOf(aSituation({ lookups }), new Set(['message.text']));
    expect(queueWaiting).not.toHaveBeenCalled();
    await factsOf(aSituation({ lookups }), new Set(['queue.waiting']));
    expect(queueWaiting).toHaveBeenCalledTimes(1);
  });

  it('do not let an attribute pass for the visitor’s identity, or reach a prototype', async () => {
    const attributes = JSON.parse('{"email":"boss@example.com","verified":true,"__proto__":"x"}') as Record<string, string>;
    const facts = await factsOf(aSituation({ visitor: { email: null, verified: false, attributes } }), everything);
    expect(facts['visitor.email']).toBeNull();
    expect(facts['visitor.verified']).toBe(false);
    expect(Object.getPrototypeOf(facts)).toBeNull();
  });
});

describe('the time at the website', () => {
  it.each([
    ['2026-11-22T23:30:00Z', 'Europe/Berlin', '2026-11-23T00:30:00+01:00', 0, 1],
    ['2026-07-01T12:00:00Z', 'Europe/Berlin', '2026-07-01T14:00:00+02:00', 14, 3],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00+00:00', 0, 4],
    ['2026-01-01T00:00:00Z', 'Asia/Kathmandu', '2026-01-01T05:45:00+05:45', 5, 4],
    ['2026-01-01T00:00:00Z', 'America/New_York', '2025-12-31T19:00:00-05:00', 19, 3],
  ])('%s in %s is %s', (instant, zone, iso, hour, weekday) => {
    expect(localTime(new Date(instant), zone)).toEqual({ iso, hour, weekday });
  });
});
