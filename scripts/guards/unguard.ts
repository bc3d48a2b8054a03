import type { Guard } from './table.js';

/**
 * The file without its guard.
 * @throws Error when a text is not there exactly once: then the code has changed, and the table must follow
 */
export function unguarded(source: string, { file, change }: Pick<Guard, 'file' | 'change'>): string {
  return change.reduce((text, [guarded, without]) => {
    const places = text.split(wrappedAnyhow(guarded));
    if (places.length !== 2) throw new Error(`"${guarded}" stands ${places.length - 1} times in ${file}, not once`);
    return places.join(without);
  }, source);
}

/** The formatter may break a line anywhere. */
function wrappedAnyhow(text: string): RegExp {
  return new RegExp(text.trim().split(/\s+/).map(RegExp.escape).join('\\s+'));
}
