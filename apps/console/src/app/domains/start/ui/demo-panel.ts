import { Component, computed, inject, output, type OnInit } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaPanel, Dialogs, Toasts } from '#ui';
import { Texts } from '../../../i18n';
import { SignedIn } from '../../../shell/signed-in';
import { DemoDataStore } from '../data/demo-data.store';
import { startTexts } from '../texts';

/** Demo data: what it is, whether it is there, in and out. */
@Component({
  selector: 'baton-demo-panel',
  imports: [BaButton, BaPanel, RouterLink],
  providers: [DemoDataStore],
  template: `
    @if (demo.data(); as data) {
      <ba-panel [heading]="t('demo.heading')">
        <span aside>{{ tally() }}</span>
        <div class="row">
          @switch (data.state) {
            @case ('absent') {
              <p>{{ t('demo.absent') }}</p>
              <button ba-button type="button" [busy]="demo.busy()" (click)="load()">{{ t('demo.load') }}</button>
            }
            @case ('loading') {
              <p>{{ t('demo.loading') }}</p>
              <button ba-button type="button" [busy]="demo.busy()" (click)="load()">{{ t('demo.goOn') }}</button>
            }
            @case ('loaded') {
              @if (data.removable) {
                <p>{{ t('demo.loaded', { websites: websites() }) }}</p>
                <button ba-button look="danger" type="button" [busy]="demo.busy()" (click)="remove()">{{ t('demo.remove') }}</button>
              } @else {
                <p>{{ t('demo.loaded', { websites: websites() }) }} {{ t('demo.notYet') }}</p>
                <a ba-button routerLink="/people/new">{{ t('demo.invite') }}</a>
              }
            }
          }
        </div>
      </ba-panel>
    }
  `,
  styles: `
    .row {
      display: flex;
      gap: 12px 20px;
      align-items: center;
      justify-content: space-between;
    }
    p {
      margin: 0;
      color: var(--text-2);
      max-width: 62ch;
    }
    @media (max-width: 720px) {
      .row {
        flex-direction: column;
        align-items: stretch;
      }
    }
  `,
})
export class DemoPanel implements OnInit {
  /** Websites and people have come or gone. */
  readonly changed = output<void>();

  protected readonly t = startTexts();
  protected readonly demo = inject(DemoDataStore);
  private readonly texts = inject(Texts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);

  protected readonly websites = computed(() => {
    const names = this.demo.data()?.websites.map(({ name }) => name) ?? [];
    return new Intl.ListFormat(this.texts.locale()).format(names);
  });
  protected readonly tally = computed(() => {
    const data = this.demo.data();
    if (!data || data.state === 'absent') return '';
    return `${this.t('demo.conversations', { count: data.conversations })}, ${this.t('demo.people', { count: data.people })}`;
  });

  ngOnInit(): void {
    void this.demo.look();
  }

  protected async load(): Promise<void> {
    this.tell(await this.demo.load(), 'demo.loadedNow');
  }

  protected async remove(): Promise<void> {
    const includesYou = this.demo.data()?.includesYou === true;
    const body = includesYou ? `${this.t('demo.warning')} ${this.t('demo.you')}` : this.t('demo.warning');
    const sure = await this.dialogs.confirm({ title: this.t('demo.question'), body, confirm: this.t('demo.remove'), look: 'danger' });
    if (!sure) return;
    const worked = await this.demo.remove();
    if (worked && includesYou) return this.leave();
    this.tell(worked, 'demo.removedNow');
  }

  private tell(worked: boolean, news: 'demo.loadedNow' | 'demo.removedNow'): void {
    if (worked) this.toasts.done(this.t(news));
    else this.toasts.fail(this.t('demo.failed'));
    this.changed.emit();
  }

  private async leave(): Promise<void> {
    this.signedIn.forget();
    await this.router.navigateByUrl('/login');
  }
}
