import type { SystemEvent } from '#contracts';
import { LANGUAGES } from './lines/index.js';
import { systemLine } from './system-lines.js';

const EVENTS: SystemEvent[] = [
  { code: 'handoff.queued', position: 3, etaSeconds: 300 },
  { code: 'handoff.claimed', agent: 'Ana {wait}' },
  { code: 'handoff.captured' },
  { code: 'handoff.released' },
  { code: 'handoff.resolved' },
  { code: 'handoff.returned_to_ai' },
  { code: 'handoff.offered', offerId: '0190d3c0-0000-7000-8000-000000000000' },
  { code: 'session.closed' },
  { code: 'assistant.unavailable' },
];

describe('what the system says', () => {
  it('promises no more than is known', () => {
    const line = (position: number, etaSeconds: number | null) => systemLine({ code: 'handoff.queued', position, etaSeconds }, 'en-GB');
    expect(line(1, null)).toBe('A person from our team will take over. You are next. You can keep writing.');
    expect(line(2, 20)).toBe('A person from our team will take over. You are number 2 in the queue. Usually within 1 minute. You can keep writing.');
    expect(line(2, 241)).toContain('within 5 minutes.');
  });

  it.each([...LANGUAGES.keys()])('is whole in %s', (language) => {
    const lines = EVENTS.map((event) => systemLine(event, language));
    expect(lines[0]).toMatch(/[3٣]/);
    expect(lines[0]).not.toMatch(/[{}]| {2}/);
    expect(lines[1]).toContain('Ana {wait}');
    expect(new Set(lines).size).toBe(EVENTS.length);
    if (language !== 'en') for (const [i, event] of EVENTS.entries()) expect(lines[i]).not.toBe(systemLine(event, 'en'));
  });

  it('is English for who speaks what we do not', () => {
    expect(systemLine({ code: 'session.closed' }, 'ja')).toBe('The conversation was closed.');
    expect(systemLine({ code: 'session.closed' }, 'PT-br')).toBe('A conversa foi encerrada.');
    expect(systemLine({ code: 'session.closed' }, '')).toBe('The conversation was closed.');
  });
});
