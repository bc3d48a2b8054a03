import { jest } from '@jest/globals';
import { ComponentRef } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { WidgetPreview, type PreviewTheme } from './widget-preview';

const THEME: PreviewTheme = { accent: '#4f46e5', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' };

describe('the preview of the widget', () => {
  let fixture: ComponentFixture<WidgetPreview>;
  let part: ComponentRef<WidgetPreview>;
  let asked: unknown[];

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(window, {
      matchMedia: () => ({ matches: true }),
      ResizeObserver: class {
        constructor(private readonly tell: (entries: unknown[]) => void) {}
        observe = () => this.tell([{ contentRect: { width: 250 } }]);
        disconnect = () => undefined;
      },
    });
    fixture = TestBed.createComponent(WidgetPreview);
    part = fixture.componentRef;
    for (const [name, value] of Object.entries({ name: 'Northwind', locale: 'de', theme: THEME })) part.setInput(name, value);
    fixture.detectChanges();
    asked = [];
    frame().contentWindow!.postMessage = ((message: unknown, origin: string) => asked.push([message, origin])) as never;
  });
  afterEach(() => jest.useRealTimers());

  const frame = (): HTMLIFrameElement => fixture.nativeElement.querySelector('iframe');

  function hear(message: Partial<MessageEventInit> = {}): void {
    const { contentWindow: source } = frame();
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'baton.preview.ready' }, origin: location.origin, source, ...message }));
    fixture.detectChanges();
  }
  function choose(label: string): void {
    const choice = [...fixture.nativeElement.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label);
    choice.querySelector('input').click();
    fixture.detectChanges();
  }
  const shows = (what: object) => [
    { type: 'baton.preview.show', name: 'Northwind', locale: 'de', theme: THEME, scheme: 'dark', scene: 'ai', ...what },
    location.origin,
  ];

  it('asks for the picture when its frame is ready, and not before', () => {
    expect(asked).toEqual([]);
    expect(fixture.nativeElement.querySelector('ba-skeleton')).not.toBeNull();
    hear();
    expect(asked).toEqual([shows({})]);
    expect(frame().className).toContain('ready');
    expect(fixture.nativeElement.querySelector('ba-skeleton')).toBeNull();
  });

  it('hears its own frame alone, from its own origin', () => {
    hear({ origin: 'https://evil.example' });
    hear({ source: window });
    hear({ data: 'baton.preview.ready' });
    expect(asked).toEqual([]);
  });

  it('shows at once what is chosen', () => {
    hear();
    part.setInput('theme', { ...THEME, accent: '#c2410c' });
    fixture.detectChanges();
    choose('Waiting');
    choose('Light');
    expect(asked.slice(1)).toEqual([
      shows({ theme: { ...THEME, accent: '#c2410c' } }),
      shows({ theme: { ...THEME, accent: '#c2410c' }, scene: 'waiting' }),
      shows({ theme: { ...THEME, accent: '#c2410c' }, scene: 'waiting', scheme: 'light' }),
    ]);
  });

  it('leaves no choice of light or dark that the website has made', () => {
    part.setInput('theme', { ...THEME, scheme: 'light' });
    fixture.detectChanges();
    hear();
    expect(asked).toEqual([shows({ theme: { ...THEME, scheme: 'light' }, scheme: 'light' })]);
    expect(fixture.nativeElement.textContent).not.toContain('Dark');
  });

  it('shows again what a frame that was loaded again has forgotten', () => {
    hear();
    hear();
    expect(asked).toEqual([shows({}), shows({})]);
  });

  it('is a picture: named, passed over by the keyboard, and fitted into its box', () => {
    expect(frame().title).toBe('Preview of the widget');
    expect(frame().tabIndex).toBe(-1);
    expect(frame().style.transform).toBe('scale(0.5)');
    expect((frame().parentElement as HTMLElement).style.height).toBe('380px');
  });

  it('says so when there is nothing to frame', () => {
    frame().dispatchEvent(new Event('load'));
    jest.advanceTimersByTime(5000);
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent).toContain('could not be loaded');
  });
});
