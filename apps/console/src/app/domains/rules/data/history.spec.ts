import { History } from './history';

describe('History', () => {
  it('goes back and forth', () => {
    const history = new History('a');
    history.change('b');
    history.change('c');
    history.undo();
    expect(history.value()).toBe('b');
    history.undo();
    expect([history.value(), history.canUndo(), history.canRedo()]).toEqual(['a', false, true]);
    history.redo();
    expect(history.value()).toBe('b');
    history.change('d');
    expect(history.canRedo()).toBe(false);
  });

  it('takes typing into one place as one step', () => {
    const history = new History('');
    for (const text of ['r', 're', 'ref']) history.change(text, 'name');
    history.change('ref!', 'other');
    history.undo();
    expect(history.value()).toBe('ref');
    history.undo();
    expect(history.value()).toBe('');
  });

  it('does not swallow the step after an undo', () => {
    const history = new History('');
    history.change('a', 'name');
    history.undo();
    history.change('b', 'name');
    history.undo();
    expect(history.value()).toBe('');
  });
});
