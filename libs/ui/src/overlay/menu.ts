import {
  afterNextRender,
  computed,
  Component,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  TemplateRef,
  ViewContainerRef,
  type EmbeddedViewRef,
} from '@angular/core';
import { moveInMenu, placeMenu, type MenuEnd } from './menu-moves.js';

/**
 * On a button: opens the given `<ng-template>` as a menu under it, in the browser's top layer; arrows, typing ahead and Esc work as in any menu.
 */
@Directive({
  selector: 'button[ba-menu-for]',
  host: {
    'aria-haspopup': 'menu',
    '[attr.aria-expanded]': 'isOpen()',
    '(click)': 'toggle()',
    '(keydown.arrowDown)': 'open("first"); $event.preventDefault()',
    '(keydown.arrowUp)': 'open("last"); $event.preventDefault()',
  },
})
export class BaMenuFor {
  readonly menu = input.required<TemplateRef<unknown>>({ alias: 'ba-menu-for' });

  readonly button = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly place = inject(ViewContainerRef);
  private readonly injector = inject(Injector);
  private readonly view = signal<EmbeddedViewRef<unknown> | null>(null);
  readonly isOpen = computed(() => this.view() !== null);
  /** Where the focus starts. */
  startAt: MenuEnd = 'first';

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
  }

  toggle(): void {
    if (this.isOpen()) this.close();
    else this.open('first');
  }

  open(startAt: MenuEnd): void {
    if (this.isOpen()) return;
    this.startAt = startAt;
    const injector = Injector.create({ providers: [{ provide: BaMenuFor, useValue: this }], parent: this.injector });
    const view = this.place.createEmbeddedView(this.menu(), undefined, { injector });
    view.detectChanges();
    this.view.set(view);
  }

  close(): void {
    this.view()?.destroy();
    this.view.set(null);
  }

  closeAndReturn(): void {
    this.close();
    this.button.focus();
  }
}

@Component({
  selector: 'ba-menu',
  template: `<ng-content />`,
  host: {
    role: 'menu',
    popover: 'manual',
    tabindex: '-1',
    '[attr.aria-label]': 'label() || null',
    '(keydown)': 'steer($event)',
    '(focusout)': 'left($event)',
  },
  styles: `
    :host {
      position: fixed;
      inset: auto;
      flex-direction: column;
      gap: 1px;
      min-width: 180px;
      max-width: min(320px, calc(100vw - 16px));
      max-height: min(560px, calc(100dvh - 16px));
      overflow: auto;
      margin: 0;
      padding: 4px;
      background: var(--surface);
      color: var(--text);
      border: 1px solid var(--line-strong);
      border-radius: var(--r-m);
      box-shadow: 0 6px 20px light-dark(rgb(0 0 0 / 10%), rgb(0 0 0 / 45%));
      outline: none;
    }
    :host(:popover-open) {
      display: flex;
      animation: drop 0.09s ease-out;
    }
    @keyframes drop {
      from {
        opacity: 0;
        transform: translateY(-3px);
      }
    }
  `,
})
export class BaMenu {
  readonly label = input('');

  private readonly owner = inject(BaMenuFor);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private typed = { text: '', at: 0 };

  constructor() {
    const { owner, element } = this;
    const document = element.ownerDocument;
    const view = document.defaultView!;
    const pressed = (event: Event) => {
      const path = event.composedPath();
      if (!path.includes(element) && !path.includes(owner.button)) owner.close();
    };
    const moved = (event: Event) => {
      if (event.target !== element) owner.close();
    };
    afterNextRender(() => {
      element.showPopover();
      placeMenu(element, owner.button);
      this.typed = moveInMenu(element, owner.startAt === 'first' ? 'Home' : 'End', this.typed);
      document.addEventListener('pointerdown', pressed, { capture: true });
      view.addEventListener('resize', moved);
      view.addEventListener('scroll', moved, { capture: true });
    });
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('pointerdown', pressed, { capture: true });
      view.removeEventListener('resize', moved);
      view.removeEventListener('scroll', moved, { capture: true });
    });
  }

  protected steer(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Esc closes the menu alone, not the dialog it may stand in.
      event.preventDefault();
      event.stopPropagation();
      this.owner.closeAndReturn();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const before = this.typed;
    this.typed = moveInMenu(this.element, event.key, before, event.timeStamp);
    if (this.typed !== before) event.preventDefault();
  }

  protected left(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.element.contains(to) && to !== this.owner.button) this.owner.close();
  }
}

/** What every line of a menu does: it is chosen by click, Enter and Space, and then the menu is gone. Space leaves it open where something is only turned. */
@Directive({
  host: {
    type: 'button',
    tabindex: '-1',
    '[attr.aria-disabled]': 'disabled() || null',
    '(click)': 'choose(true)',
    '(keydown.space)': 'choose(!staysForSpace); $event.preventDefault(); $event.stopPropagation()',
  },
})
export abstract class MenuLine {
  readonly disabled = input(false);
  readonly chosen = output<void>();

  protected readonly staysForSpace: boolean = false;
  private readonly owner = inject(BaMenuFor);

  protected choose(closes: boolean): void {
    if (this.disabled()) return;
    // The focus is back before anything happens: a dialog returns it to where it found it.
    if (closes) this.owner.button.focus();
    this.chosen.emit();
    if (closes) this.owner.close();
  }
}
