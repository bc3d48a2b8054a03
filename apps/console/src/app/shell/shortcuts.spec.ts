import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Shortcuts } from './shortcuts';

function setup() {
  const sut = TestBed.inject(Shortcuts);
  const run = jest.fn();
  const remove = sut.add({ key: 'c', label: 'Claim', group: 'Conversation', run });
  const press = (target: EventTarget, more: KeyboardEventInit = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true, ...more }));
  return { sut, run, remove, press };
}

describe('Shortcuts', () => {
  afterEach(() => document.body.replaceChildren());

  it('act from anywhere on the page', () => {
    const { run, press } = setup();
    press(document.body);
    press(document.body, { key: 'C' });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it.each(['input', 'textarea', 'select'])('leave the keys to a focused %s', (tag) => {
    const { run, press } = setup();
    const field = document.body.appendChild(document.createElement(tag));
    press(field);
    expect(run).not.toHaveBeenCalled();
  });

  it('leave the keys to an open dialog and to the browser', () => {
    const { run, press } = setup();
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    press(dialog);
    press(document.body, { ctrlKey: true });
    press(document.body, { metaKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('end with the page that brought them', () => {
    const { sut, run, remove, press } = setup();
    expect(sut.all()).toHaveLength(1);
    remove();
    press(document.body);
    expect(run).not.toHaveBeenCalled();
    expect(sut.all()).toEqual([]);
  });
});
