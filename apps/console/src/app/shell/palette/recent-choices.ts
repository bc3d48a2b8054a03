import { inject, Injectable, signal } from '@angular/core';
import { RECENT_CHOICES_KEY, SignedIn } from '../signed-in';
import type { Found } from './found';

/** A command by its name, or a thing that was found. */
export type Recent = { readonly command: string } | { readonly found: Found };

const MOST = 5;

/** What was last chosen in the palette, on this device, by whoever is signed in; gone with the login. */
@Injectable()
export class RecentChoices {
  private readonly signedIn = inject(SignedIn);
  private readonly kept = signal<readonly Recent[]>(this.remembered());

  readonly all = this.kept.asReadonly();

  add(recent: Recent): void {
    this.kept.update((all) => [recent, ...all.filter((other) => idOf(other) !== idOf(recent))].slice(0, MOST));
    localStorage.setItem(RECENT_CHOICES_KEY, JSON.stringify({ userId: this.signedIn.userId(), recent: this.kept() }));
  }

  private remembered(): readonly Recent[] {
    try {
      const { userId, recent } = JSON.parse(localStorage.getItem(RECENT_CHOICES_KEY) ?? '{}') as { userId?: string; recent?: readonly Recent[] };
      return userId === this.signedIn.userId() ? (recent ?? []) : [];
    } catch {
      return [];
    }
  }
}

const idOf = (recent: Recent): string => ('command' in recent ? `command ${recent.command}` : `url ${recent.found.url}`);
