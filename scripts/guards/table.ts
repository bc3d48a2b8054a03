/** One thing that keeps a law, and the test that notices when it is gone. */
export interface Guard {
  /** The number of the law, or what it belongs to. */
  readonly law: string;
  readonly guard: string;
  readonly file: string;
  /** Texts that each occur once in the file, however it is wrapped, and what stands there without the guard. */
  readonly change: readonly (readonly [guarded: string, unguarded: string])[];
  /** A second line of defence, in another file, that would hold by itself. */
  readonly behind?: Pick<Guard, 'file' | 'change'>;
  readonly spec: string;
  /** Part of the full name of the test that must fail. */
  readonly test: string;
}

const SCHEMA = 'apps/server/src/platform/database/migrations/Migration20261122000000_foundation.ts';
const DATABASE = 'apps/server/src/platform/database/database.ts';
const SPEECH = 'apps/server/src/modules/sessions/speech-statement.ts';
const HANDOFFS = 'apps/server/src/modules/handoffs';
const CONVERSATIONS = 'apps/server/src/modules/conversations';
const TRAINING = 'apps/server/src/modules/knowledge/learning/train.ts';
const MODELS = 'apps/server/src/modules/knowledge/learning/model-store.ts';
const WRITER_SPEC = 'apps/server/src/modules/sessions/speech-writer.int-spec.ts';
const LAWS_SPEC = 'test/e2e/laws.e2e-spec.ts';
const RECORD_SPEC = 'test/e2e/all-or-nothing.e2e-spec.ts';
const VIEW_SPEC = 'test/e2e/visitor-view.e2e-spec.ts';
const ACCESS_SPEC = 'test/integration/access/access-matrix.int-spec.ts';
const GUARD_SPEC = 'apps/server/src/modules/auth/access.guard.int-spec.ts';
const TEAM = 'apps/server/src/modules/team';
const GATEWAY_SPEC = 'apps/server/src/gateway/gateway.int-spec.ts';

const OWN_CONNECTION = 'new Transaction(tx.em.fork())';
const TRANSACTION_AS_VALUE = [`import { newId, type Transaction } from`, `import { newId, Transaction } from`] as const;
const RIGHT_ON_ANY_WEBSITE = [
  [`if (!place || !member.can('handoff.view', place.websiteId))`, 'if (!place)'],
  ['return member.can(permission, place.websiteId) ? null', 'return member.canSomewhere(permission) ? null'],
] as const;

export const GUARDS: readonly Guard[] = [
  {
    law: '1 one open handoff',
    guard: 'partial unique index',
    file: SCHEMA,
    change: [['create unique index handoff_one_open', 'create index handoff_one_open']],
    spec: LAWS_SPEC,
    test: 'a session has one open handoff',
  },
  {
    law: '1 one open handoff',
    guard: 'the lock on the session',
    file: 'apps/server/src/modules/sessions/sessions.service.ts',
    change: [['{ lockMode: LockMode.PESSIMISTIC_WRITE }', '{}']],
    spec: LAWS_SPEC,
    test: 'a session has one open handoff',
  },
  {
    law: '2 one winner',
    guard: `status = 'pending' in the claim`,
    file: `${HANDOFFS}/claim-statement.ts`,
    change: [['where h.id = held.handoff_id and h.status = held.claimable', 'where h.id = held.handoff_id']],
    spec: LAWS_SPEC,
    test: '200 racing claims',
  },
  {
    law: '3 fence',
    guard: 'owner, for the AI',
    file: SPEECH,
    change: [[`when 'ai' then s.owner = 'ai' and s.epoch = i.fence_epoch`, `when 'ai' then s.epoch = i.fence_epoch`]],
    spec: WRITER_SPEC,
    test: 'lets the AI speak only as the owner',
  },
  {
    law: '3 fence',
    guard: 'epoch, for the AI',
    file: SPEECH,
    change: [[`when 'ai' then s.owner = 'ai' and s.epoch = i.fence_epoch`, `when 'ai' then s.owner = 'ai'`]],
    spec: WRITER_SPEC,
    test: 'lets the AI speak only as the owner',
  },
  {
    law: '3 fence',
    guard: 'which agent',
    file: SPEECH,
    change: [[`s.owner = 'agent' and s.owner_user_id = i.fence_user`, `s.owner = 'agent'`]],
    spec: WRITER_SPEC,
    test: 'lets only the agent who owns the session speak',
  },
  {
    law: '3 fence',
    guard: 'epoch, for an agent who names it',
    file: SPEECH,
    change: [['(i.fence_epoch is null or s.epoch = i.fence_epoch)', 'true']],
    spec: WRITER_SPEC,
    test: 'lets only the agent who owns the session speak',
  },
  {
    law: '3 fence',
    guard: 'around the AI’s answer',
    file: `${CONVERSATIONS}/answer-delivery.ts`,
    change: [[`fence: { kind: 'ai', epoch: scene.session.epoch }`, `fence: { kind: 'none' }`]],
    spec: LAWS_SPEC,
    test: 'an AI answer that ends after the takeover is refused',
  },
  {
    law: '3 fence',
    guard: 'around the customer’s bot',
    file: `${CONVERSATIONS}/bot-speech.ts`,
    change: [[`fence: { kind: 'ai', epoch: body.epoch }`, `fence: { kind: 'none' }`]],
    spec: LAWS_SPEC,
    test: 'own bot speaks under the same fence',
  },
  {
    law: '3 fence',
    guard: 'around an agent’s reply',
    file: `${CONVERSATIONS}/speeches.ts`,
    change: [[`fence: { kind: 'agent', userId: member.userId, epoch: body.epoch ?? null }`, `fence: { kind: 'open' }`]],
    spec: LAWS_SPEC,
    test: 'an agent who lost the handoff cannot speak any more',
  },
  {
    law: '3 fence',
    guard: 'taking over cancels the stream',
    file: `${CONVERSATIONS}/ai-turns.ts`,
    change: [['this.running.get(sessionId)?.abort()', 'void sessionId']],
    spec: 'test/e2e/takeover.e2e-spec.ts',
    test: 'stops the AI at once',
  },
  {
    law: '4 dense seq',
    guard: 'seq from the row that the same statement locks',
    file: SPEECH,
    change: [
      [
        'select session_id, seq, id',
        'select session_id, (select coalesce(max(m.seq), 0) + 1 from message m where m.session_id = bumped.session_id), id',
      ],
    ],
    // The primary key refuses a number that is taken, and the writer then tries again.
    behind: { file: SCHEMA, change: [['primary key (session_id, seq), foreign key', 'foreign key']] },
    spec: WRITER_SPEC,
    test: 'gives two messages two numbers',
  },
  {
    law: '5 same clientId, same message',
    guard: 'unique index',
    file: SCHEMA,
    change: [['create unique index message_client_id_unique', 'create index message_client_id_unique']],
    spec: WRITER_SPEC,
    test: 'at the same moment gives the same message for the same clientId',
  },
  {
    law: '5 same clientId, same message',
    guard: 'no bump for what is known',
    file: SPEECH,
    change: [['and not exists (select from known k where k.ord = i.ord)', '']],
    spec: WRITER_SPEC,
    test: 'SpeechWriter gives the same message for the same clientId',
  },
  {
    law: '5 same clientId, same message',
    guard: 'hash of the body',
    file: SPEECH,
    change: [[`k.body_hash = decode(i.body_hash, 'hex') as same_body`, 'true as same_body']],
    spec: WRITER_SPEC,
    test: 'refuses the same clientId with another body',
  },
  {
    law: '6 recorded together',
    guard: 'timeline in the transaction',
    file: `${HANDOFFS}/handoff-record.ts`,
    change: [
      TRANSACTION_AS_VALUE,
      [
        'await tx.query( `insert into handoff_event',
        `const late = ${OWN_CONNECTION}; tx.afterCommit(() => void late.query( \`insert into handoff_event`,
      ],
      ['); await this.audit.record(', ').catch(() => undefined)); await this.audit.record('],
    ],
    spec: RECORD_SPEC,
    test: 'a release on the timeline',
  },
  {
    law: '6 recorded together',
    guard: 'audit entry in the transaction',
    file: `${HANDOFFS}/handoff-record.ts`,
    change: [TRANSACTION_AS_VALUE, ['await this.audit.record(tx, {', `await this.audit.record(${OWN_CONNECTION}, {`]],
    spec: RECORD_SPEC,
    test: 'a release in the outbox',
  },
  {
    law: '6 recorded together',
    guard: 'domain event in the transaction',
    file: `${HANDOFFS}/handoff-record.ts`,
    change: [
      TRANSACTION_AS_VALUE,
      ['await this.outbox.record(tx, entry.event);', `await this.outbox.record(${OWN_CONNECTION}, entry.event).catch(() => undefined);`],
    ],
    spec: RECORD_SPEC,
    test: 'a release in the outbox',
  },
  {
    law: '6 recorded together',
    guard: 'timeline of a claim',
    file: `${HANDOFFS}/claim-statement.ts`,
    change: [['details, moment from given ), audited as (', 'details, moment from given where false ), audited as (']],
    spec: RECORD_SPEC,
    test: 'a claim and happens',
  },
  {
    law: '6 recorded together',
    guard: 'audit entry of a claim',
    file: `${HANDOFFS}/claim-statement.ts`,
    change: [['website_id, details from given ), told as (', 'website_id, details from given where false ), told as (']],
    spec: RECORD_SPEC,
    test: 'a claim and happens',
  },
  {
    law: '6 recorded together',
    guard: 'domain event of a claim',
    file: `${HANDOFFS}/claim-statement.ts`,
    change: [['payload, moment from given ) select ord', 'payload, moment from given where false ) select ord']],
    spec: RECORD_SPEC,
    test: 'a claim and happens',
  },
  {
    law: '7 two views',
    guard: 'AI facts are the team’s',
    file: 'apps/server/src/modules/sessions/message-views.ts',
    change: [['...(row.event ? { event: row.event } : {}),', '...(row.event ? { event: row.event } : {}), confidence: row.ai_confidence,']],
    spec: VIEW_SPEC,
    test: 'nothing but its own conversation',
  },
  {
    law: '7 two views',
    guard: 'of a source, title and address alone',
    file: 'apps/server/src/modules/sessions/message-views.ts',
    change: [['row.ai_sources.map(({ title, url }) => (url ? { title, url } : { title }))', 'row.ai_sources']],
    spec: VIEW_SPEC,
    test: 'nothing but its own conversation',
  },
  {
    law: '7 two views',
    guard: 'suggestions go to the team’s room',
    file: 'apps/server/src/modules/sessions/suggestions.ts',
    change: [['this.broadcaster.toSessionTeam(draft.sessionId', 'this.broadcaster.toVisitor(draft.sessionId']],
    spec: VIEW_SPEC,
    test: 'nothing but its own conversation',
  },
  {
    law: '7 two views',
    guard: 'a room per conversation',
    file: 'apps/server/src/gateway/rooms.ts',
    change: [['visitor: (sessionId: string): string => `session:${sessionId}:visitor`', `visitor: (): string => 'visitors'`]],
    spec: VIEW_SPEC,
    test: 'nothing but its own conversation',
  },
  {
    law: '8 never ownerless',
    guard: 'no message into a closed session',
    file: SPEECH,
    change: [[`when 'open' then s.owner <> 'nobody'`, `when 'open' then true`]],
    spec: WRITER_SPEC,
    test: 'refuses a visitor on a closed session',
  },
  {
    law: '8 never ownerless',
    guard: 'reopening, in the message’s transaction',
    file: `${CONVERSATIONS}/visitor-turn.ts`,
    change: [['session.toAi(speech.at);', '']],
    spec: LAWS_SPEC,
    test: 'a message that races with resolve',
  },
  {
    law: '13 no call inside a transaction',
    guard: 'the AI is asked outside',
    file: `${CONVERSATIONS}/visitor-turn.ts`,
    change: [
      [
        ': await this.assistant.open(scene.website, questionFor(scene), takeover)',
        ': await this.database.transaction(() => this.assistant.open(scene.website, questionFor(scene), takeover))',
      ],
    ],
    behind: { file: DATABASE, change: [['if (this.held.getStore())', 'if (false)']] },
    spec: LAWS_SPEC,
    test: 'no database transaction is open while the AI is asked',
  },
  {
    law: '13 no call inside a transaction',
    guard: 'no second connection either',
    file: DATABASE,
    change: [['if (this.held.getStore())', 'if (false)']],
    spec: 'apps/server/src/platform/database/database.int-spec.ts',
    test: 'refuses a second connection to who holds a transaction',
  },
  {
    law: 'origin',
    guard: 'a conversation begins on the website’s own pages',
    file: `${CONVERSATIONS}/widget-websites.ts`,
    change: [['if (!allowed) throw new OriginNotAllowed(origin);', '']],
    spec: 'test/e2e/bad-input.e2e-spec.ts',
    test: 'from pages that are not the website’s',
  },
  {
    law: 'origin',
    guard: 'a visitor’s token is for the website’s own pages',
    file: 'apps/server/src/modules/auth/access.guard.ts',
    change: [['headers.origin !== undefined && !(await this.websites.isAllowedOrigin(visitor.websiteId, headers.origin))', 'false']],
    spec: GUARD_SPEC,
    test: 'refuses it from https://evil.example',
  },
  {
    law: 'origin',
    guard: 'a cookie changes things from our own pages alone',
    file: 'apps/server/src/modules/auth/access.guard.ts',
    change: [['!READING.has(method) && !isFromOwnOrigin(headers, this.config.publicUrl)', 'false']],
    spec: GUARD_SPEC,
    test: 'for what changes something by cookie refuses another site',
  },
  {
    law: 'origin',
    guard: 'signing in and out, too',
    file: 'apps/server/src/modules/auth/own-origin.guard.ts',
    change: [['if (!isFromOwnOrigin(headers, this.config.publicUrl)) throw new OriginNotAllowed();', '']],
    spec: GUARD_SPEC,
    test: 'for what changes something by cookie refuses another site',
  },
  {
    law: 'origin',
    guard: 'sockets: pages that some website knows',
    file: 'apps/server/src/gateway/origins.ts',
    change: [
      [
        'return headers.origin === undefined || this.isOwn(headers.origin, headers) || this.websites.anyAllows(headers.origin);',
        'return headers !== undefined;',
      ],
    ],
    spec: GATEWAY_SPEC,
    test: 'refuses a visitor token from a page no website knows',
  },
  {
    law: 'origin',
    guard: 'sockets of visitors: pages of their website',
    file: 'apps/server/src/gateway/origins.ts',
    change: [['if (origin === null || !(await this.websites.isAllowedOrigin(websiteId, origin))) throw new OriginNotAllowed();', '']],
    spec: GATEWAY_SPEC,
    test: 'refuses a visitor token from a page of another website',
  },
  {
    law: 'origin',
    guard: 'sockets by cookie: our own pages',
    file: 'apps/server/src/gateway/origins.ts',
    change: [['if (origin === null || !this.isOwn(origin, headers)) throw new OriginNotAllowed();', '']],
    spec: GATEWAY_SPEC,
    test: 'does not take a cookie on a page of a website',
  },
  {
    law: 'access',
    guard: 'deny by default',
    file: 'apps/server/src/modules/auth/access.guard.ts',
    change: [['if (!rule) throw new Forbidden();', 'if (!rule) return true;']],
    spec: GUARD_SPEC,
    test: 'refuses everybody where nothing says who may enter',
  },
  {
    law: 'people',
    guard: 'a link to choose a password works once',
    file: 'apps/server/src/modules/auth/password-links.ts',
    change: [['l.used_at is null and ', '']],
    spec: 'apps/server/src/modules/auth/password-links.int-spec.ts',
    test: 'works once, however many use it',
  },
  {
    law: 'people',
    guard: 'nobody gives a role that may do more than they',
    file: `${TEAM}/granting.ts`,
    change: [["['user.edit' as const, ...given].every(", "['user.edit' as const].every("]],
    spec: `${TEAM}/roles.int-spec.ts`,
    test: 'are not given further than their giver reaches',
  },
  {
    law: 'people',
    guard: 'nobody makes one either',
    file: `${TEAM}/role-admin.ts`,
    change: [['if (lacking.length > 0)', 'if (lacking.length > 1000)']],
    spec: `${TEAM}/roles.int-spec.ts`,
    test: 'are made and changed only out of what one holds everywhere oneself',
  },
  {
    law: 'people',
    guard: 'a changed role cuts the sockets that rest on it',
    file: `${TEAM}/role-admin.ts`,
    change: [['await this.credentials.reconnect(tx, user_id);', '']],
    spec: `${TEAM}/roles.int-spec.ts`,
    test: 'give and take with their next change',
  },
  {
    law: 'people',
    guard: 'two who remove each other take turns',
    file: `${TEAM}/last-admin.ts`,
    change: [["pg_advisory_xact_lock(hashtext('baton.last_admin'))", '1']],
    spec: `${TEAM}/team.int-spec.ts`,
    test: 'remains when the last two remove each other',
  },
  {
    law: 'people',
    guard: 'nobody locks themselves out',
    file: `${TEAM}/user-admin.ts`,
    change: [['if (member.userId === id) await this.mustStillEnter(tx, member);', '']],
    spec: `${TEAM}/team.int-spec.ts`,
    test: 'is for others to take',
  },
  {
    law: 'tenancy',
    guard: 'list of handoffs',
    file: `${HANDOFFS}/handoff-list.ts`,
    change: [[`['h.website_id = site.id', ...this.conditions]`, `['true', ...this.conditions]`]],
    spec: ACCESS_SPEC,
    test: 'agent of one website: GET /handoffs$',
  },
  {
    law: 'tenancy',
    guard: 'search in the list of handoffs',
    file: `${HANDOFFS}/handoff-list.ts`,
    change: [
      [
        'const websites = this.websiteIds === null ? [] : [`h.website_id = any (${this.websites()})`];',
        'const websites = this.websiteIds === null ? [] : [`(true or h.website_id = any (${this.websites()}))`];',
      ],
    ],
    spec: `${HANDOFFS}/search/handoff-search.int-spec.ts`,
    test: 'gives the same by either way',
  },
  {
    law: 'tenancy',
    guard: 'counts of handoffs',
    file: `${HANDOFFS}/handoff-queries.ts`,
    change: [[`if (!wanted) return allowed === 'all' ? null : allowed;`, 'if (!wanted) return null;']],
    spec: VIEW_SPEC,
    test: 'An agent of one website counts only what waits there',
  },
  {
    law: 'tenancy',
    guard: 'one handoff',
    file: `${HANDOFFS}/handoff-queries.ts`,
    change: [[`if (!handoff || !member.can('handoff.view', handoff.website.id))`, 'if (!handoff)']],
    spec: ACCESS_SPEC,
    test: 'agent of one website: GET /handoffs/:id$',
  },
  {
    law: 'tenancy',
    guard: 'acts on a handoff',
    file: `${HANDOFFS}/handoff-access.ts`,
    change: RIGHT_ON_ANY_WEBSITE,
    spec: ACCESS_SPEC,
    test: 'agent of one website: POST /handoffs/:id/release$',
  },
  {
    law: 'tenancy',
    guard: 'claims of a handoff',
    file: `${HANDOFFS}/handoff-access.ts`,
    change: RIGHT_ON_ANY_WEBSITE,
    spec: ACCESS_SPEC,
    test: 'agent of one website: POST /handoffs/:id/claim$',
  },
  {
    law: 'tenancy',
    guard: 'sessions and what is said in them',
    file: `${CONVERSATIONS}/team-acts.ts`,
    change: [[`if (!member.can('session.view', websiteId) && !member.can('handoff.view', websiteId)) throw new NotFound('session');`, '']],
    spec: ACCESS_SPEC,
    test: 'agent of one website: GET /sessions/:id/messages$',
  },
  {
    law: 'tenancy',
    guard: 'the website in the statement that writes',
    file: SPEECH,
    change: [['where s.id = i.session_id and s.website_id = i.website_id and case', 'where s.id = i.session_id and case']],
    spec: WRITER_SPEC,
    test: 'refuses a visitor on a closed session, and on another website',
  },
  {
    law: 'tenancy',
    guard: 'sockets: inboxes one may see',
    file: 'apps/server/src/gateway/inbox-rooms.ts',
    change: [[`if (!member.can('handoff.view', websiteId) || !(await this.websites.exists(websiteId))) throw new NotFound('website');`, '']],
    spec: GATEWAY_SPEC,
    test: 'is of the websites it may see, and of no other',
  },
  {
    law: 'tenancy',
    guard: 'answers from one’s own articles',
    file: MODELS,
    change: [['where website_id = $1 and published and id > $2', 'where ($1::uuid is not null) and published and id > $2']],
    behind: { file: TRAINING, change: [['where a.website_id = $1 and a.published', 'where ($1::uuid is not null) and a.published']] },
    spec: 'apps/server/src/modules/knowledge/knowledge.int-spec.ts',
    test: 'never come from another website',
  },
  {
    law: 'tenancy',
    guard: 'answers from what is published',
    file: MODELS,
    change: [['where website_id = $1 and published and id > $2', 'where website_id = $1 and id > $2']],
    behind: { file: TRAINING, change: [['where a.website_id = $1 and a.published', 'where a.website_id = $1']] },
    spec: 'apps/server/src/modules/knowledge/knowledge.int-spec.ts',
    test: 'never come from drafts',
  },
  {
    law: 'tenancy',
    guard: 'a visitor’s token resumes on its website alone',
    file: `${CONVERSATIONS}/start-session.ts`,
    change: [['return caller?.websiteId === website.id ? caller : null;', 'return caller;']],
    spec: VIEW_SPEC,
    test: 'nothing through the token of another website',
  },
];
