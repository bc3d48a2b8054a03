import { afterRenderEffect, Component, ElementRef, inject, input, output } from '@angular/core';
import { websitesTexts } from '../texts';

export interface Section {
  readonly id: string;
  readonly label: string;
  /** Fields in it that are not right. */
  readonly problems: number;
}

/** What stays visible of the section before. */
const STRIP_MARGIN_PX = 48;

/** The sections of a page, and which of them one is looking at: down the side, or as a strip where the page is narrow. */
@Component({
  selector: 'baton-section-nav',
  template: `
    <nav [attr.aria-label]="t('sections.label')">
      @for (section of sections(); track section.id) {
        <a
          [href]="path() + '#' + section.id"
          [class.on]="section.id === active()"
          [attr.aria-current]="section.id === active() ? 'location' : null"
          (click)="go(section.id, $event)"
          >{{ section.label }}
          @if (section.problems > 0) {
            <span class="problems" aria-hidden="true">{{ section.problems }}</span>
            <span class="ba-hidden-text">, {{ t('sections.problems', { count: section.problems }) }}</span>
          }
        </a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-direction: column;
      gap: 1px;
    }
    a {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      min-height: 30px;
      padding: 4px 10px;
      border-radius: var(--r-s);
      color: var(--text-2);
      white-space: nowrap;
    }
    a:hover {
      background: var(--hover);
      color: var(--text);
    }
    a.on {
      background: var(--accent-soft);
      color: var(--accent);
      font-weight: 600;
    }
    .problems {
      min-width: 18px;
      padding: 0 5px;
      border-radius: 9px;
      background: var(--bad-soft);
      color: var(--bad);
      font-size: 11px;
      line-height: 18px;
      font-weight: 600;
      text-align: center;
    }
    @media (max-width: 1080px) {
      nav {
        flex-direction: row;
        gap: 4px;
        overflow-x: auto;
        padding: 4px;
        margin: 0 -4px;
        scrollbar-width: none;
      }
      a {
        min-height: 36px;
      }
    }
  `,
})
export class SectionNav {
  readonly sections = input.required<readonly Section[]>();
  readonly active = input.required<string>();
  /** Of the page, so that a section can be opened in another tab. */
  readonly path = input.required<string>();
  readonly gone = output<string>();

  protected readonly t = websitesTexts();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // Where the sections are a strip, the one being read stays in sight.
    afterRenderEffect(() => {
      this.active();
      const strip = this.element.querySelector('nav');
      const link = strip?.querySelector<HTMLElement>('.on');
      if (strip && link) strip.scrollLeft = link.offsetLeft - strip.offsetLeft - STRIP_MARGIN_PX;
    });
  }

  protected go(id: string, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.gone.emit(id);
  }
}
