import { RE2JS } from 're2js';

export const PATTERN_MAX_CHARS = 300;
/** Matching takes time in proportion to text × program, so both are bounded; `(a?){95}` is small to write and long to run. */
const PROGRAM_MAX_STEPS = 500;
const REMEMBERED_PATTERNS = 2000;

const compiled = new Map<string, RE2JS>();

/** Why `pattern` may not be used, or null when it may. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length === 0) return 'must not be empty';
  if (pattern.length > PATTERN_MAX_CHARS) return `must be at most ${PATTERN_MAX_CHARS} characters long`;
  try {
    if (RE2JS.compile(pattern).programSize() > PROGRAM_MAX_STEPS) return 'is too large: repeat less, or less deeply';
  } catch (error) {
    return `is not a valid pattern (${error instanceof Error ? error.message : String(error)})`;
  }
  return null;
}

/** A linear-time matcher (RE2: no look-around, no back-references). Finds the pattern anywhere; `(?i)` ignores case. */
export function matcher(pattern: string): (text: string) => boolean {
  let regex = compiled.get(pattern);
  if (!regex) {
    regex = RE2JS.compile(pattern);
    if (compiled.size >= REMEMBERED_PATTERNS) compiled.clear();
    compiled.set(pattern, regex);
  }
  return (text) => regex.test(text);
}
