import { inject, Injectable } from '@angular/core';
import type { Rule } from '#contracts';
import { Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { draftOf, toSave } from '../data/rule-draft';
import type { RuleEditor } from '../data/rule-editor';
import { RulesApi } from '../data/rules-api';
import { rulesTexts } from '../texts';

/** Deletes rules so that it can be taken back. */
@Injectable()
export class Removal {
  private readonly api = inject(RulesApi);
  private readonly toasts = inject(Toasts);
  private readonly t = rulesTexts();

  /** @returns whether the rule is gone */
  async of(editor: Pick<RuleEditor, 'remove'>): Promise<boolean> {
    try {
      const removed = await editor.remove();
      if (!removed) return false;
      this.toasts.done(this.t('list.deleted', { name: removed.name }), { label: this.t('list.undo'), run: () => void this.bringBack(removed) });
      return true;
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
      return false;
    }
  }

  /** Under a new id: what is deleted is gone on the server. */
  private async bringBack(rule: Rule): Promise<void> {
    try {
      await this.api.create({ ...toSave(rule.websiteId, draftOf(rule)), enabled: rule.enabled, mode: rule.mode });
      this.toasts.done(this.t('list.restored', { name: rule.name }));
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
