import type { OpenAPIObject } from '@nestjs/swagger';
import type { AsyncApiDocument } from './async-api.js';
import { escaped, inline, schemaHtml, type Schema } from './schema-html.js';

interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
  readonly responses: Readonly<Record<string, { description: string; content?: Record<string, { schema: Schema }> }>>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Both documents as one page to read: everything is in it, so searching the page searches the API. */
export function referencePage(openApi: OpenAPIObject, asyncApi: AsyncApiDocument): string {
  const calls = Object.entries(openApi.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]): Call => ({ method, path, operation })),
  );
  const groups = [...Map.groupBy(calls, ({ operation }) => operation.tags?.[0] ?? 'Other')].sort(([a], [b]) => a.localeCompare(b));
  const channels = Object.keys(asyncApi.channels);
  const schemas = Object.entries({ ...asyncApi.components.schemas, ...openApi.components?.schemas }).sort(([a], [b]) => a.localeCompare(b));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton API</title>
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<nav aria-label="Sections">
<strong>Baton API</strong>
<a href="/api/openapi.json">openapi.json</a>
<a href="/api/asyncapi.json">asyncapi.json</a>
<h2>REST</h2>
${groups.map(([tag]) => `<a href="#rest-${escaped(tag)}">${escaped(tag)}</a>`).join('\n')}
<h2>Sockets</h2>
${channels.map((channel) => `<a href="#socket-${channel}">/${channel}</a>`).join('\n')}
<h2><a href="#schemas">Schemas</a></h2>
</nav>
<main>
<h1>Baton API</h1>
<p>${inline(openApi.info.description ?? '')}</p>
<p>REST answers with JSON; a refusal is <code>application/problem+json</code> with a stable <code>code</code>. Log in for a cookie, or send an API key or a visitor token as <code>Authorization: Bearer …</code>.</p>
${groups.map(([tag, of]) => `<section><h2 id="rest-${escaped(tag)}">${escaped(tag)}</h2>${of.map(callHtml).join('\n')}</section>`).join('\n')}
${channels.map((channel) => channelHtml(asyncApi, channel)).join('\n')}
<section><h2 id="schemas">Schemas</h2>
${schemas.map(([name, schema]) => `<details id="schema-${name}"><summary><code>${name}</code></summary>${schemaHtml(schema as Schema)}</details>`).join('\n')}
</section>
</main>
</body>
</html>`;
}

function callHtml({ method, path, operation }: Call): string {
  const body = operation.requestBody?.content['application/json']?.schema;
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required, schema = {} }) =>
      `<li><code>${escaped(name)}</code>${required ? ' (required)' : ''}, in ${place}: ${schemaHtml(schema)}</li>`,
  );
  const responses = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const schema = content?.['application/json']?.schema;
    return `<li><code>${status}</code> ${inline(description)} ${schema ? schemaHtml(schema) : ''}</li>`;
  });
  return `<details id="${escaped(operation.operationId)}">
<summary><span class="method ${method}">${method.toUpperCase()}</span> <code>${escaped(path)}</code> <span class="what">${inline(operation.summary ?? '')}</span></summary>
${(operation.description ?? '')
  .split('\n\n')
  .map((text) => `<p>${inline(text)}</p>`)
  .join('')}
${parameters.length > 0 ? `<h3>Parameters</h3><ul>${parameters.join('')}</ul>` : ''}
${body ? `<h3>Body</h3>${schemaHtml(body)}` : ''}
<h3>Answers</h3><ul>${responses.join('')}</ul>
</details>`;
}

function channelHtml(document: AsyncApiDocument, channel: string): string {
  const { description, messages } = document.channels[channel]!;
  const own = Object.entries(document.operations).filter(([id]) => id.startsWith(`${channel}.`)) as [
    string,
    { action: string; summary: string; description?: string },
  ][];
  const payload = (name: string): Schema => (messages[name] as { payload: Schema } | undefined)?.payload ?? {};
  const events = own.map(([id, { action, summary, description: about }]) => {
    const asked = action === 'receive';
    return `<details id="${escaped(id)}"><summary><span class="method ${asked ? 'post' : 'get'}">${asked ? 'ASK' : 'TELLS'}</span> <code>${escaped(summary)}</code></summary>
<p>${inline(about ?? '')}</p>
<h3>${asked ? 'Body' : 'What it tells'}</h3>${schemaHtml(payload(asked ? `${summary}.sent` : summary))}
${asked ? `<h3>Acknowledgement</h3>${schemaHtml(payload(`${summary}.ack`))}` : ''}</details>`;
  });
  return `<section><h2 id="socket-${channel}">Socket /${channel}</h2><p>${inline(description)}</p>${events.join('\n')}</section>`;
}

export { REFERENCE_STYLE } from './reference-style.js';
