import type { IncomingHttpHeaders } from 'node:http';

/** A chat completion request that passed the checks. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How OpenAI refuses: the status and the `error` object of the body. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly more: { type?: string; param?: string | null; code?: string | null } = {},
  ) {
    super(message);
  }

  get body(): object {
    return {
      error: { message: this.message, type: this.more.type ?? 'invalid_request_error', param: this.more.param ?? null, code: this.more.code ?? null },
    };
  }
}

type Check = (value: unknown) => boolean;
const isNumberWithin =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high;
const isPositiveInteger: Check = (value) => Number.isInteger(value) && (value as number) > 0;
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parameters of `POST /chat/completions` that a text chat may send, from OpenAI's published API description. */
const PARAMETERS: Readonly<Record<string, Check>> = {
  model: (value) => typeof value === 'string',
  messages: Array.isArray,
  stream: (value) => typeof value === 'boolean',
  stream_options: (value) => isObject(value) && typeof (value as { include_usage?: unknown }).include_usage === 'boolean',
  temperature: isNumberWithin(0, 2),
  top_p: isNumberWithin(0, 1),
  frequency_penalty: isNumberWithin(-2, 2),
  presence_penalty: isNumberWithin(-2, 2),
  max_tokens: isPositiveInteger,
  max_completion_tokens: isPositiveInteger,
  n: isPositiveInteger,
  seed: Number.isInteger,
  stop: (value) => typeof value === 'string' || (Array.isArray(value) && value.length <= 4),
  response_format: isObject,
  reasoning_effort: (value) => ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'].includes(value as string),
  user: (value) => typeof value === 'string',
};
const ROLES = ['system', 'developer', 'user', 'assistant'];

/** @throws Refusal as the real endpoint would */
export function checkedRequest(headers: IncomingHttpHeaders, text: string, known: { apiKey: string; models: readonly string[] }): ChatRequest {
  checkKey(headers, known.apiKey);
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    throw new Refusal(400, "Unsupported Content-Type. This API method only accepts 'application/json' requests.", {
      code: 'unsupported_content_type',
    });
  }
  const body = parsed(text);
  for (const [name, value] of Object.entries(body)) {
    const check = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    if (!check) throw new Refusal(400, `Unrecognized request argument supplied: ${name}`);
    if (!check(value)) throw new Refusal(400, `Invalid value for '${name}'.`, { param: name, code: 'invalid_value' });
  }
  for (const name of ['model', 'messages']) {
    if (!(name in body)) throw new Refusal(400, `Missing required parameter: '${name}'.`, { param: name, code: 'missing_required_parameter' });
  }
  const stream = body['stream'] === true;
  if ('stream_options' in body && !stream) {
    throw new Refusal(400, "The 'stream_options' parameter is only allowed when 'stream' is enabled.", { param: 'stream_options' });
  }
  const model = body['model'] as string;
  if (!known.models.includes(model)) {
    throw new Refusal(404, `The model \`${model}\` does not exist or you do not have access to it.`, { code: 'model_not_found' });
  }
  const includeUsage = (body['stream_options'] as { include_usage?: boolean } | undefined)?.include_usage === true;
  return { model, messages: checkedMessages(body['messages'] as unknown[]), stream, includeUsage, headers, body };
}

function checkKey(headers: IncomingHttpHeaders, apiKey: string): void {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (given === apiKey) return;
  if (!given) throw new Refusal(401, "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth.");
  throw new Refusal(401, `Incorrect API key provided: ${given}. You can find your API key at https://platform.openai.com/account/api-keys.`, {
    code: 'invalid_api_key',
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new Refusal(400, 'We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.');
}

function checkedMessages(messages: readonly unknown[]): ChatRequest['messages'] {
  if (messages.length === 0) throw new Refusal(400, "Invalid 'messages': empty array.", { param: 'messages', code: 'empty_array' });
  return messages.map((message, i) => {
    const { role, content, ...others } = isObject(message) ? (message as Record<string, unknown>) : {};
    if (typeof role !== 'string' || !ROLES.includes(role))
      throw new Refusal(400, `Invalid value for 'messages[${i}].role'.`, { param: `messages[${i}].role` });
    if (typeof content !== 'string')
      throw new Refusal(400, `Invalid type for 'messages[${i}].content': expected a string.`, { param: `messages[${i}].content` });
    for (const name of Object.keys(others)) if (name !== 'name') throw new Refusal(400, `Unknown parameter: 'messages[${i}].${name}'.`);
    return { role, content };
  });
}
