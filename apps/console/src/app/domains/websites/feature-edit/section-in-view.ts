import { afterNextRender, DestroyRef, ElementRef, inject, Injectable, signal } from '@angular/core';

/** How far under the top of the window a section counts as begun. */
const READING_LINE_PX = 160;

/** Follows which section of a long page one is looking at. Provided by the page, whose element it listens to. */
@Injectable()
export class SectionInView {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly seen = signal('');
  /** Where a link led stays marked until one scrolls by hand: the last sections cannot come up to the reading line. */
  private pinned = false;

  readonly section = this.seen.asReadonly();

  constructor() {
    const onScroll = () => this.look();
    const byHand = () => (this.pinned = false);
    const hands = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
    afterNextRender(() => {
      // Scrolling does not bubble; it is caught on its way down.
      this.element.addEventListener('scroll', onScroll, { capture: true, passive: true });
      for (const hand of hands) this.element.addEventListener(hand, byHand, { passive: true });
    });
    inject(DestroyRef).onDestroy(() => {
      this.element.removeEventListener('scroll', onScroll, { capture: true });
      for (const hand of hands) this.element.removeEventListener(hand, byHand);
    });
  }

  /** Scrolls to a section and hands it the focus. */
  goTo(id: string): void {
    const section = this.sections().find((candidate) => candidate.id === id);
    if (!section) return;
    this.pinned = true;
    this.seen.set(id);
    section.scrollIntoView({ block: 'start' });
    section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  look(): void {
    if (this.pinned) return;
    const sections = this.sections();
    const begun = sections.findLast((section) => section.getBoundingClientRect().top <= READING_LINE_PX);
    this.seen.set((begun ?? sections[0])?.id ?? '');
  }

  private sections(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('baton-settings-section')];
  }
}
