import { computed, inject, Injectable, resource, signal } from '@angular/core';
import type { Person, PresenceState } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { Texts } from '../../../i18n';
import { allPages } from './all-pages';
import { PeopleApi } from './people-api';

/** Everybody who works here, and those who left apart from them. */
@Injectable()
export class UserList {
  private readonly api = inject(PeopleApi);
  private readonly texts = inject(Texts);
  private readonly answer = resource({ loader: () => allPages((cursor) => this.api.users(cursor)) });

  /** What was told since they were loaded, by id. */
  private readonly told = signal<ReadonlyMap<string, PresenceState>>(new Map());

  /** What they are searched by; empty: everybody. */
  readonly query = signal('');
  readonly websiteId = signal('');

  readonly all = computed<readonly Person[]>(() => {
    const { compare } = new Intl.Collator(this.texts.locale());
    const told = this.told();
    return (this.answer.hasValue() ? this.answer.value() : [])
      .map((user) => ({ ...user, presence: told.get(user.id) ?? user.presence }))
      .toSorted((a, b) => compare(a.name, b.name));
  });
  private readonly found = computed(() => this.all().filter((user) => this.isWanted(user)));
  readonly active = computed(() => this.found().filter(({ active }) => active));
  readonly deactivated = computed(() => this.found().filter(({ active }) => !active));
  readonly narrowed = computed(() => this.query().trim() !== '' || this.websiteId() !== '');
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  showPresence(id: string, presence: PresenceState): void {
    this.told.update((told) => new Map(told).set(id, presence));
  }

  async reactivate(id: string): Promise<void> {
    await this.api.changeUser(id, { active: true });
    this.reload();
  }

  showAll(): void {
    this.query.set('');
    this.websiteId.set('');
  }

  reload(): void {
    this.told.set(new Map());
    this.answer.reload();
  }

  private isWanted({ name, email, memberships }: Person): boolean {
    const words = this.query().trim().toLocaleLowerCase();
    if (words && !`${name} ${email}`.toLocaleLowerCase().includes(words)) return false;
    const wanted = this.websiteId();
    return !wanted || memberships.some(({ websiteId }) => websiteId === null || websiteId === wanted);
  }
}
