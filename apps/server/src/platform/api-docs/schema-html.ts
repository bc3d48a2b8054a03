export type Schema = Readonly<Record<string, unknown>>;

const SIMPLE = ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'default'] as const;

/** A JSON Schema as text people read; references are links. */
export function schemaHtml(schema: Schema): string {
  const {
    $ref,
    description,
    properties,
    required = [],
    items,
    enum: values,
    additionalProperties,
  } = schema as {
    $ref?: string;
    description?: string;
    properties?: Readonly<Record<string, Schema>>;
    required?: readonly string[];
    items?: Schema;
    enum?: readonly unknown[];
    additionalProperties?: Schema | boolean;
  };
  const about = description ? `<p class="about">${inline(description)}</p>` : '';
  if ($ref)
    return `<a href="#schema-${escaped($ref.slice($ref.lastIndexOf('/') + 1))}">${escaped($ref.slice($ref.lastIndexOf('/') + 1))}</a>${about}`;
  if ('const' in schema) return code(schema['const']) + about;
  if (values) return values.map(code).join(' | ') + about;
  for (const [keyword, word] of [
    ['anyOf', ' or '],
    ['oneOf', ' or '],
    ['allOf', ' and '],
  ] as const) {
    const choices = schema[keyword] as readonly Schema[] | undefined;
    if (choices) return choices.map(schemaHtml).join(word) + about;
  }
  if (items) return `list of ${schemaHtml(items)}${limits(schema)}${about}`;
  const fields = Object.entries(properties ?? {}).map(
    ([name, field]) => `<li><code>${escaped(name)}</code>${required.includes(name) ? '' : ' <i>optional</i>'}: ${schemaHtml(field)}</li>`,
  );
  if (typeof additionalProperties === 'object') fields.push(`<li><i>any name</i>: ${schemaHtml(additionalProperties)}</li>`);
  return about + (fields.length > 0 ? `<ul>${fields.join('')}</ul>` : `${escaped(String(schema['type'] ?? 'anything'))}${limits(schema)}`);
}

function limits(schema: Schema): string {
  const given = SIMPLE.filter((keyword) => schema[keyword] !== undefined).map((keyword) => `${keyword} ${code(schema[keyword])}`);
  return given.length > 0 ? ` (${given.join(', ')})` : '';
}

const code = (value: unknown): string => `<code>${escaped(JSON.stringify(value))}</code>`;

/** Text with `code` in backticks. */
export function inline(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
