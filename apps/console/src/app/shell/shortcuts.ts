import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** One key that does one thing while whoever registered it is on the page. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it: `j`, `?`, `Enter`. */
  readonly key: string;
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
}

/** Single keys that act from anywhere but a text field. The help dialog lists whatever is registered. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly registered = signal<readonly Shortcut[]>([]);
  readonly all = this.registered.asReadonly();

  constructor() {
    inject(DOCUMENT).addEventListener('keydown', (event) => this.pressed(event));
  }

  /** @returns a function that takes them away again */
  add(...shortcuts: readonly Shortcut[]): () => void {
    this.registered.update((all) => [...all, ...shortcuts]);
    return () => this.registered.update((all) => all.filter((shortcut) => !shortcuts.includes(shortcut)));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // What was registered last stands in front.
    const shortcut = this.registered().findLast((candidate) => candidate.key === key);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  }
}

/** Where a key belongs to the element itself: text fields, and whatever a dialog or menu has taken. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select') || target.closest('[role="dialog"], [role="menu"]') !== null;
}
