import 'reflect-metadata';

const KEY = Symbol('baton:as-it-came');

/**
 * A field whose inside the validator leaves alone, because whoever receives it looks at it with limits of its own: walking
 * over ten thousand conditions only to refuse them would hold everybody else up.
 */
export function AsItCame(): PropertyDecorator {
  return (target, name) => {
    Reflect.defineMetadata(KEY, [...fieldsOf(target.constructor), String(name)], target.constructor);
  };
}

/** The body without the insides of such fields, and what puts them back. */
export function withoutInsides(value: unknown, type: unknown): { readonly outside: unknown; putBack<T>(validated: T): T } {
  const insides = Object.entries(isPlain(value) ? value : {}).filter(([name, inside]) => isPlain(inside) && fieldsOf(type).includes(name));
  if (insides.length === 0) return { outside: value, putBack: (validated) => validated };
  const outside = { ...(value as object), ...Object.fromEntries(insides.map(([name]) => [name, {}])) };
  return { outside, putBack: (validated) => Object.assign(validated as object, Object.fromEntries(insides)) as typeof validated };
}

function fieldsOf(type: unknown): readonly string[] {
  return typeof type === 'function' ? ((Reflect.getMetadata(KEY, type) as string[] | undefined) ?? []) : [];
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
