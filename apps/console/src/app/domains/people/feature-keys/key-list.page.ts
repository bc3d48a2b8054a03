import { Component, inject } from '@angular/core';
import type { ApiKey } from '#contracts';
import { BaButton, BaChip, BaEmpty, BaIcon, BaIconButton, BaPage, BaPanel, BaSkeleton, BaTable, BaTime, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { KeyList } from '../data/key-list';
import { WebsiteNames } from '../../../editing/website-names';
import { PeopleNav } from '../ui/people-nav';
import { NewKeyDialog } from './new-key-dialog';

@Component({
  imports: [BaButton, BaChip, BaEmpty, BaIcon, BaIconButton, BaPage, BaPanel, BaSkeleton, BaTable, BaTime, PeopleNav],
  providers: [KeyList, WebsiteNames],
  templateUrl: './key-list.page.html',
  styles: `
    .name {
      font-weight: 500;
    }
  `,
})
export default class KeyListPage {
  protected readonly list = inject(KeyList);
  protected readonly names = inject(WebsiteNames);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);

  protected async make(): Promise<void> {
    await this.dialogs.open(NewKeyDialog, undefined, 560);
    this.list.reload();
  }

  protected async revoke(key: ApiKey): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: `Revoke “${key.name}”?`,
      body: 'Whatever uses this key is refused from now on, and its connections end within a second.',
      confirm: 'Revoke key',
      look: 'danger',
    });
    if (!sure) return;
    try {
      await this.list.revoke(key.id);
      this.toasts.done(`“${key.name}” was revoked`);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
