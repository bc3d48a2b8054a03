import { describe, expect, it } from '@jest/globals';
import type { PreviewRequest } from './request.js';
import { stateFor } from './scenes.js';
import { talkIn } from './talks.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const REQUEST: PreviewRequest = {
  name: 'Northwind',
  locale: 'en',
  theme: { accent: '#0b6e5f', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
  scheme: 'system',
  scene: 'ai',
};
const whoSpeaks = (scene: PreviewRequest['scene']) => stateFor({ ...REQUEST, scene }, NOW).messages.map(({ author }) => author.kind);

describe('the made-up talk', () => {
  it('goes as far as the moment that is shown', () => {
    expect(whoSpeaks('ai')).toEqual(['visitor', 'ai']);
    expect(whoSpeaks('waiting')).toEqual(['visitor', 'ai', 'visitor', 'system']);
    expect(whoSpeaks('agent')).toEqual(['visitor', 'ai', 'visitor', 'system', 'system', 'agent']);
  });

  it.each(['ai', 'waiting', 'agent'] as const)('is a state that a conversation can be in: %s', (scene) => {
    const { session, messages, readSeq, website } = stateFor({ ...REQUEST, scene }, NOW);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
    expect([session?.lastSeq, readSeq]).toEqual([messages.length, messages.length]);
    expect(session?.owner).toBe({ ai: 'ai', waiting: 'queue', agent: 'agent' }[scene]);
    expect(website?.name).toBe('Northwind');
  });

  it('is held in the language of the website, and in English where we have none', () => {
    expect(talkIn('de-AT').source).toBe('Lieferung');
    expect(talkIn('pt-BR').source).toBe('Entregas');
    expect(talkIn('ja')).toBe(talkIn('en'));
  });
});
