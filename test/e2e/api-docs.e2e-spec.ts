import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { entrancesOf } from '../../apps/server/src/platform/api-docs/entrances.js';
import { startTestApp, type TestApp } from '../harness/app.js';

interface Operation {
  operationId: string;
  description: string;
  parameters: { name: string; in: string }[];
  requestBody?: object;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}
interface AsyncApi {
  channels: Record<string, { messages: Record<string, unknown> }>;
  operations: Record<string, { action: string; summary: string }>;
}

let server: TestApp;
let openApi: OpenApi;
let asyncApi: AsyncApi;
beforeAll(async () => {
  server = await startTestApp();
  openApi = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApi;
  asyncApi = (await (await fetch(`${server.url}/api/asyncapi.json`)).json()) as AsyncApi;
}, 60_000);
afterAll(() => server.close());

const operations = (): Map<string, Operation> =>
  new Map(Object.values(openApi.paths).flatMap((path) => Object.values(path).map((one) => [one.operationId, one] as const)));

describe('the API documents', () => {
  it('are as new as the code', async () => {
    await promisify(execFile)('node', ['--import', './scripts/typescript.js', 'scripts/api-types/generate.ts', '--check']);
  }, 60_000);

  it('hold every route and every event, each with who may use it and what comes back', () => {
    const entrances = [...entrancesOf(server.app).values()];
    expect(entrances.length).toBeGreaterThan(50);
    const routes = entrances.filter(({ socket }) => socket === null);
    expect(routes.map(({ key }) => key).filter((key) => !operations().has(key))).toEqual([]);
    for (const { key, access, body } of routes) {
      const operation = operations().get(key)!;
      expect(access).not.toBeNull();
      expect(operation.description).toMatch(/^(Needs the permission|For everybody|For visitors|Open to everybody)/m);
      expect(Boolean(operation.requestBody)).toBe(body !== null);
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    }
    for (const { socket, access } of entrances.filter((one) => one.socket !== null)) {
      const channel = socket!.namespace.slice(1);
      expect(access).not.toBeNull();
      expect(asyncApi.operations).toHaveProperty([`${channel}.${socket!.event}.sent`]);
      expect(asyncApi.channels[channel]!.messages).toHaveProperty([`${socket!.event}.ack`]);
    }
  });

  it('know the names that other software is written against', () => {
    const called = new Set(
      Object.entries(openApi.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)),
    );
    for (const call of [
      'POST /api/v1/auth/login',
      'GET /api/v1/auth/me',
      'POST /api/v1/api-keys',
      'GET /api/v1/handoffs',
      'GET /api/v1/handoffs/counts',
      'GET /api/v1/handoffs/{id}',
      'POST /api/v1/handoffs/{id}/claim',
      'POST /api/v1/handoffs/{id}/force-claim',
      'POST /api/v1/handoffs/{id}/release',
      'POST /api/v1/handoffs/{id}/assign',
      'POST /api/v1/handoffs/{id}/resolve',
      'POST /api/v1/handoffs/{id}/cancel',
      'GET /api/v1/handoffs/{id}/notes',
      'POST /api/v1/handoffs/{id}/notes',
      'GET /api/v1/sessions/{id}',
      'GET /api/v1/sessions/{id}/messages',
      'POST /api/v1/sessions/{id}/messages',
      'POST /api/v1/sessions/{id}/handoff',
      'POST /api/v1/sessions/{id}/ai-messages',
      'GET /api/v1/websites',
      'GET /api/v1/knowledge',
      'GET /api/v1/users',
      'GET /api/v1/teams',
      'GET /api/v1/audit',
      'GET /api/v1/rules',
      'POST /api/v1/widget/sessions',
      'GET /api/v1/widget/sessions/current/messages',
      'POST /api/v1/widget/sessions/current/messages',
      'POST /api/v1/widget/sessions/current/handoff',
    ]) {
      expect([call, called.has(call)]).toEqual([call, true]);
    }
    const asked = Object.values(asyncApi.operations)
      .filter(({ action }) => action === 'receive')
      .map(({ summary }) => summary);
    expect(asked.sort()).toEqual([
      'contact.submit',
      'handoff.request',
      'inbox.watch',
      'message.send',
      'message.send',
      'offer.answer',
      'presence.set',
      'rating.submit',
      'read',
      'read',
      'session.end',
      'session.sync',
      'session.unwatch',
      'session.watch',
      'typing',
      'typing',
    ]);
  });

  it('know every fact and operator of the registry', () => {
    const { fact, operator } = (openApi.components.schemas['RuleCondition'] as any).properties;
    expect(fact.anyOf[0].enum).toEqual(expect.arrayContaining(['ai.confidence', 'message.isQuestion', 'website.mode']));
    expect([fact.anyOf[1].pattern, operator.enum]).toEqual(['^visitor\\.', expect.arrayContaining(['matches', 'between'])]);
    expect(fact.description).toContain('`session.seconds`: Length of the session (number, seconds;');
  });

  it('say what goes in, with its limits, and what goes wrong', () => {
    const send = operations().get('TeamSessionsController.reply')!;
    expect(send.requestBody).toMatchObject({ content: { 'application/json': { schema: { $ref: '#/components/schemas/SendMessageDto' } } } });
    expect(openApi.components.schemas['SendMessageDto']).toMatchObject({
      required: ['clientId', 'text'],
      properties: { text: { type: 'string', maxLength: 8000 }, clientId: { format: 'uuid' } },
    });
    expect(openApi.components.schemas['ChangeWebsiteDto']).toMatchObject({ properties: { name: { type: 'string' } } });
    expect(send.responses['409']!.content).toHaveProperty(['application/problem+json']);
    expect(
      operations()
        .get('HandoffsController.list')!
        .parameters.map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['status', 'view', 'assignee', 'cursor', 'limit']));
  });

  it('refer to nothing that is not there', () => {
    for (const document of [openApi, asyncApi]) {
      const refs = new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!));
      for (const path of refs)
        expect(path.split('/').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], document)).toBeDefined();
    }
  });

  it('are valid AsyncAPI', async () => {
    const diagnostics = await new Parser().validate(JSON.stringify(asyncApi));
    expect(diagnostics.filter(({ severity }) => severity === 0).map(({ message, path }) => `${path.join('/')}: ${message}`)).toEqual([]);
  }, 30_000);

  it('are there to be read, on a page where nothing may run', async () => {
    const page = await fetch(`${server.url}/api/docs`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html.match(/<script|\sstyle=|\son\w+=/g)).toBeNull();
    expect(html).toContain('/api/v1/handoffs/{id}/claim');
    expect((await fetch(`${server.url}/api/docs/style.css`)).headers.get('content-type')).toContain('text/css');
  });
});
