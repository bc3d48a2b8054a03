import { FACTS, factDefinition } from './fact-registry.js';
import { validateConditions } from './validate.js';

const REQUIRED =
  `message.text message.length message.language message.topics message.sentiment message.asksForHuman message.complexity message.repeats
  ai.confidence ai.answered ai.failed ai.weakStreak session.seconds session.messages session.visitorMessages session.handoffs session.tags
  visitor.email visitor.verified visitor.plan page.url page.title time.open time.hour time.weekday queue.waiting team.online request.via`.split(
    /\s+/,
  );

describe('the fact registry', () => {
  it.each(REQUIRED)('knows %s', (name) => expect(factDefinition(name)).toBeDefined());

  it('names each fact once, with a label and operators', () => {
    expect(new Set(FACTS.map((fact) => fact.name)).size).toBe(FACTS.length);
    for (const fact of FACTS) expect(fact).toMatchObject({ label: expect.any(String), operators: expect.arrayContaining(['exists']) });
  });

  it.each(FACTS.filter((fact) => !fact.name.endsWith('.*')))(
    'gives an example for $name that its own validator takes',
    ({ name, type, example, operators, stages }) => {
      const leaf =
        type === 'string[]' ? { fact: name, operator: 'containsAny', value: example } : { fact: name, operator: operators[0], value: example };
      expect(validateConditions({ all: [leaf] }, stages[0]).errors).toEqual([]);
    },
  );
});
