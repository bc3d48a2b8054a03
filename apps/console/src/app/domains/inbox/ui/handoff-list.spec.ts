import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { HandoffSummary } from '#contracts';
import { Live, SignedIn } from '../../../shell';
import { aSummary, ANA } from '../testing/builders';
import { HandoffList } from './handoff-list';

const ROW_PX = 83;
const NOW = Date.parse('2026-03-04T12:00:00.000Z');
const secondsAgo = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => aSummary({ id: `h${at}`, openedAt: secondsAgo(30 + at), lastActivityAt: secondsAgo(30 + at) }));

function setup(rows: readonly HandoffSummary[]) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: SignedIn, useValue: { userId: () => ANA.id } },
      { provide: Live, useValue: { connection: () => 'online' } },
    ],
  });
  const fixture: ComponentFixture<HandoffList> = TestBed.createComponent(HandoffList);
  fixture.componentRef.setInput('view', 'open');
  fixture.componentRef.setInput('rows', rows);
  const more = jest.fn();
  fixture.componentInstance.more.subscribe(more);
  fixture.autoDetectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const scroll = element.querySelector<HTMLElement>('.scroll')!;
  // jsdom has no layout: this is what a browser would say.
  Object.defineProperty(scroll, 'clientHeight', { value: 800 });
  return {
    fixture,
    element,
    scroll,
    more,
    items: () => [...element.querySelectorAll<HTMLElement>('[role=listitem]')],
    ids: () => [...element.querySelectorAll('a')].map((link) => link.getAttribute('href')!.split('/').at(-1)),
    scrollTo(offset: number) {
      scroll.scrollTop = offset;
      scroll.dispatchEvent(new Event('scroll'));
      TestBed.tick();
    },
    give(next: readonly HandoffSummary[]) {
      fixture.componentRef.setInput('rows', next);
      TestBed.tick();
    },
  };
}

/** What changes in the page while something is done. */
function watched(element: HTMLElement, act: () => void): readonly MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
  act();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

describe('HandoffList', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  it('draws what is in sight and a few more, of five thousand', () => {
    const { items, element, scrollTo, ids } = setup(rowsOf(5_000));
    expect(items().length).toBeLessThan(30);
    expect(element.querySelectorAll('*').length).toBeLessThan(1_000);
    scrollTo(3_000 * ROW_PX);
    expect(items().length).toBeLessThan(30);
    expect(ids()).toContain('h3000');
    expect(items()[0]?.getAttribute('aria-setsize')).toBe('5000');
  });

  it('redraws nothing while one scrolls within a row', () => {
    const { element, scrollTo } = setup(rowsOf(5_000));
    scrollTo(100 * ROW_PX);
    expect(watched(element, () => scrollTo(100 * ROW_PX + 40))).toEqual([]);
  });

  it('redraws the row that changed, and no other', () => {
    const rows = rowsOf(5_000);
    const { element, give } = setup(rows);
    const changed = rows.with(3, { ...rows[3]!, lastMessage: { author: 'visitor', text: 'One more thing', at: secondsAgo(0) } });
    const records = watched(element, () => give(changed));
    expect(records.length).toBeGreaterThan(0);
    const touched = new Set(records.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role=listitem]')));
    expect([...touched].map((item) => item?.textContent?.includes('One more thing'))).toEqual([true]);
  });

  it('leaves idle rows alone while time passes: one timer, and text alone changes', () => {
    const { element } = setup(rowsOf(5_000));
    expect(jest.getTimerCount()).toBeLessThanOrEqual(1);
    expect(watched(element, () => jest.advanceTimersByTime(1_000) && TestBed.tick())).toEqual([]);
    const records = watched(element, () => {
      // The first thirty rows pass from "now" to "1 m", a second after one another.
      jest.advanceTimersByTime(31_000);
      TestBed.tick();
    });
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(['characterData']));
    expect(jest.getTimerCount()).toBe(1);
  });

  it('keeps the row one looks at in its place while others come and go above', () => {
    const rows = rowsOf(500);
    const { scroll, scrollTo, give } = setup(rows);
    scrollTo(100 * ROW_PX + 20);
    give([...Array.from({ length: 30 }, (_, at) => aSummary({ id: `new${at}` })), ...rows]);
    expect(scroll.scrollTop).toBe(130 * ROW_PX + 20);
    give(rows.slice(60));
    expect(scroll.scrollTop).toBe(40 * ROW_PX + 20);
  });

  it('keeps the focus on a row that is scrolled away, and on one that moves', () => {
    const rows = rowsOf(500);
    const { element, scrollTo, give } = setup(rows);
    document.body.append(element);
    const link = element.querySelectorAll('a')[2]!;
    link.focus();
    TestBed.tick();
    scrollTo(300 * ROW_PX);
    expect(document.activeElement).toBe(link);
    give([rows[400]!, ...rows.toSpliced(400, 1)]);
    expect(document.activeElement).toBe(link);
    element.remove();
  });

  it('brings the chosen row into sight, once', () => {
    const { fixture, scroll, scrollTo, give } = setup(rowsOf(500));
    fixture.componentRef.setInput('selectedId', 'h200');
    TestBed.tick();
    expect(scroll.scrollTop).toBe(201 * ROW_PX - 800);
    scrollTo(0);
    give(rowsOf(501));
    expect(scroll.scrollTop).toBe(0);
  });

  it('asks for more before the end is reached, and offers to ask again when that failed', () => {
    const { fixture, element, more, scrollTo } = setup(rowsOf(200));
    fixture.componentRef.setInput('hasMore', true);
    TestBed.tick();
    expect(more).not.toHaveBeenCalled();
    scrollTo(170 * ROW_PX);
    expect(more).toHaveBeenCalledTimes(1);
    fixture.componentRef.setInput('moreState', 'failed');
    TestBed.tick();
    element.querySelector<HTMLButtonElement>('.failed button')!.click();
    expect(more).toHaveBeenCalledTimes(2);
  });
});
