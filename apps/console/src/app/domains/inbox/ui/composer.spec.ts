import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { MESSAGE_TEXT_MAX_CHARS } from '#contracts';
import { Composer } from './composer';

interface Given {
  readonly reply?: string;
  readonly note?: string;
  readonly kind?: 'reply' | 'note';
  readonly obstacle?: string;
}

async function setup({ reply = '', note = '', kind = 'reply', obstacle }: Given = {}) {
  const fixture: ComponentFixture<Composer> = TestBed.createComponent(Composer);
  fixture.componentRef.setInput('drafts', { reply, note });
  fixture.componentRef.setInput('kind', kind);
  fixture.componentRef.setInput('replyObstacle', obstacle ?? null);
  const sent = jest.fn();
  const drafted = jest.fn();
  const typing = jest.fn();
  fixture.componentInstance.send.subscribe(sent);
  fixture.componentInstance.draft.subscribe(drafted);
  fixture.componentInstance.typing.subscribe(typing);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const field = element.querySelector('textarea')!;
  return {
    fixture,
    sent,
    drafted,
    typing,
    field,
    button: element.querySelector<HTMLButtonElement>('.foot .send')!,
    element,
    type(text: string) {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    },
    press(key: string, more: KeyboardEventInit = {}) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, ...more, bubbles: true }));
    },
  };
}

describe('Composer', () => {
  it('starts with the draft that was kept', async () => {
    const { field } = await setup({ reply: 'Half a sen' });
    expect(field.value).toBe('Half a sen');
  });

  it('gives out every keystroke as a draft', async () => {
    const { type, drafted } = await setup();
    type('Hel');
    expect(drafted).toHaveBeenLastCalledWith({ kind: 'reply', text: 'Hel' });
  });

  it('sends all of it, also when the last key and Ctrl+Enter come within one frame', async () => {
    const { type, press, sent, drafted } = await setup();
    type('Hello');
    press('Enter', { ctrlKey: true });
    expect(sent).toHaveBeenCalledWith({ kind: 'reply', text: 'Hello' });
    expect(drafted).toHaveBeenLastCalledWith({ kind: 'reply', text: '' });
  });

  it('makes a new line on Enter alone', async () => {
    const { type, press, sent } = await setup();
    type('Hello');
    press('Enter');
    expect(sent).not.toHaveBeenCalled();
  });

  it('does not send nothing', async () => {
    const { type, press, sent, button } = await setup();
    type('  \n ');
    press('Enter', { ctrlKey: true });
    expect(sent).not.toHaveBeenCalled();
    expect(button.disabled).toBe(true);
  });

  it('says why one cannot reply, and lets one write a note all the same', async () => {
    const { fixture, field, button } = await setup({ reply: 'Mine', note: 'A note', obstacle: 'Claim to reply, or write a note.' });
    expect(field.readOnly).toBe(true);
    expect(field.placeholder).toContain('Claim to reply');
    expect(button.disabled).toBe(true);
    fixture.componentRef.setInput('kind', 'note');
    await fixture.whenStable();
    expect(field.readOnly).toBe(false);
    expect(field.value).toBe('A note');
    expect(button.disabled).toBe(false);
  });

  it('keeps a note until the page says that it is stored', async () => {
    const { press, sent, drafted } = await setup({ kind: 'note', note: 'Remember' });
    press('Enter', { metaKey: true });
    expect(sent).toHaveBeenCalledWith({ kind: 'note', text: 'Remember' });
    expect(drafted).not.toHaveBeenCalled();
  });

  it('says by how much a text is too long instead of cutting it', async () => {
    const { fixture, type, element, button } = await setup();
    type('x'.repeat(MESSAGE_TEXT_MAX_CHARS + 3));
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('3 characters too long');
    expect(button.disabled).toBe(true);
  });

  it('tells that somebody types, not too often, and that they stopped', async () => {
    const { type, press, typing } = await setup();
    type('H');
    type('He');
    expect(typing.mock.calls).toEqual([[true]]);
    press('Enter', { ctrlKey: true });
    expect(typing.mock.calls).toEqual([[true], [false]]);
  });

  it('does not tell the visitor that a note is being written', async () => {
    const { type, typing } = await setup({ kind: 'note' });
    type('Hm');
    expect(typing).not.toHaveBeenCalled();
  });

  it('tells colleagues of a note where the visitor is not told', async () => {
    const { fixture, type, typing } = await setup({ kind: 'note' });
    fixture.componentRef.setInput('tellsOfNotes', true);
    await fixture.whenStable();
    type('Hm');
    expect(typing).toHaveBeenCalledWith(true);
  });

  it('leaves Enter and Esc to an input method that composes a word', async () => {
    const { type, press, sent, field } = await setup();
    type('にほん');
    field.focus();
    press('Enter', { ctrlKey: true, isComposing: true });
    press('Escape', { isComposing: true });
    expect(sent).not.toHaveBeenCalled();
    press('Enter', { ctrlKey: true });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  describe('with a text over the limit', () => {
    const paragraph = `${'word '.repeat(199)}end.`;
    const long = Array.from({ length: 20 }, () => paragraph).join('\n\n');
    const labelled = (element: HTMLElement, label: RegExp) =>
      [...element.querySelectorAll<HTMLButtonElement>('.foot button')].find((button) => label.test(button.textContent ?? ''))!;

    it('offers to cut it off, and to take that back', async () => {
      const { fixture, type, element, field, drafted } = await setup();
      type(long);
      await fixture.whenStable();
      expect(field.getAttribute('aria-invalid')).toBe('true');
      labelled(element, /Trim/).click();
      await fixture.whenStable();
      expect(field.value).toHaveLength(MESSAGE_TEXT_MAX_CHARS);
      labelled(element, /Undo/).click();
      await fixture.whenStable();
      expect(field.value).toBe(long);
      expect(drafted).toHaveBeenLastCalledWith({ kind: 'reply', text: long });
    });

    it('offers to send it in pieces, in order and without losing a word', async () => {
      const { fixture, type, element, sent, field } = await setup();
      type(long);
      await fixture.whenStable();
      labelled(element, /Send as 3 messages/).click();
      await fixture.whenStable();
      const pieces = sent.mock.calls.map(([{ text }]) => text as string);
      expect(pieces).toHaveLength(3);
      expect(pieces.join('\n\n')).toBe(long);
      expect(field.value).toBe('');
    });

    it('does neither for a reply that may not be written', async () => {
      const { element } = await setup({ reply: long, obstacle: 'Claim to reply' });
      expect(labelled(element, /Send as/).disabled).toBe(true);
    });
  });

  it('counts when the limit comes near', async () => {
    const { fixture, type, element } = await setup();
    type('x'.repeat(7_300));
    await fixture.whenStable();
    expect(element.querySelector('.count')?.textContent).toContain('7,300 of 8,000');
  });

  it('takes the words of what is pasted with its looks alone', async () => {
    const { field, drafted } = await setup();
    const paste = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { getData: (type: string) => (type === 'text/html' ? '<p>One <b>bold</b></p><p>Two &amp; three</p>' : '') },
    });
    field.dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    expect(drafted).toHaveBeenLastCalledWith({ kind: 'reply', text: 'One bold\nTwo & three' });
  });
});
