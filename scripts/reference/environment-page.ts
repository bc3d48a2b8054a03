import { validateSync } from 'class-validator';
import { Environment, examples, purposes, readers, secretVariables, type Variable } from '../../config/environment.js';
import { code, page, table } from './markdown.js';

const variables = Object.keys(examples) as Variable[];

export function environmentPage(): string {
  const defaults = new Environment();
  const expected = expectations();
  return page(
    'Environment variables',
    'All of them are optional, save that `DATABASE_URL` needs `BATON_SECRET_KEY`. An empty value counts as not set.',
    table(
      ['Variable', 'Must be', 'Default', 'What it is for', 'Example'],
      variables.map((name) => [code(name), expected[name], defaultOf(name, defaults[name], expected[name]), purposes[name], exampleOf(name)]),
    ),
    'Every variable can also be given as `<NAME>_FILE`, the path of a file that holds the value, for example ' +
      '`BATON_SECRET_KEY_FILE=/run/secrets/baton_secret_key`. Giving both is refused.',
    'A value that cannot be used, and an unknown variable that begins with `BATON_`, stop the start: Baton names every problem at once, ' +
      'with an example. Values of ' +
      `${[...secretVariables].map(code).join(', ')} are never repeated in such a message.`,
  );
}

/** What the checks themselves say of values that fail them. */
function expectations(): Record<Variable, string> {
  const said = new Map(variables.map((name) => [name, new Set<string>()]));
  for (const wrong of [{}, '', ['']]) {
    const environment = Object.assign(new Environment(), Object.fromEntries(variables.map((name) => [name, wrong])));
    for (const { property, constraints = {} } of validateSync(environment)) {
      for (const message of Object.values(constraints)) said.get(property as Variable)?.add(message);
    }
  }
  return Object.fromEntries([...said].map(([name, messages]) => [name, wanted([...messages])])) as Record<Variable, string>;
}

/** "must be a folder" → "a folder", the broadest check first; "must not be empty" says nothing that this does not. */
function wanted(messages: readonly string[]): string {
  const positive = messages.filter((message) => /^must (be|have) (?!not)/.test(message));
  return positive
    .toReversed()
    .map((message) => message.replace(/^must (be|have) /, ''))
    .join(', ');
}

function defaultOf(name: Variable, value: Environment[Variable], expected: string): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  // true reads as `on` where the check speaks of on and off.
  const spoken = expected.match(/\w+/g)?.find((word) => readers[name]?.(word) === value);
  return code(spoken ?? String(value));
}

function exampleOf(name: Variable): string {
  return examples[name].includes(' ') ? examples[name] : code(examples[name]);
}
