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
    button: element.querySelector<HTMLButtonElement>('.foot button')!,
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
});
