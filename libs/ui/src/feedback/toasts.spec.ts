import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Toasts } from './toasts.js';

describe('Toasts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const texts = (toasts: Toasts) => toasts.list().map((toast) => toast.text);

  it('lets good news go by itself and keeps bad news', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.done('Saved');
    toasts.fail('Could not save');
    jest.advanceTimersByTime(6_000);
    expect(texts(toasts)).toEqual(['Could not save']);
    toasts.dismiss(toasts.list()[0]!.id);
    expect(texts(toasts)).toEqual([]);
  });

  it('says the same thing once', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.say('Copied');
    toasts.say('Copied');
    expect(texts(toasts)).toEqual(['Copied']);
  });

  it('shows the latest three', () => {
    const toasts = TestBed.inject(Toasts);
    ['a', 'b', 'c', 'd'].forEach((text) => toasts.say(text));
    expect(texts(toasts)).toEqual(['b', 'c', 'd']);
  });
});
