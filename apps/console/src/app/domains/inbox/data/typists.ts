import { computed, signal } from '@angular/core';
import type { AuthorKind } from '#contracts';

/** Clients repeat "typing" every few seconds; one that falls silent has stopped or is gone. */
const TYPING_HOLDS_MS = 6_000;

interface Typist {
  readonly kind: AuthorKind;
  readonly name: string | null;
}

/** Who is typing in a session right now. */
export class Typists {
  private readonly current = signal<readonly Typist[]>([]);
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly visitorTypes = computed(() => this.current().some(({ kind }) => kind === 'visitor'));
  readonly colleagues = computed(() => this.current().flatMap(({ kind, name }) => (kind === 'agent' && name ? [name] : [])));

  heard(kind: AuthorKind, name: string | null, on: boolean): void {
    const key = `${kind}:${name ?? ''}`;
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const others = this.current().filter((typist) => typist.kind !== kind || typist.name !== name);
    this.current.set(on ? [...others, { kind, name }] : others);
    if (on)
      this.timers.set(
        key,
        setTimeout(() => this.heard(kind, name, false), TYPING_HOLDS_MS),
      );
  }

  /** A message of theirs arrived: that is what was being typed. */
  spoke(kind: AuthorKind): void {
    this.clear((typist) => typist.kind === kind);
  }

  clear(which: (typist: Typist) => boolean = () => true): void {
    for (const typist of this.current().filter(which)) this.heard(typist.kind, typist.name, false);
  }
}
