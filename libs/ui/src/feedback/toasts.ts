import { Injectable, signal } from '@angular/core';

export type ToastTone = 'neutral' | 'good' | 'bad';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const SHOWN_FOR_MS = 5_000;
const SHOWN_AT_ONCE = 3;

/** Short news at the edge of the window. Bad news stays until it is dismissed. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<readonly Toast[]>([]);
  readonly list = this.shown.asReadonly();
  private lastId = 0;

  say(text: string, action: Toast['action'] = null): void {
    this.add({ text, tone: 'neutral', action }, SHOWN_FOR_MS);
  }

  done(text: string, action: Toast['action'] = null): void {
    this.add({ text, tone: 'good', action }, SHOWN_FOR_MS);
  }

  fail(text: string, action: Toast['action'] = null): void {
    this.add({ text, tone: 'bad', action }, null);
  }

  dismiss(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private add(toast: Omit<Toast, 'id'>, forMs: number | null): void {
    const id = ++this.lastId;
    // The same news twice is one toast that stays longer.
    this.shown.update((toasts) => [...toasts.filter(({ text }) => text !== toast.text), { ...toast, id }].slice(-SHOWN_AT_ONCE));
    if (forMs !== null) setTimeout(() => this.dismiss(id), forMs);
  }
}
