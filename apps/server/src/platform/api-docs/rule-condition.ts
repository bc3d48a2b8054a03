import { OPERATORS } from '#contracts';
import { FACTS } from '#rules';

/** What a condition may say: the compiler knows only that a fact is a text, the registry knows which there are. */
export function ruleConditionSchema(written: object): object {
  const { properties, ...schema } = written as { properties: Record<string, object> };
  const [named, open] = [FACTS.filter(({ name }) => !name.endsWith('.*')), FACTS.filter(({ name }) => name.endsWith('.*'))];
  return {
    ...schema,
    properties: {
      ...properties,
      fact: {
        description: FACTS.map(
          ({ name, label, type, unit, stages }) => `- \`${name}\`: ${label} (${[type, unit].filter(Boolean).join(', ')}; ${stages.join(', ')})`,
        ).join('\n'),
        anyOf: [
          { enum: named.map(({ name }) => name) },
          ...open.map(({ name }) => ({ type: 'string', pattern: `^${name.slice(0, -1).replaceAll('.', '\\.')}` })),
        ],
      },
      operator: { enum: [...OPERATORS] },
    },
  };
}
