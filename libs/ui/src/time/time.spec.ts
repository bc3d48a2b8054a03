import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { BaTime } from './time.js';

@Component({
  imports: [BaTime],
  template: `
    @for (at of instants(); track at) {
      <ba-time [at]="at" as="ago" />
    }
  `,
})
class Page {
  readonly instants = signal<string[]>([]);
}

describe('ba-time', () => {
  const START = Date.parse('2026-01-15T10:00:00Z');
  beforeEach(() => jest.useFakeTimers({ now: START }));
  afterEach(() => jest.useRealTimers());

  async function shown(...secondsAgo: number[]) {
    const page = TestBed.createComponent(Page);
    page.componentInstance.instants.set(secondsAgo.map((seconds) => new Date(START - seconds * 1_000).toISOString()));
    page.detectChanges();
    const texts = () => {
      page.detectChanges();
      return [...(page.nativeElement as HTMLElement).querySelectorAll('time')].map((time) => time.textContent);
    };
    return { page, texts };
  }

  it('changes its words when they stop being true', async () => {
    const { texts } = await shown(30);
    expect(texts()).toEqual(['now']);
    jest.advanceTimersByTime(29_000);
    expect(texts()).toEqual(['now']);
    jest.advanceTimersByTime(1_000);
    expect(texts()).toEqual(['1 m']);
    jest.advanceTimersByTime(120_000);
    expect(texts()).toEqual(['3 m']);
  });

  it('keeps one timer however many labels there are', async () => {
    const { texts } = await shown(10, 20, 3 * 3_600, 90_000);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(40_000);
    expect(texts()).toEqual(['now', '1 m', '3 h', '1 d']);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('leaves no timer behind', async () => {
    const { page } = await shown(10, 20);
    page.destroy();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('shows nothing for an instant that is none', async () => {
    const page = TestBed.createComponent(Page);
    page.componentInstance.instants.set(['not a time']);
    page.detectChanges();
    expect((page.nativeElement as HTMLElement).textContent?.trim()).toBe('');
  });
});
