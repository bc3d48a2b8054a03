import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render, type ComponentChild } from 'preact';
import type { Message, SystemEvent } from '#contracts';
import { BatonError, type Outgoing } from '#sdk/visitor';
import { Wording } from '../texts/wording.js';
import { Bubble, UnsentBubble } from './bubble.js';
import { Composer } from './composer.js';
import { Avatar } from './header.js';
import { systemText } from './lines.js';
import { waitText } from '../extras/waiting-card.js';

const wording = await Wording.in('en');
const root = document.createElement('div');
document.body.append(root);
const draw = (node: ComponentChild): HTMLElement => (render(node, root), root);
afterEach(() => render(null, root));

const aMessage = (more: Partial<Message>): Message => ({
  id: 'm',
  sessionId: 's',
  seq: 1,
  author: { kind: 'ai' },
  text: 'text',
  attachments: [],
  clientId: null,
  createdAt: '2026-01-01T09:56:00',
  ...more,
});

describe('Bubble', () => {
  it.each(['visitor', 'ai', 'agent'] as const)('draws no markup out of what the %s wrote', (kind) => {
    const attack = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const bubble = draw(
      <Bubble message={aMessage({ author: { kind, name: attack }, text: attack, sources: [{ title: attack }] })} opensGroup wording={wording} />,
    );
    expect(bubble.querySelector('img, script')).toBeNull();
    expect(bubble.textContent).toContain('<img src=x');
  });

  it('lets no opened page look back', () => {
    const bubble = draw(<Bubble message={aMessage({ text: '[a](https://a.example)' })} opensGroup wording={wording} />);
    expect(bubble.querySelector('a')).toMatchObject({ target: '_blank', rel: 'noopener noreferrer nofollow', title: 'https://a.example' });
  });

  it('says when it was said to whoever points at it', () => {
    expect(draw(<Bubble message={aMessage({})} opensGroup wording={wording} />).querySelector('.bubble')).toMatchObject({ title: '9:56 AM' });
  });

  it('names its author to those who cannot see whose it is', () => {
    expect(draw(<Bubble message={aMessage({ author: { kind: 'agent', name: 'Ana' } })} opensGroup={false} wording={wording} />).textContent).toBe(
      'Ana: text',
    );
  });
});

describe('UnsentBubble', () => {
  it.each([
    ['en', 'Not sent: This may not be said.'],
    ['de', 'Nicht gesendet'],
  ])('gives the server’s reason, which is in English, to those who read it: %s', async (locale, fate) => {
    const outgoing: Outgoing = {
      clientId: 'c',
      text: 'text',
      at: 0,
      state: 'refused',
      error: new BatonError('message.refused', 'This may not be said.'),
    };
    draw(<UnsentBubble outgoing={outgoing} lost={false} wording={await Wording.in(locale)} onAgain={jest.fn()} onDiscard={jest.fn()} />);
    expect(root.querySelector('.fate')?.textContent?.startsWith(fate)).toBe(true);
    expect(root.textContent?.includes('This may not')).toBe(locale === 'en');
  });
});

describe('Avatar', () => {
  it('has its letters where the picture does not come', () => {
    const avatar = draw(<Avatar agent={null} website="Northwind Outdoors" url="https://a.example/gone.png" />);
    const picture = avatar.querySelector('img')!;
    expect([avatar.textContent, picture.hidden]).toEqual(['NO', false]);
    picture.dispatchEvent(new Event('error'));
    expect(picture.hidden).toBe(true);
  });

  it('is of the person who speaks', () => {
    const avatar = draw(<Avatar agent="Ana Kern" website="Northwind" url="https://a.example/shop.png" />);
    expect([avatar.textContent, avatar.querySelector('img')]).toEqual(['AK', null]);
  });
});

describe('Composer', () => {
  function setup(text: string) {
    const [onSend, onWrite] = [jest.fn(), jest.fn()];
    const field = draw(<Composer wording={wording} text={text} disabled={false} onSend={onSend} onWrite={onWrite} />).querySelector('textarea')!;
    const press = (init: KeyboardEventInit): boolean =>
      field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    return { onSend, onWrite, press };
  }

  it('sends with Enter and clears', () => {
    const { onSend, onWrite, press } = setup('  Hello ');
    press({ key: 'Enter' });
    expect(onSend).toHaveBeenCalledWith('Hello');
    expect(onWrite).toHaveBeenCalledWith('');
  });

  it.each([
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['the Enter that chooses a composed word', { key: 'Enter', isComposing: true }],
    ['another key', { key: 'a' }],
  ])('does not send with %s', (_name, init) => {
    const { onSend, press } = setup('Hello');
    expect(press(init)).toBe(true);
    expect(onSend).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing', ''],
    ['spaces', '  \n '],
    ['too much', 'x'.repeat(8001)],
  ])('does not send %s', (_name, text) => {
    const { onSend, press } = setup(text);
    press({ key: 'Enter' });
    expect(onSend).not.toHaveBeenCalled();
  });
});

describe('what the system says', () => {
  it.each<[SystemEvent, string]>([
    [{ code: 'handoff.queued', position: 1, etaSeconds: null }, 'A person was asked to join'],
    [{ code: 'handoff.claimed', agent: 'Ana' }, 'Ana joined · they can see the whole conversation'],
    [{ code: 'handoff.returned_to_ai' }, 'You are talking to the AI assistant again'],
    [{ code: 'handoff.resolved' }, `Solved at ${wording.time('2026-01-01T09:56:00')}`],
  ])('knows %p', (event, text) => {
    expect(systemText(aMessage({ event }), wording)).toBe(text);
  });

  it('says a rule’s own words', () => {
    expect(systemText(aMessage({ text: 'We look into it.' }), wording)).toBe('We look into it.');
  });

  it.each([
    [{ position: 1, etaSeconds: 290 }, 'You are next · usually within 5 minutes. You can keep writing.'],
    [{ position: 4 }, 'You are number 4 in line. You can keep writing.'],
    [{}, 'You can keep writing.'],
  ])('promises for %p no more than is known', (known, text) => {
    expect(waitText({ id: 's', owner: 'queue', status: 'open', lastSeq: 1, ...known }, wording)).toBe(text);
  });
});
