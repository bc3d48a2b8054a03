import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { apiTypes } from './api-types.generated.js';
import { accessInWords, type Entrance } from './entrances.js';
import { InputSchemas, type Schema } from './input-schemas.js';
import { ruleConditionSchema } from './rule-condition.js';

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: object;
  responses?: Record<string, object>;
  security?: Record<string, string[]>[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ERRORS: Readonly<Record<string, string>> = {
  401: 'Nobody known asks: `auth.required`.',
  403: 'Known, but not allowed: `access.denied`, `origin.not_allowed`.',
  404: 'Not there, or not the caller’s to see.',
  409: 'Something else happened first; `code` says what.',
  422: 'Input that makes no sense: `input.invalid`, with `errors` that name the fields.',
  429: 'Too much at once: `rate.limited`, with `Retry-After`.',
};
const ERROR = { content: { 'application/problem+json': { schema: apiTypes.problem } } };

/** The REST API. Nest knows the routes, the validators know what goes in, the compiler knew what comes out. */
export function openApiOf(app: INestApplication, entrances: ReadonlyMap<string, Entrance>, serverUrl: string): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, base(serverUrl), {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    autoTagControllers: true,
  });
  const inputs = new InputSchemas();
  const bodies: Type[] = [];
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method] as Operation | undefined;
      const entrance = entrances.get(operation?.operationId ?? '');
      if (!operation || !entrance) continue;
      describe(operation, entrance, inputs);
      if (entrance.body) bodies.push(entrance.body);
    }
  }
  const RuleCondition = ruleConditionSchema(apiTypes.schemas['RuleCondition']!);
  document.components = { ...document.components, schemas: { ...inputs.named(bodies), ...apiTypes.schemas, RuleCondition } as never };
  return document;
}

function base(serverUrl: string): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setTitle('Baton')
    .setDescription('Moves a live conversation from an AI to a human and back. The live side of it is in /api/asyncapi.json.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer(serverUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key (`bk_…`).' }, 'apiKey')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A visitor token (`vt_…`), from `POST /widget/sessions`.' }, 'visitorToken')
    .addCookieAuth('baton', { type: 'apiKey', in: 'cookie', description: 'Of a login; on https it is named `__Host-baton`.' }, 'login')
    .build();
}

function describe(operation: Operation, entrance: Entrance, inputs: InputSchemas): void {
  const answer = apiTypes.answers[entrance.key];
  operation.summary ||= words(entrance.key);
  operation.description = [answer?.description, operation.description, accessInWords(entrance.access)].filter(Boolean).join('\n\n');
  operation.security = security(entrance);
  operation.parameters = [
    ...(operation.parameters ?? []).filter((parameter) => parameter.in === 'path'),
    ...(entrance.query ? queryParameters(inputs.of(entrance.query)) : []),
  ];
  if (entrance.body)
    operation.requestBody = { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${entrance.body.name}` } } } };

  const [status = '200'] = Object.keys(operation.responses ?? {}).filter((code) => code.startsWith('2'));
  operation.responses = {
    [status]: success(answer?.schema ?? null),
    ...errorsOf(entrance, operation.parameters.length > 0 || entrance.body !== null),
  };
}

function success(schema: Schema | null): object {
  return schema ? { description: 'Done.', content: { 'application/json': { schema } } } : { description: 'Done; nothing comes back.' };
}

function errorsOf(entrance: Entrance, hasInput: boolean): Record<string, object> {
  const possible = [
    ...(entrance.access?.kind === 'public' ? [] : ['401', '403']),
    ...(hasInput ? ['404', '422'] : []),
    ...(entrance.body ? ['409'] : []),
    '429',
  ];
  return Object.fromEntries(possible.map((status) => [status, { description: ERRORS[status], ...ERROR }]));
}

function security({ access }: Entrance): Record<string, string[]>[] {
  if (access?.kind === 'public') return [];
  return access?.kind === 'visitor' ? [{ visitorToken: [] }] : [{ login: [] }, { apiKey: [] }];
}

function queryParameters({
  properties = {},
  required = [],
}: {
  properties?: Record<string, Schema>;
  required?: string[];
}): NonNullable<Operation['parameters']> {
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

/** `HandoffsController.forceClaim` → `Force claim` */
function words(key: string): string {
  const spaced = key.slice(key.indexOf('.') + 1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced[0]!.toUpperCase() + spaced.slice(1);
}
