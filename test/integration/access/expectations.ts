import { randomUUID } from 'node:crypto';
import type { Permission } from '#contracts';
import type { World } from './world.js';

/** What a route is about; what stands in its path is then a thing of the caller's website, or of a foreign one. */
export type Thing = 'website' | 'session' | 'handoff' | 'article' | 'rule' | 'user' | 'team' | 'apiKey' | 'role';

export interface Expectation {
  readonly needs: Permission | 'member' | 'visitor' | 'public';
  readonly about?: Thing;
  /** A valid body that names things of `world`. */
  readonly body?: (world: World) => object;
  /** Needed besides, for the thing the test names: giving away a handoff that is not one's own, for instance. */
  readonly also?: Permission;
  /** Only for who holds the permission on every website. */
  readonly everywhere?: true;
  /** About no website at all. */
  readonly general?: true;
  /** What somebody who may gets, where it is a refusal for other reasons than access. */
  readonly answers?: number;
}

const empty = (): object => ({});
const message = (): object => ({ clientId: randomUUID(), text: 'Hello' });
const rule = {
  name: 'Mine',
  stage: 'before_reply',
  conditions: { all: [{ fact: 'message.text', operator: 'contains', value: 'x' }] },
  action: { type: 'tag', tag: 'x' },
};

/** Every route there is, and who may enter. A new route without a line here fails the test, and so does a line without its route. */
export const ROUTES: Readonly<Record<string, Expectation>> = {
  'POST /auth/login': { needs: 'public' },
  'POST /auth/logout': { needs: 'public' },
  'GET /auth/me': { needs: 'member' },
  'POST /auth/password': { needs: 'member', body: () => ({ currentPassword: 'wrong', newPassword: 'long enough' }), answers: 422 },
  'PATCH /auth/me': { needs: 'member', body: () => ({ name: 'Changed' }) },
  'GET /auth/sessions': { needs: 'member' },
  'DELETE /auth/sessions': { needs: 'member' },
  'DELETE /auth/sessions/:id': { needs: 'member' },
  'POST /auth/links/look': { needs: 'public' },
  'POST /auth/links/use': { needs: 'public' },
  'GET /setup': { needs: 'public' },
  'POST /setup': { needs: 'public' },
  'GET /setup/checklist': { needs: 'website.create', everywhere: true },
  'PATCH /setup/checklist': { needs: 'website.create', everywhere: true, body: () => ({ dismissed: false }) },
  'GET /setup/demo-data': { needs: 'website.create', everywhere: true },
  'POST /setup/demo-data': { needs: 'website.create', everywhere: true },
  'DELETE /setup/demo-data': { needs: 'website.create', everywhere: true },
  'GET /health/live': { needs: 'public' },
  'GET /health/ready': { needs: 'public' },
  'GET /metrics': { needs: 'public' },
  'GET /demo/config.json': { needs: 'public' },

  'GET /api-keys': { needs: 'api_key.edit' },
  'POST /api-keys': { needs: 'api_key.edit', body: ({ website }) => ({ name: 'Robot', permissions: ['website.view'], websiteId: website }) },
  'DELETE /api-keys/:id': { needs: 'api_key.edit', about: 'apiKey' },
  'GET /audit': { needs: 'audit.view' },

  'GET /websites': { needs: 'website.view' },
  'POST /websites': { needs: 'website.create', everywhere: true, body: () => ({ name: 'New', allowedOrigins: [] }) },
  'GET /websites/:id': { needs: 'website.view', about: 'website' },
  'PATCH /websites/:id': { needs: 'website.edit', about: 'website', body: () => ({ name: 'Changed' }) },
  'DELETE /websites/:id': { needs: 'website.create', about: 'website' },
  'GET /websites/:id/installation': { needs: 'website.view', about: 'website' },
  'POST /websites/:id/identity-secret': { needs: 'website.edit', about: 'website' },
  'GET /topics/built-in': { needs: 'rule.view' },
  'GET /websites/:id/topics': { needs: 'rule.view', about: 'website' },
  'PUT /websites/:id/topics': { needs: 'rule.edit', about: 'website', body: () => ({ version: 0, topics: [] }) },
  'GET /websites/:id/topics/versions': { needs: 'rule.view', about: 'website' },
  'POST /websites/:id/topics/rollback': { needs: 'rule.edit', about: 'website', body: () => ({ version: 99 }), answers: 404 },
  'POST /websites/:id/topics/try': { needs: 'rule.view', about: 'website', body: () => ({ text: 'Where is my parcel?' }) },
  'POST /websites/:id/test-answer': { needs: 'website.edit', about: 'website', body: () => ({ text: 'Where is my parcel?' }) },

  'GET /users': { needs: 'user.view' },
  'POST /users': {
    needs: 'user.edit',
    body: ({ website }) => ({ email: `${randomUUID()}@example.test`, name: 'New', memberships: [{ websiteId: website, role: 'agent' }] }),
  },
  'GET /users/:id': { needs: 'user.view', about: 'user' },
  'PATCH /users/:id': { needs: 'user.edit', about: 'user', body: () => ({ name: 'Changed' }) },
  'DELETE /users/:id': { needs: 'user.edit', about: 'user' },
  'POST /users/:id/link': { needs: 'user.edit', about: 'user' },
  'DELETE /users/:id/link': { needs: 'user.edit', about: 'user' },
  'GET /roles': { needs: 'user.view', general: true },
  'POST /roles': { needs: 'role.edit', everywhere: true, body: () => ({ name: randomUUID(), permissions: ['handoff.view'] }) },
  'GET /roles/:id': { needs: 'user.view', about: 'role', general: true },
  'PATCH /roles/:id': { needs: 'role.edit', everywhere: true, about: 'role', body: () => ({ permissions: ['handoff.view'] }) },
  'DELETE /roles/:id': { needs: 'role.edit', everywhere: true, about: 'role' },
  'GET /teams': { needs: 'user.view' },
  'POST /teams': { needs: 'user.edit', body: ({ website }) => ({ name: 'New', websiteId: website, memberIds: [] }) },
  'GET /teams/:id': { needs: 'user.view', about: 'team' },
  'PATCH /teams/:id': { needs: 'user.edit', about: 'team', body: () => ({ name: 'Changed' }) },
  'DELETE /teams/:id': { needs: 'user.edit', about: 'team' },

  'GET /sessions/:id': { needs: 'session.view', about: 'session' },
  'GET /sessions/:id/messages': { needs: 'session.view', about: 'session' },
  'GET /sessions/:id/suggestions': { needs: 'session.view', about: 'session' },
  'POST /sessions/:id/messages': { needs: 'session.reply', about: 'session', body: message, answers: 409 },
  'POST /sessions/:id/handoff': { needs: 'handoff.open', about: 'session', body: empty },
  'POST /sessions/:id/ai-messages': { needs: 'bot.speak', about: 'session', body: () => ({ ...message(), epoch: 1 }), answers: 409 },

  'GET /handoffs': { needs: 'handoff.view' },
  'GET /handoffs/counts': { needs: 'handoff.view' },
  'GET /handoffs/pulse': { needs: 'handoff.view' },
  'GET /handoffs/:id': { needs: 'handoff.view', about: 'handoff' },
  'POST /handoffs/:id/claim': { needs: 'handoff.claim', about: 'handoff', body: empty },
  'POST /handoffs/:id/force-claim': { needs: 'handoff.force_claim', about: 'handoff', body: empty },
  'POST /handoffs/:id/release': { needs: 'handoff.claim', about: 'handoff', body: empty, answers: 409 },
  'POST /handoffs/:id/assign': { needs: 'handoff.claim', also: 'handoff.assign', about: 'handoff', body: ({ member }) => ({ userId: member }) },
  'POST /handoffs/:id/resolve': { needs: 'handoff.claim', about: 'handoff', body: empty, answers: 409 },
  'POST /handoffs/:id/cancel': { needs: 'handoff.claim', about: 'handoff', body: () => ({ outcome: 'closed' }) },
  'GET /handoffs/:id/notes': { needs: 'handoff.view', about: 'handoff' },
  'POST /handoffs/:id/notes': { needs: 'note.write', about: 'handoff', body: () => ({ body: 'Seen' }) },

  'GET /knowledge': { needs: 'knowledge.view' },
  'POST /knowledge': { needs: 'knowledge.edit', body: ({ website }) => ({ websiteId: website, title: 'Returns', body: 'Within 30 days.' }) },
  'POST /knowledge/ask': { needs: 'knowledge.view', body: ({ website }) => ({ websiteId: website, text: 'Returns?' }) },
  'GET /knowledge/summary': { needs: 'knowledge.view' },
  'GET /knowledge/:id': { needs: 'knowledge.view', about: 'article' },
  'PATCH /knowledge/:id': { needs: 'knowledge.edit', about: 'article', body: () => ({ title: 'Changed' }) },
  'DELETE /knowledge/:id': { needs: 'knowledge.edit', about: 'article' },

  'GET /rules': { needs: 'rule.view' },
  'POST /rules': { needs: 'rule.edit', body: ({ website }) => ({ ...rule, websiteId: website }) },
  'GET /rules/facts': { needs: 'rule.view' },
  'POST /rules/validate': { needs: 'rule.view', general: true, body: () => ({ conditions: rule.conditions }) },
  'POST /rules/try': { needs: 'rule.view', body: ({ website }) => ({ rule: { ...rule, websiteId: website }, text: 'x' }) },
  'POST /rules/replay': {
    needs: 'rule.view',
    also: 'session.view',
    body: ({ website }) => ({ rule: { ...rule, websiteId: website }, from: '2026-01-01', to: '2026-01-02' }),
  },
  'GET /rules/counts': { needs: 'rule.view' },
  'GET /rules/:id/decisions': { needs: 'rule.view', also: 'session.view', about: 'rule' },
  'GET /rules/:id/comparison': { needs: 'rule.view', about: 'rule' },
  'GET /rules/:id': { needs: 'rule.view', about: 'rule' },
  'PATCH /rules/:id': { needs: 'rule.edit', about: 'rule', body: () => ({ name: 'Changed' }) },
  'DELETE /rules/:id': { needs: 'rule.edit', about: 'rule' },
  'GET /rules/:id/versions': { needs: 'rule.view', about: 'rule' },
  'POST /rules/:id/rollback': { needs: 'rule.edit', about: 'rule', body: () => ({ version: 1 }) },

  'GET /widget/website': { needs: 'public' },
  'POST /widget/sessions': { needs: 'public' },
  'GET /widget/sessions/current': { needs: 'visitor' },
  'GET /widget/sessions/current/messages': { needs: 'visitor' },
  'POST /widget/sessions/current/messages': { needs: 'visitor', body: message },
  'POST /widget/sessions/current/handoff': { needs: 'visitor', body: empty },
  'POST /widget/sessions/current/offers/:id': { needs: 'visitor', about: 'session', body: () => ({ accept: false }), answers: 404 },
};

/** Every socket event, likewise: `namespace event`. */
export const EVENTS: Readonly<Record<string, Permission | 'member' | 'visitor'>> = {
  '/agent inbox.watch': 'handoff.view',
  '/agent session.watch': 'session.view',
  '/agent session.unwatch': 'session.view',
  '/agent message.send': 'session.reply',
  '/agent typing': 'session.reply',
  '/agent read': 'session.view',
  '/agent presence.set': 'member',
  '/visitor message.send': 'visitor',
  '/visitor handoff.request': 'visitor',
  '/visitor offer.answer': 'visitor',
  '/visitor session.sync': 'visitor',
  '/visitor contact.submit': 'visitor',
  '/visitor typing': 'visitor',
  '/visitor read': 'visitor',
  '/visitor rating.submit': 'visitor',
  '/visitor session.end': 'visitor',
};
