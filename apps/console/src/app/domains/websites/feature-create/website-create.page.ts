import { Component, DestroyRef, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaIconButton, BaPage, Toasts } from '#ui';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WidgetPreview } from '../../../editing/widget-preview';
import { Shortcuts } from '../../../shell';
import { WebsiteEditor } from '../data/website-editor';
import { websitesTexts } from '../texts';
import { WebsiteGeneral } from '../ui/general-fields';
import { WebsiteWidget } from '../ui/widget-fields';

/** A new website: its name, where it stands, and its colour. Everything else has a sensible beginning. */
@Component({
  imports: [BaButton, BaCallout, BaIconButton, BaPage, RouterLink, WebsiteGeneral, WebsiteWidget, WidgetPreview],
  providers: [WebsiteEditor],
  template: `
    <ba-page [heading]="t('create.heading')" [widthPx]="1120">
      <a back ba-icon-button icon="left" [label]="t('page.back')" routerLink="/websites"></a>
      <button actions ba-button look="primary" type="submit" form="website" [busy]="draft.saving()">{{ t('page.create') }}</button>
      <p class="quiet">{{ t('create.lead') }}</p>
      @if (draft.problem(); as problem) {
        <ba-callout class="problem" tone="bad">{{ t('page.notSaved', { reason: problem.detail }) }}</ba-callout>
      }
      <div class="columns">
        <form id="website" class="column" novalidate (submit)="$event.preventDefault(); save()">
          <baton-website-general [form]="editor.form" />
          <baton-website-widget [form]="editor.form" [brief]="true" />
        </form>
        <div class="column beside">
          <baton-widget-preview [name]="editor.form.name().value()" [locale]="editor.form.locale().value()" [theme]="editor.form.theme().value()" />
        </div>
      </div>
    </ba-page>
  `,
  styleUrl: '../../../editing/page.css',
})
export default class WebsiteCreatePage implements Editing {
  protected readonly t = websitesTexts();
  protected readonly editor = inject(WebsiteEditor);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  protected readonly draft = this.editor.draft;

  constructor() {
    guardWindow(this);
    const remove = inject(Shortcuts).add({
      id: 'websites.save',
      key: 'mod+s',
      label: () => this.t('commands.save'),
      group: () => this.t('commands.group'),
      run: () => void this.save(),
    });
    inject(DestroyRef).onDestroy(remove);
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected async save(): Promise<void> {
    if (this.draft.saving() || !(await this.editor.save())) return;
    const website = this.editor.website()!;
    this.toasts.done(this.t('page.createdToast', { name: website.name }));
    await this.router.navigate(['/websites', website.id], { replaceUrl: true, fragment: 'install' });
  }
}
