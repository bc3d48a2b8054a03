import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { ConversationState } from '../../connection/conversation.js';
import { stateFor } from '../../preview/scenes.js';
import { Wording } from '../texts/wording.js';
import { PanelView, type Acts } from './panel-view.js';

const wording = await Wording.in('en');
const root = document.createElement('div');
document.body.append(root);
const website = {
  name: 'Northwind',
  locale: 'en',
  theme: { accent: '#0b6e5f', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
} as const;
const talking = stateFor({ ...website, scheme: 'system', scene: 'ai' }, new Date('2026-01-01T09:56:00Z'));
const silent: ConversationState = { ...talking, session: null, messages: [], readSeq: 0 };

describe('the greeting', () => {
  beforeAll(() => {
    Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });
  });
  afterEach(() => render(null, root));

  function greets(state: ConversationState, greeting: string | null = null): boolean {
    const more = { greeting, avatarUrl: null, draft: '', notice: null, news: null, extras: null, sound: true, full: false };
    render(<PanelView open state={state} wording={wording} {...more} acts={{} as Acts} />, root);
    expect(root.querySelector('.turn.ai .bubble')?.textContent).toMatch(greeting ?? /Ask me anything/);
    return root.querySelector('.welcome') !== null;
  }

  it('has the room to itself while nothing else has been said', () => {
    expect(greets(silent)).toBe(true);
    expect(greets(talking)).toBe(false);
    expect(greets({ ...silent, outgoing: [{ clientId: 'c', text: 'Hello', at: 0, state: 'waiting' }] })).toBe(false);
    // The first message is back before the session says so.
    expect(greets({ ...talking, session: { ...talking.session!, lastSeq: 0 } })).toBe(false);
    expect(greets({ ...silent, earlier: talking.messages })).toBe(false);
  });

  it('does not flash up where a conversation is known to be on its way', () => {
    expect(greets({ ...talking, messages: [] })).toBe(false);
  });

  it('is a message like any other where it is long', () => {
    expect(greets(silent, 'Good day! '.repeat(30))).toBe(false);
  });
});
