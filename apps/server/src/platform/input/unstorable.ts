import type { FieldError } from '#contracts';

/** Deeper than any body of ours, and far from where recursion over it would fail. */
const MAX_DEPTH = 32;

/** Every object has these; code that walks over a body, such as class-transformer, takes them for its own. */
const INHERITED = new Set(['__proto__', 'constructor', 'prototype']);

/** What no column of Postgres can hold and no check of a field looks for: NUL characters, half characters, and bodies without end. */
export function unstorable(value: unknown, path: string): FieldError[] {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string') {
      if (next.value.includes('\0')) return [{ path: next.path, message: 'must not contain NUL characters' }];
      if (!next.value.isWellFormed()) return [{ path: next.path, message: 'must be well-formed Unicode' }];
    } else if (typeof next.value === 'object' && next.value !== null) {
      if (next.depth === MAX_DEPTH) return [{ path: shortened(next.path), message: `must not be nested deeper than ${MAX_DEPTH} levels` }];
      for (const [key, inner] of Object.entries(next.value)) {
        if (key.includes('\0')) return [{ path: next.path, message: 'must not contain NUL characters' }];
        if (INHERITED.has(key)) return [{ path: next.path, message: `must not hold anything called ${key}` }];
        waiting.push({ value: inner, path: next.path ? `${next.path}.${key}` : key, depth: next.depth + 1 });
      }
    }
  }
  return [];
}

function shortened(path: string): string {
  return path.length > 100 ? `${path.slice(0, 100)}…` : path;
}
