import { BatonTeam } from '#sdk';
import type { OpenAiServer } from '../fakes/openai-server.js';
import { BOT_WEBSITE, ECHO_WEBSITE } from './checker.js';
import type { Site } from './load.js';

export const PASSWORD = 'the password of the faults';
export const ORIGIN = 'http://shop.test';

/** What every server of the faults is started with. */
export const SETTINGS = {
  BATON_DEMO: 'true',
  BATON_DEMO_PASSWORD: PASSWORD,
  BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.1/32',
  BATON_SECRET_KEY: 'a key that only the faults know, of 40 letters',
} as const;

const PEOPLE = [
  { email: 'ana@demo.baton.test', mayForce: false },
  { email: 'bea@demo.baton.test', mayForce: false },
  { email: 'admin@demo.baton.test', mayForce: true },
] as const;

export interface Person {
  readonly name: string;
  readonly team: BatonTeam;
  readonly mayForce: boolean;
}

/** The team at work, each at one of the ways to the server. */
export function signIn(urls: readonly string[]): Promise<Person[]> {
  return Promise.all(
    PEOPLE.map(async ({ email, mayForce }, index) => {
      const team = new BatonTeam({ url: urls[index % urls.length]! });
      const { user } = await team.login(email, PASSWORD);
      return { name: user.name, team, mayForce };
    }),
  );
}

/** Three websites: one answered from articles, one by a model, one by a program of the customer's. */
export async function openWebsites(admin: BatonTeam, ai: OpenAiServer): Promise<Record<'shop' | 'echo' | 'bot', Site>> {
  const allowedOrigins = [ORIGIN];
  const shop = await admin.websites.create({ name: 'Shop', allowedOrigins });
  const echo = await admin.websites.create({
    name: ECHO_WEBSITE,
    allowedOrigins,
    assistant: { responder: 'openai_compatible', baseUrl: ai.baseUrl, model: ai.model, apiKey: ai.apiKey, deadlineMs: 20_000 },
  });
  const bot = await admin.websites.create({ name: BOT_WEBSITE, allowedOrigins, assistant: { responder: 'none' } });
  for (const { title, body, questions } of ARTICLES) await admin.knowledge.create({ websiteId: shop.id, title, body, questions, published: true });
  const site = ({ id, name, publicKey }: { id: string; name: string; publicKey: string }): Site => ({ id, name, key: publicKey });
  return { shop: site(shop), echo: site(echo), bot: site(bot) };
}

const ARTICLES = [
  {
    title: 'Delivery times',
    body: 'Orders arrive within three working days. Express orders arrive the next day.',
    questions: ['How long does delivery take?', 'When will my order arrive?', 'How long does shipping take?'],
  },
  {
    title: 'Returns',
    body: 'You can send anything back within 30 days.',
    questions: ['Can I send it back?', 'How long do I have to return an order?', 'Do you take things back?'],
  },
];
