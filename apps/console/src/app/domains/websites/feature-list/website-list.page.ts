import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DestroyRef, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, Toasts } from '#ui';
import { Shortcuts, SignedIn } from '../../../shell';
import { WebsiteList } from '../data/website-list';
import { websitesTexts } from '../texts';
import { WebsiteTable } from '../ui/website-table';

@Component({
  imports: [BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, RouterLink, WebsiteTable],
  providers: [WebsiteList],
  template: `
    <ba-page [heading]="t('list.heading')" [widthPx]="1120">
      @if (mayCreate) {
        <a actions ba-button look="primary" routerLink="new"><ba-icon name="plus" [size]="14" />{{ t('list.add') }}</a>
      }
      <ba-panel padding="none">
        @if (list.problem(); as problem) {
          <ba-empty icon="refresh" [title]="t('list.failed')">
            {{ problem.detail }}
            <button action ba-button type="button" (click)="list.reload()">{{ t('list.again') }}</button>
          </ba-empty>
        } @else if (list.loading()) {
          <ba-skeleton shape="rows" [count]="3" />
        } @else if (list.websites().length > 0) {
          <baton-website-table [websites]="list.websites()" [waiting]="list.waiting()" [seesQueue]="seesQueue" (copied)="copy($event)" />
        } @else {
          <ba-empty icon="website" [title]="t('list.none')">
            {{ t('list.noneHint') }}
            @if (mayCreate) {
              <a action ba-button look="primary" routerLink="new">{{ t('list.addFirst') }}</a>
            }
          </ba-empty>
        }
      </ba-panel>
    </ba-page>
  `,
})
export default class WebsiteListPage {
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  private readonly signedIn = inject(SignedIn);
  protected readonly t = websitesTexts();
  protected readonly list = inject(WebsiteList);
  protected readonly mayCreate = this.signedIn.can('website.create');
  protected readonly seesQueue = this.signedIn.can('handoff.view');

  constructor() {
    const router = inject(Router);
    if (!this.mayCreate) return;
    const remove = inject(Shortcuts).add({
      id: 'websites.create',
      key: 'c',
      label: () => this.t('commands.create'),
      group: () => this.t('commands.group'),
      icon: 'plus',
      run: () => void router.navigateByUrl('/websites/new'),
    });
    inject(DestroyRef).onDestroy(remove);
  }

  protected copy(key: string): void {
    if (this.clipboard.copy(key)) this.toasts.done(this.t('list.copied'));
  }
}
