import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import type { FieldError, Message, SubmitContact } from '#contracts';
import { Wording } from '../texts/wording.js';
import { ContactForm } from './contact-form.js';
import { Menu } from './menu.js';
import { Rating } from './rating.js';
import { transcriptOf } from './transcript.js';

const wording = await Wording.in('en');
const root = document.createElement('div');
document.body.append(root);
const draw = async (node: ComponentChild): Promise<void> => void (await act(() => render(node, root)));
const find = <T extends HTMLElement>(selector: string): T => root.querySelector<T>(selector)!;
const button = (text: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(text))!;
const click = (element: HTMLElement): Promise<void> => act(() => element.click());
const press = (key: string): Promise<void> =>
  act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const write = (selector: string, value: string): Promise<void> =>
  act(() => {
    find<HTMLInputElement>(selector).value = value;
    find(selector).dispatchEvent(new Event('input', { bubbles: true }));
  });
const submit = (): Promise<void> => act(async () => void find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
afterEach(() => render(null, root));

describe('Menu', () => {
  async function setup(canEnd = true) {
    const acts = { onSound: jest.fn(), onSave: jest.fn(), onEnd: jest.fn(), onClose: jest.fn() };
    await draw(<Menu wording={wording} sound canEnd={canEnd} {...acts} />);
    return acts;
  }

  it('takes the focus, and the arrows go through it', async () => {
    await setup();
    expect(document.activeElement?.textContent).toContain('Sound');
    await press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Save');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(document.activeElement?.textContent).toContain('End conversation');
  });

  it('closes with Esc, and nothing else does', async () => {
    const { onClose } = await setup();
    const outside = jest.fn();
    document.addEventListener('keydown', outside);
    await press('Escape');
    document.removeEventListener('keydown', outside);
    expect([onClose.mock.calls.length, outside.mock.calls.length]).toEqual([1, 0]);
  });

  it('ends the conversation only after asking, with the harmless answer first', async () => {
    const { onEnd, onClose } = await setup();
    await click(button('End conversation'));
    expect(find('[role=alertdialog]').textContent).toContain('End this conversation?');
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(onEnd).not.toHaveBeenCalled();
    await click(button('Cancel'));
    await click(button('End conversation'));
    await click(button('End conversation'));
    expect([onEnd.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
  });

  it('has nothing to end where it has ended', async () => {
    await setup(false);
    expect(button('End conversation')).toBeUndefined();
  });

  it('says whether there is sound, and changes it', async () => {
    const { onSound } = await setup();
    expect(button('Sound').getAttribute('aria-checked')).toBe('true');
    await click(button('Sound'));
    expect(onSound).toHaveBeenCalledWith(false);
  });
});

describe('Rating', () => {
  async function setup(rated = false) {
    const onRate = jest.fn((_score: number, _comment?: string) => Promise.resolve(true));
    const paint = (now: boolean) => draw(<Rating rated={now} wording={wording} onRate={onRate} />);
    await paint(rated);
    return { onRate, paint };
  }

  it('is done with the score alone', async () => {
    const { onRate, paint } = await setup();
    await click(find('[aria-label="4 of 5"]'));
    expect(onRate.mock.calls).toEqual([[4]]);
    await paint(true);
    expect(root.textContent).toContain('Thank you for telling us.');
  });

  it('takes a word besides', async () => {
    const { onRate, paint } = await setup();
    await click(find('[aria-label="2 of 5"]'));
    await paint(true);
    await write('textarea', ' Too slow ');
    await submit();
    expect(onRate.mock.calls).toEqual([[2], [2, 'Too slow']]);
    expect(root.querySelector('textarea')).toBeNull();
  });

  it('asks nothing more of who rated on an earlier page', async () => {
    await setup(true);
    expect(root.querySelector('textarea')).toBeNull();
  });
});

describe('ContactForm', () => {
  async function setup(answer: readonly FieldError[] | null = []) {
    const [onLeave, onWrite] = [jest.fn((_contact: SubmitContact) => Promise.resolve(answer)), jest.fn()];
    await draw(<ContactForm wording={wording} when="Monday 9:00" leftFor={null} onLeave={onLeave} onWrite={onWrite} />);
    return { onLeave, onWrite };
  }
  const wrong = (): (string | null)[] => [...root.querySelectorAll('.wrong')].map((line) => line.textContent);

  it('says at the field what is wrong, keeps what was written, and takes it back', async () => {
    const { onLeave } = await setup();
    await write('[name=name]', 'Vera');
    await submit();
    expect(wrong()).toEqual(['Please write an email address such as vera@example.org.']);
    expect([find('[name=email]').getAttribute('aria-invalid'), document.activeElement]).toEqual(['true', find('[name=email]')]);
    expect(find<HTMLInputElement>('[name=name]').value).toBe('Vera');
    expect(onLeave).not.toHaveBeenCalled();
    await write('[name=email]', 'v');
    expect(wrong()).toEqual([]);
  });

  it('says what the server would not take, at its field', async () => {
    const { onWrite } = await setup([{ path: 'name', message: 'name must be shorter' }]);
    await write('[name=email]', 'vera@example.org');
    await write('[name=text]', 'Charged twice');
    await submit();
    expect(wrong()).toEqual(['Please check the name.']);
    expect(document.activeElement).toBe(find('[name=name]'));
    expect(onWrite).not.toHaveBeenCalled();
  });

  it('leaves the question in the conversation once the address is left', async () => {
    const { onLeave, onWrite } = await setup();
    await write('[name=email]', ' vera@example.org ');
    await write('[name=text]', 'Charged twice');
    await submit();
    expect(onLeave).toHaveBeenCalledWith({ email: 'vera@example.org' });
    expect(onWrite).toHaveBeenCalledWith('Charged twice');
  });

  it('keeps the question where nobody took the address', async () => {
    const { onWrite } = await setup(null);
    await write('[name=email]', 'vera@example.org');
    await write('[name=text]', 'Charged twice');
    await submit();
    expect(onWrite).not.toHaveBeenCalled();
    expect(find<HTMLTextAreaElement>('[name=text]').value).toBe('Charged twice');
  });
});

describe('the copy of a conversation', () => {
  it('names who said what, and when, in the visitor’s words', () => {
    const message = (more: Partial<Message>): Message => ({
      id: 'm',
      sessionId: 's',
      seq: 1,
      author: { kind: 'visitor' },
      text: '',
      attachments: [],
      clientId: null,
      createdAt: '2026-01-01T09:56:00',
      ...more,
    });
    const at = new Date('2026-01-01T09:56:00').toLocaleString(wording.locale, { dateStyle: 'short', timeStyle: 'short' });
    const said = [
      message({ text: 'When?' }),
      message({ author: { kind: 'ai' }, text: 'On **Thursday**.' }),
      message({ author: { kind: 'system' }, event: { code: 'handoff.claimed', agent: 'Ana' } }),
      message({ author: { kind: 'agent', name: 'Ana' }, text: 'Hi' }),
    ];
    expect(transcriptOf(said, wording).split('\n\n')).toEqual([
      `${at}  You: When?`,
      `${at}  AI assistant: On **Thursday**.`,
      `${at}  (Ana joined · they can see the whole conversation)`,
      `${at}  Ana: Hi`,
    ]);
  });
});
