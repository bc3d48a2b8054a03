import { computed, inject, Injectable, resource } from '@angular/core';
import type { LoginSession } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { PeopleApi } from './people-api';

/** Where one is signed in. */
@Injectable()
export class DeviceList {
  private readonly api = inject(PeopleApi);
  private readonly answer = resource({ loader: () => this.api.sessions() });

  readonly devices = computed<readonly LoginSession[]>(() => (this.answer.hasValue() ? this.answer.value().items : []));
  readonly others = computed(() => this.devices().filter(({ current }) => !current));
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  async signOut(id: string): Promise<void> {
    await this.api.endSession(id);
    this.reload();
  }

  async signOutOthers(): Promise<void> {
    await this.api.endOtherSessions();
    this.reload();
  }

  reload(): void {
    this.answer.reload();
  }
}
