import { PROTOTYPE_KEYS } from './fact-registry.js';

const STEP = /^[A-Za-z0-9_]+$/;

/** Whether `path` is dotted names and indexes only; JSONPath, brackets and prototype keys are not. */
export function isPlainPath(path: string): boolean {
  const steps = path.split('.');
  return steps.length <= 8 && steps.every((step) => STEP.test(step) && !PROTOTYPE_KEYS.has(step));
}

/** What lies at the dotted `path` under `value`, by own properties only; undefined where there is nothing. */
export function resolvePath(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string, unknown>)[step];
  }
  return current;
}
