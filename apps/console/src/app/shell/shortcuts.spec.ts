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

  it('take two keys in a row, and neither alone', () => {
    const { sut, run, press } = setup();
    const go = jest.fn();
    sut.add({ key: 'g c', label: 'Go', group: 'Go to', run: go });
    press(document.body, { key: 'g' });
    press(document.body);
    expect([go, run].map((each) => each.mock.calls.length)).toEqual([1, 0]);
    press(document.body);
    expect(run).toHaveBeenCalledTimes(1);
    press(document.body, { key: 'g' });
    press(document.body, { key: 'x' });
    press(document.body, { key: 'c' });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('take Ctrl or ⌘ with a key, also from a text field', () => {
    const { sut, press } = setup();
    const open = jest.fn();
    sut.add({ key: 'mod+k', label: 'Find', group: 'Everywhere', run: open });
    const field = document.body.appendChild(document.createElement('textarea'));
    press(field, { key: 'k', ctrlKey: true });
    press(document.body, { key: 'K', metaKey: true });
    press(document.body, { key: 'k' });
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('do nothing while they would do nothing, and stand behind one for the same key that came later', () => {
    const { sut, run, press } = setup();
    const later = jest.fn();
    const remove = sut.add({ key: 'c', label: 'Later', group: 'Page', when: () => false, run: later });
    press(document.body);
    expect([later, run].map((each) => each.mock.calls.length)).toEqual([0, 0]);
    expect(sut.inForce().map(({ label }) => label)).toEqual(['Later']);
    remove();
    press(document.body);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
