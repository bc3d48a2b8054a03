/**
 * Plays one whole handoff, and a second one that goes back to the AI, against a running Baton:
 *
 *     npm run tour -- [--url http://localhost:4100] [--email ana@demo.baton.test]
 *
 * The password comes from BATON_DEMO_PASSWORD, or is asked for.
 */
import { Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { HandoffSummary, Message, Website } from '#contracts';
import { BatonError, BatonTeam, BatonVisitor } from '#sdk';

const WAIT_MS = 15_000;
const startedAt = performance.now();
let step = 'Reading the options';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4100' },
    email: { type: 'string', default: 'ana@demo.baton.test' },
    help: { type: 'boolean', default: false },
  },
});

try {
  if (options.help)
    say('npm run tour -- [--url http://localhost:4100] [--email ana@demo.baton.test]   (password: BATON_DEMO_PASSWORD, or asked for)');
  else await tour(options.url.replace(/\/+$/, ''), options.email);
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n✗ ${step}: ${reasonOf(error)}\n`);
  process.exit(1);
}

async function tour(url: string, email: string): Promise<void> {
  const agent = new BatonTeam({ url });
  const me = await doing(
    `Sign in at ${url}`,
    async () => agent.login(email, await password(email)),
    ({ user }) => `${user.name} (${user.email})`,
  );
  const website = await doing(
    'Look for a website with articles',
    () => websiteOf(agent, url),
    ({ name }) => name,
  );
  const question = await doing(
    'Choose a question',
    () => questionOf(agent, website),
    (text) => `“${text}”`,
  );

  const inbox = agent.connect();
  const arrived: HandoffSummary[] = [];
  inbox.on('handoff.opened', ({ handoff }) => arrived.push(handoff));
  await doing(
    'Open the inbox',
    () => inbox.watchInbox([website.id]),
    (counts) => `${counts.open} open, ${counts.unassigned} waiting`,
  );
  await inbox.setPresence('online');

  say('\nA handoff that is resolved');
  const first = await visitorOf(url, website);
  await doing('The visitor asks', () => first.visitor.send(question), stored);
  await doing('The AI answers', () => until(() => first.seen.find(({ author }) => author.kind === 'ai')), quoted);
  await doing('The visitor asks for a person', () => first.visitor.send('Can I talk to a person, please?'), stored);
  const handoff = await doing(
    'It appears in the inbox',
    () => until(() => arrived.find(({ sessionId }) => sessionId === first.sessionId)),
    (one) => `${one.trigger}: ${one.reason}`,
  );
  await doing(
    'The visitor sees their place',
    () => until(() => first.visitor.session?.position),
    (position) => `number ${position}`,
  );
  await doing(
    `${me.user.name} claims it`,
    () => agent.handoffs.claim(handoff.id),
    (one) => `${one.messages.length} messages to read, evidence ${one.evidence ? 'kept' : 'none'}`,
  );
  await doing('The visitor sees who came', () => until(() => first.visitor.session?.agent?.name));

  const thread = inbox.watchSession(first.sessionId);
  const heard: Message[] = [];
  thread.on('message', (message) => heard.push(message));
  await thread.catchUp();
  await doing('The agent replies', () => inbox.send(first.sessionId, { text: 'Hello, I have read everything. How can I help?' }), stored);
  await doing('The visitor reads it', () => until(() => first.seen.find(({ author }) => author.kind === 'agent')), quoted);
  const thanks = await doing('The visitor answers', () => first.visitor.send('Thank you, that is all I needed.'), stored);
  await doing('The agent reads it', () => until(() => heard.find(({ seq }) => seq === thanks.seq)), quoted);
  await doing(
    'It is resolved',
    () => agent.handoffs.resolve(handoff.id, { note: 'Shown by the tour.' }),
    (one) => `${one.status}, ${one.timeline.length} entries in the timeline`,
  );
  await doing(
    'The visitor sees it closed',
    () => until(() => first.visitor.session?.status === 'closed'),
    () => '',
  );
  await doing(
    'Nothing is missing',
    async () => dense(await until(() => heard.length === first.seen.length && first.seen)),
    (count) => `${count} messages, 1 to ${count}, on both sides`,
  );

  say('\nA handoff that goes back to the AI');
  const second = await visitorOf(url, website);
  await doing(
    'Another visitor presses the button',
    () => second.visitor.requestPerson(),
    ({ status, position }) => `${status}, number ${position}`,
  );
  const other = await doing(
    'It appears in the inbox',
    () => until(() => arrived.find(({ sessionId }) => sessionId === second.sessionId)),
    (one) => one.reason,
  );
  await doing(
    `${me.user.name} claims it`,
    () => agent.handoffs.claim(other.id),
    () => '',
  );
  await doing('The agent replies', () => inbox.send(second.sessionId, { text: 'The assistant knows this best, I hand you back.' }), stored);
  await doing(
    'It is returned to the AI',
    () => agent.handoffs.cancel(other.id, { outcome: 'returned_to_ai' }),
    (one) => `${one.status}, ${one.outcome}`,
  );
  await doing(
    'The agent may not speak any more',
    () => refusalOf(inbox.send(second.sessionId, { text: 'One more thing' })),
    (code) => code,
  );
  await doing('The visitor asks on', () => second.visitor.send(question), stored);
  await doing('The AI answers', () => until(() => second.seen.find(({ author }) => author.kind === 'ai')), quoted);

  for (const open of [first.visitor, second.visitor, inbox]) open.close();
  say(`\n✓ All of it worked, in ${seconds(performance.now() - startedAt)}.`);
}

/** Runs one step and prints what it was, how long it took and what came of it. */
async function doing<T>(what: string, work: () => Promise<T>, outcome: (result: T) => string = String): Promise<T> {
  step = what;
  const before = performance.now();
  const result = await work();
  say(`  ${seconds(performance.now() - before).padStart(9)}  ${what.padEnd(36)} ${outcome(result)}`.trimEnd());
  return result;
}

async function websiteOf(agent: BatonTeam, url: string): Promise<Website> {
  const { items } = await agent.websites.list();
  const origin = new URL(url).origin;
  const usable = items.find(({ allowedOrigins }) => allowedOrigins.includes(origin)) ?? items.find(({ allowedOrigins }) => allowedOrigins.length > 0);
  if (!usable) throw new Error('there is no website with an allowed origin. Start Baton with its demo data, or add a website first.');
  return usable;
}

async function questionOf(agent: BatonTeam, website: Website): Promise<string> {
  const { items } = await agent.knowledge.list({ websiteId: website.id });
  const article = items.find(({ published, questions }) => published && questions.length > 0) ?? items.find(({ published }) => published);
  if (!article) throw new Error(`"${website.name}" has no published article, so its AI has nothing to say.`);
  return article.questions[0] ?? article.title;
}

async function visitorOf(url: string, website: Website) {
  const own = new URL(url).origin;
  const origin = website.allowedOrigins.includes(own) ? own : website.allowedOrigins[0]!;
  const visitor = new BatonVisitor({ url, websiteKey: website.publicKey, origin, visitor: { name: 'Tour', email: 'tour@example.com' } });
  const seen: Message[] = [];
  visitor.on('message', (message) => seen.push(message));
  const sessionId = await doing(
    'A visitor opens the widget',
    async () => {
      const { session } = await visitor.start();
      await visitor.connect();
      await until(() => visitor.online);
      return session.id;
    },
    (id) => `session ${id}`,
  );
  return { visitor, seen: seen as readonly Message[], sessionId };
}

async function refusalOf(forbidden: Promise<unknown>): Promise<string> {
  try {
    await forbidden;
  } catch (error) {
    if (error instanceof BatonError && error.code === 'speech.not_yours') return error.code;
    throw error;
  }
  throw new Error('the message was accepted, although the AI owns the conversation.');
}

function dense(messages: readonly Message[]): number {
  const missing = messages.findIndex(({ seq }, index) => seq !== index + 1);
  if (missing >= 0) throw new Error(`message ${missing + 1} is missing.`);
  return messages.length;
}

async function until<T>(look: () => T): Promise<NonNullable<T>> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`nothing happened for ${WAIT_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function password(email: string): Promise<string> {
  const given = process.env['BATON_DEMO_PASSWORD'];
  if (given) return given;
  if (!process.stdin.isTTY) throw new Error('set BATON_DEMO_PASSWORD to the password that Baton printed at its first start.');
  process.stdout.write(`Password of ${email}: `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const typed = await terminal.question('');
  terminal.close();
  say('');
  return typed;
}

function reasonOf(error: unknown): string {
  if (error instanceof BatonError && error.code === 'network.unreachable')
    return `Baton does not answer at ${options.url}. Is it running? (npm start)`;
  if (error instanceof BatonError) return `${error.message} [${error.code}]`;
  return error instanceof Error ? error.message : String(error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
function seconds(millis: number): string {
  return `${(millis / 1000).toFixed(3)} s`;
}
function stored({ seq }: Message): string {
  return `stored as number ${seq}`;
}
function quoted({ text }: Message): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
