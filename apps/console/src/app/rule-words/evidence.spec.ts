import { TestBed } from '@angular/core/testing';
import type { EvidenceNode } from '#contracts';
import { ruleWords } from './texts';
import { evidenceLines } from './evidence';

const t = () => TestBed.runInInjectionContext(() => ruleWords());
const said = (node: EvidenceNode) =>
  evidenceLines(node, t(), 'en').map(({ text, held, depth }) => `${'  '.repeat(depth)}${held ? '✓' : '✗'} ${text}`);

describe('evidenceLines', () => {
  it('says what held and what did not, with the value of then', () => {
    expect(
      said({
        any: [
          { fact: 'message.topics', operator: 'contains', value: 'billing', factValue: ['billing'], result: true },
          { fact: 'ai.confidence', operator: 'lessThan', value: 0.5, factValue: 0.81, result: false },
        ],
        result: true,
      }),
    ).toEqual(['✓ the message is about billing', '✗ AI confidence is under 0.5 (was 0.81)']);
  });

  it('reads flags as sentences', () => {
    expect(said({ all: [{ fact: 'message.asksForHuman', operator: 'equal', value: true, factValue: true, result: true }], result: true })).toEqual([
      '✓ the message asks for a person',
    ]);
    expect(said({ all: [{ fact: 'ai.answered', operator: 'equal', value: false, factValue: false, result: true }], result: true })).toEqual([
      '✓ the AI found no answer',
    ]);
  });

  it('indents groups, and leaves out those that group nothing', () => {
    const open = { fact: 'time.open', operator: 'equal', value: true, factValue: true, result: true };
    const plan = { fact: 'visitor.plan', operator: 'equal', value: 'gold', factValue: undefined, result: false };
    expect(
      said({
        all: [
          { any: [open], result: true },
          { any: [open, plan], result: true },
          { not: plan, result: true },
        ],
        result: true,
      }),
    ).toEqual([
      '✓ the team is open',
      '✓ any of these',
      '  ✓ the team is open',
      '  ✗ the visitor’s plan is gold (not known)',
      '✓ not',
      '  ✗ the visitor’s plan is gold (not known)',
    ]);
  });

  it('shows a lone condition', () => {
    expect(said({ fact: 'session.seconds', operator: 'greaterThan', value: 900, factValue: 1200, result: true })).toEqual([
      '✓ the time in this conversation is over 15 minutes (was 20 minutes)',
    ]);
  });
});
