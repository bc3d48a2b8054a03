import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { weaveThread } from '../data/thread';
import { aClaimedHandoff, aMessage } from '../testing/builders';
import { ThreadView } from './thread-view';

const messages = (count: number) => Array.from({ length: count }, (_, at) => aMessage(at + 1, at % 2 === 0 ? 'visitor' : 'agent'));
const woven = (count: number, unreadAfter: number | null = null) =>
  weaveThread({ handoff: aClaimedHandoff(), messages: messages(count), notes: [], suggestions: [], outgoing: [], unreadAfter });

async function setup(count: number, unreadAfter: number | null = null) {
  const fixture = TestBed.createComponent(ThreadView);
  const inputs = { handoff: aClaimedHandoff(), items: woven(count, unreadAfter), suggestions: [], streaming: null };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const read = jest.fn();
  const copied = jest.fn();
  fixture.componentInstance.readToEnd.subscribe(read);
  fixture.componentInstance.copyLink.subscribe(copied);
  const element = fixture.nativeElement as HTMLElement;
  fixture.detectChanges();
  const scroll = element.querySelector<HTMLElement>('.scroll')!;
  // jsdom has no layout: this is what a browser would say.
  Object.defineProperty(scroll, 'clientHeight', { value: 600 });
  Object.defineProperty(scroll, 'scrollHeight', { get: () => element.querySelectorAll('baton-message-item').length * 100 });
  return {
    fixture,
    element,
    scroll,
    read,
    copied,
    news: () => element.querySelector('.news')?.textContent?.trim() ?? null,
    async scrollTo(offset: number) {
      scroll.scrollTop = offset;
      scroll.dispatchEvent(new Event('scroll'));
      await fixture.whenStable();
    },
    async give(next: number) {
      fixture.componentRef.setInput('items', woven(next));
      await fixture.whenStable();
    },
  };
}

describe('ThreadView', () => {
  it('follows the end for whoever is there', async () => {
    const { scroll, give, read, news } = await setup(20);
    read.mockClear();
    await give(21);
    expect(scroll.scrollTop).toBe(2_100);
    expect(read).toHaveBeenCalled();
    expect(news()).toBeNull();
  });

  it('does not move whoever reads above, and counts what comes meanwhile', async () => {
    const { scroll, scrollTo, give, news, read } = await setup(20);
    await scrollTo(300);
    read.mockClear();
    for (let count = 21; count <= 50; count++) await give(count);
    expect(scroll.scrollTop).toBe(300);
    expect(news()).toBe('30 new messages');
    expect(read).not.toHaveBeenCalled();
    await scrollTo(5_000 - 600);
    expect(news()).toBeNull();
    expect(read).toHaveBeenCalled();
  });

  it('does not take back whoever has begun to scroll up in the very frame in which a message comes', async () => {
    const { scroll, give, news } = await setup(20);
    await give(21);
    scroll.scrollTop = 300;
    await give(22);
    expect(scroll.scrollTop).toBe(300);
    expect(news()).toBe('1 new message');
  });

  it('draws a line where the team stopped reading', async () => {
    const { element } = await setup(6, 3);
    const line = element.querySelector('.unread')!;
    expect(line.textContent).toBe('New since the team last read');
    expect(line.nextElementSibling?.getAttribute('data-seq')).toBe('5');
  });

  it('shows the message a link leads to, once', async () => {
    const { fixture, element, give } = await setup(20);
    const looked = jest.fn();
    Object.assign(element.querySelector('[data-seq="7"]')!, { scrollIntoView: looked });
    fixture.componentRef.setInput('pointedAt', 7);
    await fixture.whenStable();
    expect(element.querySelector('.pointed-at')?.getAttribute('data-seq')).toBe('7');
    await give(21);
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('hands out the link to a message', async () => {
    const { element, copied } = await setup(3);
    element.querySelector<HTMLButtonElement>('[data-seq="2"] .link')!.click();
    expect(copied).toHaveBeenCalledWith(2);
  });
});
