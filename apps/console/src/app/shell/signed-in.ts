import { computed, inject, Injectable, signal } from '@angular/core';
import type { Login, Me, Permission, PresenceState } from '#contracts';
import { BatonError, BatonTeam } from '#sdk';
import { Live } from './live';

/** What the palette keeps under; here, because it goes with the login. */
export const RECENT_CHOICES_KEY = 'baton.recent';

/** Who uses this console, and what they may do. */
@Injectable({ providedIn: 'root' })
export class SignedIn {
  private readonly team = inject(BatonTeam);
  private readonly live = inject(Live);
  private readonly current = signal<Me | null>(null);
  /** The answer after a reload, until somebody signs in or out. */
  private asked: Promise<boolean> | null = null;

  readonly me = this.current.asReadonly();
  readonly user = computed(() => this.current()?.user ?? null);
  readonly userId = computed(() => this.current()?.user.id ?? '');

  can(permission: Permission): boolean {
    return this.current()?.permissions.includes(permission) ?? false;
  }

  /** Whether somebody is signed in; asks the server once after a reload. */
  async isKnown(): Promise<boolean> {
    if (this.current()) return true;
    this.asked ??= this.restore();
    return this.asked;
  }

  async signIn({ email, password }: Login): Promise<void> {
    this.welcome(await this.team.login(email, password));
  }

  /** One's own account has changed. */
  changed(me: Me): void {
    this.current.set(me);
  }

  async signOut(): Promise<void> {
    await this.team.logout();
    this.forget();
  }

  /** The server no longer knows this login: revoked, expired or signed out elsewhere. */
  forget(): void {
    this.live.close();
    localStorage.removeItem(RECENT_CHOICES_KEY);
    this.current.set(null);
    this.asked = Promise.resolve(false);
  }

  async setPresence(presence: 'online' | 'away'): Promise<void> {
    await this.live.socket.setPresence(presence);
    this.showPresence(presence);
  }

  private async restore(): Promise<boolean> {
    try {
      this.welcome(await this.team.me());
      return true;
    } catch (error) {
      if (error instanceof BatonError && (error.status === 401 || error.status === 403)) return false;
      // A server that could not be asked is asked again.
      this.asked = null;
      throw error;
    }
  }

  /** Somebody whom the server has signed in just now. */
  welcome(me: Me): void {
    this.asked = null;
    this.current.set(me);
    this.live.open();
    // Another tab or device may have changed it.
    this.live.socket.on('presence.updated', ({ userId, state }) => {
      if (userId === me.user.id) this.showPresence(state);
    });
    this.followRights();
  }

  /** The server cuts the line of somebody whose rights have changed; what they may do now is asked when it is back. */
  private followRights(): void {
    let wasLost = false;
    this.live.socket.on('connection', ({ state }) => {
      if (state === 'offline') wasLost = true;
      if (state !== 'online' || !wasLost) return;
      wasLost = false;
      // Whether the login still holds is told by the line itself.
      this.team.me().then(
        (me) => this.current.set(me),
        () => undefined,
      );
    });
  }

  private showPresence(presence: PresenceState): void {
    this.current.update((me) => me && { ...me, user: { ...me.user, presence } });
  }
}
