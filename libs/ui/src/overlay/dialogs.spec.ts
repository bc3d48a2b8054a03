import { TestBed } from '@angular/core/testing';
import { Dialogs } from './dialogs.js';

const question = { title: 'Delete Northwind?', body: 'Its conversations go with it.', confirm: 'Delete website', look: 'danger' } as const;

describe('Dialogs.confirm', () => {
  async function setup() {
    const before = document.createElement('button');
    document.body.append(before);
    before.focus();
    const answer = TestBed.inject(Dialogs).confirm(question);
    await new Promise((done) => setTimeout(done));
    const dialog = document.querySelector<HTMLElement>('[role=dialog]')!;
    const button = (name: string) =>
      [...dialog.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === name)!;
    return { before, answer, dialog, button };
  }
  afterEach(() => document.querySelectorAll('dialog').forEach((each) => each.remove()));

  it('says what will happen, with the verb on the button', async () => {
    const { dialog, button, answer } = await setup();
    expect(dialog.textContent).toContain('Its conversations go with it.');
    expect(dialog.getAttribute('aria-modal')).toBe('true');
    expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).toBe('Delete Northwind?');
    button('Delete website').click();
    expect(await answer).toBe(true);
  });

  it('takes Cancel, Esc and Close for a no', async () => {
    for (const leave of ['Cancel', 'Close', 'Esc']) {
      const { dialog, button, answer } = await setup();
      if (leave === 'Esc') dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
      else button(leave).click();
      expect(await answer).toBe(false);
    }
  });

  it('gives the focus back', async () => {
    const { before, button, answer } = await setup();
    button('Cancel').click();
    await answer;
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement).toBe(before);
  });
});
