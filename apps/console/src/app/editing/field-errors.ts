import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { FieldError, ProblemBody } from '#contracts';
import { fieldWords } from './field-words';
import { asSentence } from './problem';

/** Where the server's path is another field in the form, e.g. a duration kept in seconds: `{ 'assistant.deadlineMs': 'assistant.deadlineSeconds' }`. */
export type PathAliases = Readonly<Record<string, string>>;

/** The server's `errors`, sorted into those that have a field in this form and those that do not. */
export interface SortedErrors {
  readonly atFields: ValidationError.WithOptionalFieldTree[];
  readonly elsewhere: readonly FieldError[];
}

export function sortErrors(form: FieldTree<unknown>, problem: ProblemBody, aliases: PathAliases = {}): SortedErrors {
  const atFields: ValidationError.WithOptionalFieldTree[] = [];
  const elsewhere: FieldError[] = [];
  for (const error of problem.errors ?? []) {
    const fieldTree = fieldAt(form, aliases[error.path] ?? error.path);
    if (fieldTree) atFields.push({ kind: 'server', message: asSentence(fieldWords(withoutName(error))), fieldTree });
    else elsewhere.push(error);
  }
  return { atFields, elsewhere };
}

/** "avatarUrl must be an address" says the field's name in the server's words; the label says it better. */
function withoutName({ path, message }: FieldError): string {
  const name = path.split('.').findLast((key) => !/^\d+$/u.test(key)) ?? '';
  const start = `${name} `;
  return message.startsWith(start) ? message.slice(start.length) : message;
}

/** The field a dotted path leads to; an index beyond the list ends at the list. Null when the first step leads nowhere. */
function fieldAt(form: FieldTree<unknown>, path: string): FieldTree<unknown> | null {
  let at: FieldTree<unknown> | null = null;
  let here = form as unknown as Record<string, FieldTree<unknown> | undefined>;
  for (const key of path.split('.')) {
    const next = here[key];
    if (typeof next !== 'function') break;
    at = next;
    here = next as unknown as typeof here;
  }
  return at;
}
