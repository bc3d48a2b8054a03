import { computed, signal } from '@angular/core';

const KEPT_STEPS = 200;

interface Step<T> {
  readonly value: T;
  /** Steps in a row on the same thing are one: typing a word is undone at once. */
  readonly on: string;
}

/** A value with what it was before. */
export class History<T> {
  private readonly past = signal<readonly Step<T>[]>([]);
  private readonly future = signal<readonly Step<T>[]>([]);
  private readonly now: ReturnType<typeof signal<Step<T>>>;

  readonly value;
  readonly canUndo = computed(() => this.past().length > 0);
  readonly canRedo = computed(() => this.future().length > 0);

  constructor(first: T) {
    this.now = signal<Step<T>>({ value: first, on: '' });
    this.value = computed(() => this.now().value);
  }

  /** Begins anew: nothing to go back to. */
  begin(value: T): void {
    this.past.set([]);
    this.future.set([]);
    this.now.set({ value, on: '' });
  }

  /** @param on what is changed; empty for a step of its own */
  change(value: T, on = ''): void {
    const before = this.now();
    if (value === before.value) return;
    if (on === '' || on !== before.on || !this.canUndo()) this.past.update((steps) => [...steps, before].slice(-KEPT_STEPS));
    this.future.set([]);
    this.now.set({ value, on });
  }

  undo(): void {
    const before = this.past().at(-1);
    if (!before) return;
    this.past.update((steps) => steps.slice(0, -1));
    this.future.update((steps) => [...steps, this.now()]);
    this.now.set({ value: before.value, on: '' });
  }

  redo(): void {
    const next = this.future().at(-1);
    if (!next) return;
    this.future.update((steps) => steps.slice(0, -1));
    this.past.update((steps) => [...steps, this.now()]);
    this.now.set({ value: next.value, on: '' });
  }
}
