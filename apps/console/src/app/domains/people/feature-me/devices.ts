import { Component, inject } from '@angular/core';
import type { LoginSession } from '#contracts';
import { BaButton, BaChip, BaIcon, BaPanel, BaSkeleton, BaTime, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { Texts } from '../../../i18n';
import { DeviceList } from '../data/device-list';
import { deviceIn } from '../data/device-name';
import { peopleTexts } from '../texts';
import { LoadProblem } from '../ui/load-problem';

/** Where one is signed in, and the way to end it. */
@Component({
  selector: 'baton-devices',
  imports: [BaButton, BaChip, BaIcon, BaPanel, BaSkeleton, BaTime, LoadProblem],
  providers: [DeviceList],
  template: `
    <ba-panel [heading]="t('me.devices')" padding="none">
      @if (list.problem(); as problem) {
        <baton-load-problem [heading]="t('me.devicesFailed')" [problem]="problem" (again)="list.reload()" />
      } @else if (list.loading() && list.devices().length === 0) {
        <ba-skeleton shape="rows" [count]="2" />
      } @else {
        <ul>
          @for (device of list.devices(); track device.id) {
            <li>
              <ba-icon name="screen" [size]="18" />
              <div>
                <b>{{ nameOf(device) }}</b>
                @if (device.current) {
                  <ba-chip tone="accent">{{ t('me.here') }}</ba-chip>
                }
                <span class="quiet">
                  {{ t('me.since', { when: day(device.createdAt) }) }}
                  @if (device.address) {
                    {{ t('me.from', { address: device.address }) }}
                  }
                  · {{ t('person.lastSeen') }}: <ba-time [at]="device.lastSeenAt" />
                </span>
              </div>
              @if (!device.current) {
                <button ba-button type="button" [attr.aria-label]="t('me.signOutName', { device: nameOf(device) })" (click)="signOut(device)">
                  {{ t('me.signOut') }}
                </button>
              }
            </li>
          }
        </ul>
        @if (list.others().length > 0) {
          <div class="foot">
            <button ba-button type="button" (click)="signOutOthers()">{{ t('me.signOutOthers') }}</button>
          </div>
        }
      }
    </ba-panel>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: center;
      padding: 12px 16px;
    }
    li + li,
    .foot {
      border-top: 1px solid var(--line);
    }
    li > div {
      flex: 1;
      min-width: 0;
    }
    li > ba-icon {
      color: var(--text-3);
    }
    b {
      font-weight: 500;
      margin-right: 6px;
    }
    .quiet {
      display: block;
      color: var(--text-3);
      font-size: 12px;
    }
    .foot {
      padding: 12px 16px;
    }
  `,
})
export class Devices {
  protected readonly t = peopleTexts();
  protected readonly list = inject(DeviceList);
  private readonly texts = inject(Texts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);

  protected nameOf({ userAgent }: LoginSession): string {
    const device = deviceIn(userAgent);
    return device ? this.t('me.device', { browser: device.browser, system: device.system }) : this.t('me.unknownDevice');
  }

  protected day(iso: string): string {
    return new Date(iso).toLocaleDateString(this.texts.locale(), { dateStyle: 'medium' });
  }

  protected async signOut({ id }: LoginSession): Promise<void> {
    await this.attempt(() => this.list.signOut(id), this.t('me.signedOut'));
  }

  protected async signOutOthers(): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.t('me.othersTitle'),
      body: this.t('me.othersBody'),
      confirm: this.t('me.signOutOthers'),
      look: 'danger',
    });
    if (sure) await this.attempt(() => this.list.signOutOthers(), this.t('me.othersDone'));
  }

  private async attempt(act: () => Promise<void>, done: string): Promise<void> {
    try {
      await act();
      this.toasts.done(done);
    } catch (error) {
      this.list.reload();
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
