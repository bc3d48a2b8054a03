import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaEmpty, BaIconButton, BaPage, BaPanel, BaSkeleton, Dialogs, Toasts } from '#ui';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { problemOf } from '../../../editing/problem';
import { SignedIn } from '../../../shell';
import { AnswerTrial } from '../data/answer-trial';
import { WebsiteEditor } from '../data/website-editor';
import { AnswerTrialBox } from '../ui/answer-trial-box';
import { WebsiteAssistant } from '../ui/assistant-fields';
import { WebsiteGeneral } from '../ui/general-fields';
import { InstallGuide } from '../ui/install-guide';
import { WebsiteWidget } from '../ui/widget-fields';
import { WidgetPreview } from '../ui/widget-preview';

@Component({
  imports: [
    AnswerTrialBox,
    BaButton,
    BaCallout,
    BaEmpty,
    BaIconButton,
    BaPage,
    BaPanel,
    BaSkeleton,
    InstallGuide,
    RouterLink,
    WebsiteAssistant,
    WebsiteGeneral,
    WebsiteWidget,
    WidgetPreview,
  ],
  providers: [WebsiteEditor, AnswerTrial],
  templateUrl: './website-edit.page.html',
  styleUrl: '../../../editing/page.css',
})
export default class WebsiteEditPage implements Editing {
  /** From the route; absent for a new website. */
  readonly id = input<string>();

  protected readonly editor = inject(WebsiteEditor);
  protected readonly trial = inject(AnswerTrial);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);

  protected readonly draft = this.editor.draft;
  protected readonly heading = computed(() => this.editor.website()?.name ?? (this.id() ? '' : 'New website'));
  protected readonly ready = computed(() => !this.id() || this.editor.website() !== null);
  protected readonly mayEdit = this.signedIn.can('website.edit');
  protected readonly mayRemove = this.signedIn.can('website.create');

  constructor() {
    guardWindow(this);
    effect(() => {
      const id = this.id();
      untracked(() => {
        if (id && this.editor.website()?.id !== id) void this.editor.open(id);
      });
    });
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected async save(): Promise<void> {
    if (!(await this.editor.save())) return;
    this.toasts.done('Website saved');
    const website = this.editor.website();
    if (!this.id() && website) await this.router.navigate(['/websites', website.id], { replaceUrl: true });
  }

  protected async remove(name: string): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: `Delete ${name}?`,
      body: 'Its chat stops working at once on every page. Past conversations stay in the database but can no longer be reached here.',
      confirm: 'Delete website',
      look: 'danger',
    });
    if (!sure) return;
    try {
      await this.editor.remove();
      this.toasts.done(`${name} was deleted`);
      await this.router.navigate(['/websites']);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
