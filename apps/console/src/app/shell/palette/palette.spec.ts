import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { jest } from '@jest/globals';
import { Shortcuts } from '../shortcuts';
import { SignedIn } from '../signed-in';
import type { Found, PaletteSource } from './found';
import { LAZY_SOURCES, Palette } from './palette';

const VERA: Found = { id: 'h1', title: 'Vera Kowalska', detail: 'Refund', url: '/inbox/open/h1' };

/** The panel is fetched in real time, however slow the machine. */
const aRealMoment = (
  (later) => () =>
    new Promise<void>((done) => later(done, 5))
)(setTimeout);

async function until(isTrue: () => boolean): Promise<void> {
  for (let round = 0; round < 1_000 && !isTrue(); round += 1) {
    await jest.advanceTimersByTimeAsync(10);
    await aRealMoment();
  }
  expect(isTrue()).toBe(true);
}

async function setup(sources: readonly PaletteSource[] = []) {
  const can = jest.fn((permission: string) => permission === 'handoff.view');
  const secret = jest.fn(async () => ({ default: () => ({ name: 'Secret', search: async () => [VERA] }) }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: SignedIn, useValue: { can, userId: () => 'ana' } },
      { provide: LAZY_SOURCES, useValue: [{ needs: 'audit.view', texts: { bring: async () => undefined }, load: secret }] },
    ],
  });
  const goTo = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  const claim = jest.fn();
  const shortcuts = TestBed.inject(Shortcuts);
  shortcuts.add(
    { label: 'Inbox', group: 'Go to', id: '/inbox', key: 'g i', run: () => undefined },
    { label: 'Impossible', group: 'Go to', when: () => false, run: () => undefined },
    { label: 'Claim', group: 'Conversation', key: 'c', run: claim },
    { label: 'Return to the AI', group: 'Conversation', run: () => undefined },
  );
  const palette = TestBed.inject(Palette);
  sources.forEach((source) => palette.add(source));
  const root = document.body;
  const open = async () => {
    const closed = palette.open();
    await until(() => root.querySelector('[role=combobox]') !== null);
    return closed;
  };
  const field = () => root.querySelector<HTMLInputElement>('[role=combobox]')!;
  const options = () => [...root.querySelectorAll<HTMLElement>('[role=option]')];
  const said = () => options().map((option) => option.querySelector('.title')!.textContent);
  const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? 'none')?.querySelector('.title')?.textContent;
  const type = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await jest.advanceTimersByTimeAsync(0);
  };
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await jest.advanceTimersByTimeAsync(0);
  };
  const status = () => root.querySelector('[role=status]')!.textContent.trim();
  return { open, palette, field, options, said, active, type, press, status, goTo, claim, secret, root };
}

describe('the palette', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    document.querySelectorAll('dialog').forEach((each) => each.remove());
  });

  it('offers what can be done here, the page’s own first, and nothing that would do nothing', async () => {
    const { open, said, root } = await setup();
    void open();
    await until(() => said().length === 3);
    expect(said()).toEqual(['Claim', 'Return to the AI', 'Inbox']);
    expect([...root.querySelectorAll('h3')].map((each) => each.textContent)).toEqual(['Conversation', 'Go to']);
  });

  it('is a combobox whose arrows, Home and End move through the list', async () => {
    const { open, field, press, active, options } = await setup();
    void open();
    await until(() => options().length === 3);
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-controls')).toBe(document.querySelector('[role=listbox]')!.id);
    expect(active()).toBe('Claim');
    const walked: (string | null | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await press(key);
      walked.push(active());
    }
    expect(walked).toEqual(['Return to the AI', 'Inbox', 'Claim', 'Inbox', 'Claim', 'Inbox']);
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'false', 'true']);
  });

  it('finds a command by some of its letters and shows which', async () => {
    const { open, type, said, options } = await setup();
    void open();
    await until(() => options().length === 3);
    await type('rtai');
    expect(said()).toEqual(['Return to the AI']);
    expect([...options()[0]!.querySelectorAll('.hit')].map((hit) => hit.textContent).join('')).toMatch(/rtai/i);
  });

  it('does what Enter chose when it is closed, and offers it first the next time', async () => {
    const { open, press, type, claim, said, root } = await setup();
    const closed = open();
    await until(() => said().length === 3);
    await type('cla');
    await press('Enter');
    await closed;
    expect(claim).toHaveBeenCalledTimes(1);
    expect(root.querySelector('[role=dialog]')).toBeNull();
    void open();
    await until(() => said().length === 3);
    expect(root.querySelector('h3')?.textContent).toBe('Recent');
    expect(said()[0]).toBe('Claim');
  });

  it('asks its sources when the typing pauses, once, and goes to what is chosen', async () => {
    let askedAt = 0;
    const search = jest.fn(async () => {
      askedAt = Date.now();
      return [VERA];
    });
    const { open, type, press, said, goTo, options } = await setup([{ name: () => 'Conversations', search }]);
    const closed = open();
    await until(() => options().length === 3);
    await type('v');
    await jest.advanceTimersByTimeAsync(500);
    expect(search).not.toHaveBeenCalled();
    await type('ve');
    await jest.advanceTimersByTimeAsync(50);
    const typedAt = Date.now();
    await type('ver');
    await until(() => said().includes('Vera Kowalska'));
    expect(askedAt - typedAt).toBeGreaterThanOrEqual(150);
    expect(search).toHaveBeenCalledTimes(1);
    expect(search).toHaveBeenCalledWith('ver', expect.any(AbortSignal));
    await press('Enter');
    await closed;
    expect(goTo).toHaveBeenCalledWith('/inbox/open/h1');
  });

  it('puts whom one named before a command that has these letters somewhere, and does not let Enter choose it meanwhile', async () => {
    const { open, type, press, said, active, options, claim, goTo } = await setup([{ name: 'Conversations', search: async () => [VERA] }]);
    void open();
    await until(() => options().length === 3);
    await type('cim');
    expect(said()).toEqual([]);
    await press('Enter');
    expect(claim).not.toHaveBeenCalled();
    await until(() => said().length === 2);
    expect(said()).toEqual(['Vera Kowalska', 'Claim']);
    expect(active()).toBe('Vera Kowalska');
    await press('Enter');
    expect(goTo).toHaveBeenCalledWith('/inbox/open/h1');
  });

  it('never shows an answer to an older question', async () => {
    const answers = new Map<string, (found: readonly Found[]) => void>();
    const search = (query: string) => new Promise<readonly Found[]>((resolve) => void answers.set(query, resolve));
    const { open, type, said, options } = await setup([{ name: 'Conversations', search }]);
    void open();
    await until(() => options().length === 3);
    await type('vera');
    await until(() => answers.has('vera'));
    await type('wolf');
    await until(() => answers.has('wolf'));
    answers.get('wolf')!([{ ...VERA, id: 'h2', title: 'Wolf' }]);
    answers.get('vera')!([VERA]);
    await until(() => said().includes('Wolf'));
    expect(said()).not.toContain('Vera Kowalska');
  });

  it('says which source could not answer, and shows the others', async () => {
    const broken: PaletteSource = { name: 'Articles', search: async () => Promise.reject(new Error('offline')) };
    const { open, type, said, status, options } = await setup([broken, { name: 'Conversations', search: async () => [VERA] }]);
    void open();
    await until(() => options().length === 3);
    await type('vera');
    expect(status()).toBe('Searching…');
    await until(() => said().includes('Vera Kowalska'));
    expect(status()).toBe('Could not search in: Articles. Check the connection.');
  });

  it('says when nothing fits, and how many choices there are', async () => {
    const { open, type, status, options } = await setup();
    void open();
    await until(() => options().length === 3);
    await type('zzz');
    expect(status()).toBe('Nothing fits “zzz”.');
    await type('claim');
    expect(status()).toBe('One choice');
  });

  it('does not fetch what this person may not see', async () => {
    const { open, secret, options } = await setup();
    void open();
    await until(() => options().length === 3);
    expect(secret).not.toHaveBeenCalled();
  });

  it('leaves Enter to who still composes a sign', async () => {
    const { open, press, claim, options, root } = await setup();
    void open();
    await until(() => options().length === 3);
    await press('Enter', { isComposing: true });
    expect(claim).not.toHaveBeenCalled();
    expect(root.querySelector('[role=dialog]')).not.toBeNull();
  });

  it('keeps what is typed before it is there from the page, and begins with it', async () => {
    const { palette, root, said, claim, field } = await setup();
    void palette.open();
    for (const key of ['c', 'l', 'x', 'Backspace', 'a']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
    await until(() => root.querySelector('[role=combobox]') !== null);
    expect(claim).not.toHaveBeenCalled();
    expect(field().value).toBe('cla');
    await until(() => said().join() === 'Claim');
  });
});
