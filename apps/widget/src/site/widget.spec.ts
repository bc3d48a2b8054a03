import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BrowserMemory } from '../loader/browser-memory.js';
import type { Standing } from '../loader/standing.js';
import { Widget } from './widget.js';

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

describe('the verbs', () => {
  let warned: jest.SpiedFunction<typeof console.warn>;
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('no network')) });
    warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => warned.mockRestore());

  function setup() {
    const launcher = { root: {}, dress: jest.fn(), allow: jest.fn(), paint: jest.fn(), focus: jest.fn() };
    const leave = jest.fn();
    const stood: string[] = [];
    const widget = new Widget('https://chat.example', ({ websiteKey }) => {
      stood.push(websiteKey);
      return { memory: new BrowserMemory(websiteKey), launcher, leave } as unknown as Standing;
    });
    const heard = jest.fn();
    const boot = (more: object = {}): void => widget.act('boot', [{ websiteKey: 'wk', ...more }]);
    return { widget, launcher, leave, stood, heard, boot };
  }

  it('tell of ready once, and whoever asks late as well', async () => {
    const { widget, heard, boot } = setup();
    const late = jest.fn();
    widget.act('on', ['ready', heard]);
    widget.act('on', ['ready', heard]);
    await settled();
    expect(heard).not.toHaveBeenCalled();
    boot();
    boot();
    widget.act('on', ['ready', late]);
    await settled();
    expect([heard.mock.calls.length, late.mock.calls.length]).toEqual([1, 1]);
  });

  it('stop telling the one that is named, or all', async () => {
    const { widget, heard, boot } = setup();
    const other = jest.fn();
    for (const listener of [heard, other]) widget.act('on', ['ready', listener]);
    widget.act('off', ['ready', heard]);
    boot();
    await settled();
    expect([heard.mock.calls.length, other.mock.calls.length]).toEqual([0, 1]);
  });

  it('change the options at a second boot, and the website at one with another key', () => {
    const { stood, launcher, boot } = setup();
    boot();
    boot({ launcher: false });
    expect(stood).toEqual(['wk']);
    expect(launcher.allow).toHaveBeenLastCalledWith(expect.objectContaining({ launcher: false }));
    boot({ websiteKey: 'other' });
    expect(stood).toEqual(['wk', 'other']);
  });

  it('are passed over when they make no sense, and the page goes on', () => {
    const { widget, boot } = setup();
    boot();
    for (const call of [['fly'], ['identify', null], ['on', 'open'], ['setLocale', 7], ['boot']] as [string, ...unknown[]][])
      expect(() => widget.act(call[0], call.slice(1))).not.toThrow();
    expect(warned).toHaveBeenCalledTimes(5);
  });

  it('leave nothing in the browser at shutdown, and tell the other tabs even when there was nothing', () => {
    const { widget, leave, boot } = setup();
    boot();
    localStorage.setItem('baton:wk:look', '{}');
    localStorage.setItem('baton:wk2', 'of another website');
    sessionStorage.setItem('baton:wk:draft', 'secret');
    const told = jest.spyOn(Storage.prototype, 'setItem');
    widget.act('shutdown', []);
    expect(told).toHaveBeenCalledWith('baton:wk', '{}');
    told.mockRestore();
    expect([Object.keys(localStorage), Object.keys(sessionStorage), leave.mock.calls.length]).toEqual([['baton:wk2'], [], 1]);
  });

  it.each([['baton:wk'], [null]])('forget the visitor when another tab has signed them out (%s)', (key) => {
    const { launcher, boot, widget } = setup();
    boot({ visitor: { name: 'Vera' }, data: { visitorEmail: 'vera@example.org' } });
    sessionStorage.setItem('baton:wk:draft', 'secret');
    dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    expect(sessionStorage.getItem('baton:wk:draft')).toBeNull();
    widget.act('update', [{}]);
    expect(launcher.allow).toHaveBeenLastCalledWith(expect.objectContaining({ visitor: {}, anew: true }));
  });
});
