import { Component, inject } from '@angular/core';
import type { ApiKey } from '#contracts';
import { BaButton, BaChip, BaEmpty, BaIcon, BaIconButton, BaPage, BaPanel, BaSkeleton, BaTable, BaTime, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { WebsiteNames } from '../../../editing/website-names';
import { Texts } from '../../../i18n';
import { KeyList } from '../data/key-list';
import { ALL_PERMISSIONS } from '../data/permission-groups';
import { peopleTexts } from '../texts';
import { LoadProblem } from '../ui/load-problem';
import { PeopleNav } from '../ui/people-nav';
import { NewKeyDialog } from './new-key-dialog';

@Component({
  imports: [BaButton, BaChip, BaEmpty, BaIcon, BaIconButton, BaPage, BaPanel, BaSkeleton, BaTable, BaTime, LoadProblem, PeopleNav],
  providers: [KeyList, WebsiteNames],
  templateUrl: './key-list.page.html',
  styleUrl: '../ui/lists.css',
})
export default class KeyListPage {
  protected readonly t = peopleTexts();
  protected readonly list = inject(KeyList);
  protected readonly names = inject(WebsiteNames);
  private readonly texts = inject(Texts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);

  protected mayOf({ permissions }: ApiKey): string {
    if (permissions.length === ALL_PERMISSIONS.length) return this.t('roles.everything');
    const [only] = permissions;
    return permissions.length === 1 && only ? this.t(`permission.${only}`) : this.t('roles.permissions', { count: permissions.length });
  }

  protected wordsOf({ permissions }: ApiKey): string {
    return permissions.map((permission) => this.t(`permission.${permission}`)).join('\n');
  }

  protected day(iso: string): string {
    return new Date(iso).toLocaleDateString(this.texts.locale(), { dateStyle: 'medium' });
  }

  protected async make(): Promise<void> {
    await this.dialogs.open(NewKeyDialog, undefined, 600);
    this.list.reload();
  }

  protected async revoke(key: ApiKey): Promise<void> {
    const { name } = key;
    const sure = await this.dialogs.confirm({
      title: this.t('keys.revokeTitle', { name }),
      body: this.t('keys.revokeBody'),
      confirm: this.t('keys.revokeConfirm'),
      look: 'danger',
    });
    if (!sure) return;
    try {
      await this.list.revoke(key.id);
      this.toasts.done(this.t('keys.revoked', { name }));
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
