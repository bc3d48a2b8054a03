import { describe, expect, it } from '@jest/globals';
import type { Message } from '#contracts';
import { threadItems } from './thread-items.js';

let seq = 0;
function aMessage(kind: Message['author']['kind'], more: Partial<Message> & { minute?: number } = {}): Message {
  const { minute = 0, ...rest } = more;
  seq += 1;
  return {
    id: `m${seq}`,
    sessionId: 's1',
    seq,
    author: { kind },
    text: 'text',
    attachments: [],
    clientId: null,
    createdAt: new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString(),
    ...rest,
  };
}
const kinds = (items: ReturnType<typeof threadItems>) => items.map(({ kind }) => kind);

describe('threadItems', () => {
  it('says the time at the start and after a pause', () => {
    expect(kinds(threadItems([], [aMessage('visitor'), aMessage('ai', { minute: 2 }), aMessage('visitor', { minute: 50 })], 'ai'))).toEqual([
      'time',
      'bubble',
      'bubble',
      'time',
      'bubble',
    ]);
  });

  it('groups what one author says in a row', () => {
    const ana = { kind: 'agent', id: 'a', name: 'Ana' } as const;
    const bea = { kind: 'agent', id: 'b', name: 'Bea' } as const;
    const items = threadItems(
      [],
      [aMessage('agent', { author: ana }), aMessage('agent', { author: ana }), aMessage('agent', { author: bea })],
      'agent',
    );
    expect(items.flatMap((item) => (item.kind === 'bubble' ? [item.opensGroup] : []))).toEqual([true, false, true]);
  });

  it('leaves the line about waiting to the card while the visitor waits', () => {
    const messages = [aMessage('visitor'), aMessage('system', { event: { code: 'handoff.queued', position: 1, etaSeconds: null } })];
    expect(kinds(threadItems([], messages, 'queue'))).toEqual(['time', 'bubble']);
    expect(kinds(threadItems([], messages, 'agent'))).toEqual(['time', 'bubble', 'line']);
  });

  it('shows where a new conversation begins', () => {
    expect(kinds(threadItems([aMessage('visitor')], [aMessage('visitor', { sessionId: 's2' })], 'ai'))).toEqual([
      'time',
      'bubble',
      'newConversation',
      'bubble',
    ]);
  });

  it('keeps the place of a message when it comes back stored', () => {
    const [, item] = threadItems([], [aMessage('visitor', { clientId: 'mine' })], 'ai');
    expect(item?.key).toBe('mine');
  });
});
