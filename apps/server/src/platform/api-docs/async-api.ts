import type { Type } from '@nestjs/common';
import { apiTypes } from './api-types.generated.js';
import { accessInWords, type Entrance } from './entrances.js';
import { InputSchemas, type Schema } from './input-schemas.js';

export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: object;
  readonly servers: object;
  readonly channels: Record<string, { address: string; description: string; messages: Record<string, object> }>;
  readonly operations: Record<string, object>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly securitySchemes: object };
}

const NAMESPACES: Readonly<Record<string, string>> = {
  '/visitor': 'A widget: `auth: { token }` with a visitor token, on a page of one of the website’s allowed origins. A socket belongs to one session.',
  '/agent': 'The team: the cookie of a login, on Baton’s own pages, or `auth: { apiKey }` from anywhere.',
};

/**
 * The live side: socket.io namespaces as channels. Every event a client sends is answered through its acknowledgement,
 * which stands here as the operation's reply.
 */
export function asyncApiOf(entrances: ReadonlyMap<string, Entrance>, serverUrl: string): AsyncApiDocument {
  const url = new URL(serverUrl);
  const inputs = new InputSchemas();
  const events = [...entrances.values()].filter(isEvent);
  const document: AsyncApiDocument = {
    asyncapi: '3.0.0',
    info: {
      title: 'Baton, live',
      version: '1',
      description:
        'socket.io 4, websocket first. Sockets hint, sequences decide: after a connection, a gap or a focus ask for what follows the last seq you have.',
    },
    servers: {
      baton: {
        host: url.host,
        pathname: '/socket.io',
        protocol: url.protocol === 'https:' ? 'wss' : 'ws',
        security: ['visitorToken', 'login', 'apiKey'].map(securityRef),
      },
    },
    channels: {},
    operations: {},
    components: {
      schemas: { ...inputs.named(events.flatMap(({ body }) => (body ? [body as Type] : []))), ...apiTypes.schemas },
      securitySchemes: {
        visitorToken: { type: 'userPassword', description: '`auth: { token }` of the socket.io handshake.' },
        login: { type: 'httpApiKey', in: 'cookie', name: 'baton', description: 'Of a login; on https it is named `__Host-baton`.' },
        apiKey: { type: 'userPassword', description: '`auth: { apiKey }` of the socket.io handshake.' },
      },
    },
  };
  for (const [address, description] of Object.entries(NAMESPACES)) document.channels[channelOf(address)] = { address, description, messages: {} };
  for (const event of events) addAsked(document, event);
  for (const [address, told] of Object.entries(apiTypes.told)) {
    for (const [name, { description, schema }] of Object.entries(told)) addTold(document, address, name, description, schema);
  }
  return document;
}

type Event = Entrance & { readonly socket: NonNullable<Entrance['socket']> };
const isEvent = (entrance: Entrance): entrance is Event => entrance.socket !== null;
const channelOf = (address: string): string => address.slice(1);
const securityRef = (name: string): object => ({ $ref: `#/components/securitySchemes/${name}` });

/** Client to server, with its acknowledgement. */
function addAsked(document: AsyncApiDocument, { key, socket: { namespace, event }, access, body }: Event): void {
  const channel = channelOf(namespace);
  const answer = apiTypes.answers[key];
  const sent = `${event}.sent`;
  const ack = `${event}.ack`;
  document.channels[channel]!.messages[sent] = { name: event, payload: body ? { $ref: `#/components/schemas/${body.name}` } : { type: 'object' } };
  document.channels[channel]!.messages[ack] = { name: `${event}, acknowledged`, payload: ackOf(answer?.schema ?? { type: 'object' }) };
  document.operations[`${channel}.${sent}`] = {
    action: 'receive',
    channel: { $ref: `#/channels/${channel}` },
    summary: event,
    description: [answer?.description, accessInWords(access)].filter(Boolean).join(' '),
    messages: [{ $ref: `#/channels/${channel}/messages/${sent}` }],
    reply: { channel: { $ref: `#/channels/${channel}` }, messages: [{ $ref: `#/channels/${channel}/messages/${ack}` }] },
  };
}

/** Server to client. */
function addTold(document: AsyncApiDocument, namespace: string, event: string, description: string | undefined, schema: Schema | null): void {
  const channel = channelOf(namespace);
  document.channels[channel]!.messages[event] = { name: event, ...(description ? { description } : {}), payload: schema ?? { type: 'object' } };
  document.operations[`${channel}.${event}`] = {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary: event,
    ...(description ? { description } : {}),
    messages: [{ $ref: `#/channels/${channel}/messages/${event}` }],
  };
}

function ackOf(answer: Schema): Schema {
  const refused = { type: 'object', properties: { ok: { const: false }, error: apiTypes.ackProblem }, required: ['ok', 'error'] };
  return { oneOf: [{ allOf: [{ type: 'object', properties: { ok: { const: true } }, required: ['ok'] }, answer] }, refused] };
}
