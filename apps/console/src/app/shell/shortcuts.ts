import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { IconName } from '#ui';

/** Said anew whenever it is shown, so that it follows the chosen language. */
export type Words = string | (() => string);

export const wordsOf = (words: Words): string => (typeof words === 'string' ? words : words());

/** Something to do while whoever registered it is on the page: by key, from the palette, or both. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it (`j`, `?`, `Enter`), two in a row (`g i`), or with Ctrl or ⌘ (`mod+k`). Without one it stands in the palette alone. */
  readonly key?: string;
  readonly label: Words;
  /** By which it is remembered; its label, unless that changes with the language. */
  readonly id?: string;
  readonly group: Words;
  readonly icon?: IconName;
  /** Whether it would do something right now; what would not is neither offered nor run. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

/** How long the second key of two may take. */
const SECOND_KEY_WITHIN_MS = 1_500;

/** Keys that act from anywhere but a text field, and commands. The help lists the keys, the palette offers everything. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly registered = signal<readonly Shortcut[]>([]);
  private first: { readonly key: string; readonly until: number } | null = null;

  readonly all = this.registered.asReadonly();
  /** What is in force: of two for one key, the one registered last. */
  readonly inForce = computed(() => {
    const all = this.registered();
    return all.filter(({ key }, index) => key === undefined || index === all.findLastIndex((other) => other.key === key));
  });

  constructor() {
    const page = inject(DOCUMENT);
    const listen = (event: KeyboardEvent) => this.pressed(event);
    page.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => page.removeEventListener('keydown', listen));
  }

  /** @returns a function that takes them away again */
  add(...shortcuts: readonly Shortcut[]): () => void {
    this.registered.update((all) => [...all, ...shortcuts]);
    return () => this.registered.update((all) => all.filter((shortcut) => !shortcuts.includes(shortcut)));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || isTaken(event.target)) return;
    const isMod = event.ctrlKey || event.metaKey;
    if (!isMod && isWriting(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const before = this.first && event.timeStamp <= this.first.until ? this.first.key : null;
    this.first = null;
    if (isMod) this.act(event, `mod+${key}`);
    else if (before !== null) this.act(event, `${before} ${key}`);
    else if (!this.act(event, key) && this.registered().some((candidate) => candidate.key?.startsWith(`${key} `))) {
      this.first = { key, until: event.timeStamp + SECOND_KEY_WITHIN_MS };
    }
  }

  private act(event: KeyboardEvent, key: string): boolean {
    const shortcut = this.inForce().find((candidate) => candidate.key === key);
    if (!shortcut) return false;
    if (shortcut.when?.() === false) return true;
    event.preventDefault();
    shortcut.run();
    return true;
  }
}

/** Where a key belongs to the element itself. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** What a dialog or menu has taken stays there. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null;
}
