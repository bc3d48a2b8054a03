import { computed, inject, Injectable, resource } from '@angular/core';
import { ROLES, type Role, type RoleInfo } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { peopleTexts } from '../texts';
import { PeopleApi } from './people-api';

/** The roles there are, those that come with Baton named in the chosen language. */
@Injectable()
export class RoleNames {
  private readonly api = inject(PeopleApi);
  private readonly t = peopleTexts();
  private readonly answer = resource({ loader: () => this.api.roles() });

  readonly roles = computed<readonly RoleInfo[]>(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).map((role) =>
      isBuiltIn(role.id) ? { ...role, name: this.t(`role.${role.id}.name`), description: this.t(`role.${role.id}.meaning`) } : role,
    ),
  );
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  nameOf(id: string): string {
    if (isBuiltIn(id)) return this.t(`role.${id}.name`);
    return this.roles().find((role) => role.id === id)?.name ?? (this.loading() ? '…' : this.t('roles.unknown'));
  }

  meaningOf(id: string): string {
    return this.roles().find((role) => role.id === id)?.description ?? '';
  }

  reload(): void {
    this.answer.reload();
  }
}

export function isBuiltIn(id: string): id is Role {
  return Object.hasOwn(ROLES, id);
}
