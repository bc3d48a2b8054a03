import { afterNextRender, afterRenderEffect, Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { BaIcon, BaIconButton, BaKbd, DialogRef, uniqueId } from '#ui';
import { shellTexts } from '../texts';
import type { Chosen } from './found';
import { type Option, PaletteSearch } from './palette-search';
import { RecentChoices } from './recent-choices';

const PAGE = 6;

/** One field over everything: the focus stays in it, the arrows move through the list. */
@Component({
  selector: 'baton-palette-panel',
  imports: [BaIcon, BaIconButton, BaKbd],
  providers: [PaletteSearch, RecentChoices],
  templateUrl: './palette-panel.html',
  styleUrl: './palette-panel.css',
})
export class PalettePanel {
  protected readonly t = shellTexts();
  protected readonly search = inject(PaletteSearch);
  protected readonly ref = inject<DialogRef<Chosen>>(DialogRef);
  protected readonly headingId = uniqueId('baton-palette-heading');
  protected readonly listId = uniqueId('baton-palette');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly activeElementId = computed(() => {
    const active = this.search.active();
    return active && this.elementId(active);
  });

  constructor() {
    this.ref.isNamedBy(this.headingId);
    afterNextRender(() => this.field().nativeElement.focus());
    afterRenderEffect(() => {
      // Not every browser-like environment can scroll.
      if (this.search.active()) this.element.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  protected elementId(option: Option): string {
    return `${this.listId}-${this.search.options().findIndex(({ id }) => id === option.id)}`;
  }

  protected choose(option: Option): void {
    this.ref.close(this.search.choose(option));
  }

  protected steer(event: KeyboardEvent): void {
    const act = this.actFor(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private actFor(event: KeyboardEvent): (() => void) | null {
    const { search } = this;
    // Enter and Esc end the typing of an accent or a sign first.
    if (event.isComposing) return null;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return () => this.ref.close();
    switch (event.key) {
      case 'ArrowDown':
        return () => search.step(1);
      case 'ArrowUp':
        return () => search.step(-1);
      case 'PageDown':
        return () => search.step(PAGE);
      case 'PageUp':
        return () => search.step(-PAGE);
      case 'Home':
        return () => search.jump('first');
      case 'End':
        return () => search.jump('last');
      case 'Enter':
        return () => {
          const active = search.active();
          if (active) this.choose(active);
        };
      default:
        return null;
    }
  }
}
