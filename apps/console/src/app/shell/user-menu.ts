import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { BaAvatar, BaKbd, BaMenu, BaMenuChoice, BaMenuFor, BaMenuItem, BaMenuRadio, BaMenuSwitch, Dialogs, type IconName, Toasts } from '#ui';
import { AlertChoices } from './alerts';
import { ShortcutHelp } from './shortcut-help';
import { SignedIn } from './signed-in';
import { Preferences } from './preferences';
import type { ThemeChoice } from './preferences/theme';
import { shellTexts } from './texts';

const THEME_ICONS: Readonly<Record<ThemeChoice, IconName>> = { system: 'screen', light: 'sun', dark: 'moon' };

/** Presence, one's preferences, help and the way out. */
@Component({
  selector: 'baton-user-menu',
  imports: [BaAvatar, BaKbd, BaMenu, BaMenuChoice, BaMenuFor, BaMenuItem, BaMenuRadio, BaMenuSwitch],
  template: `
    @if (signedIn.user(); as user) {
      <button class="me" type="button" [ba-menu-for]="menu" [attr.aria-label]="t(isAway() ? 'menu.away' : 'menu.online', { name: user.name })">
        <ba-avatar kind="agent" [name]="user.name" [size]="28" />
        <span class="presence" [class.away]="isAway()"></span>
      </button>
    }
    <ng-template #menu>
      <ba-menu [label]="t('menu.label')">
        @if (signedIn.user(); as user) {
          <div class="head">
            <b>{{ user.name }}</b>
            <span>{{ user.email }}</span>
          </div>
        }
        <button ba-menu-item [icon]="isAway() ? 'bell' : 'bell-off'" (chosen)="setPresence(isAway() ? 'online' : 'away')">
          {{ t(isAway() ? 'menu.goOnline' : 'menu.goAway') }}
        </button>
        <hr />
        <ba-menu-choice [label]="t('preferences.theme')">
          @for (choice of preferences.themes(); track choice.value) {
            <button
              ba-menu-radio
              [icon]="themeIcons[choice.value]"
              [label]="choice.label"
              [checked]="choice.value === preferences.theme()"
              (chosen)="preferences.chooseTheme(choice.value)"
            ></button>
          }
        </ba-menu-choice>
        <ba-menu-choice [label]="t('preferences.density')">
          @for (choice of preferences.densities(); track choice.value) {
            <button
              ba-menu-radio
              [icon]="choice.value === 'compact' ? 'rows-close' : 'rows'"
              [label]="choice.label"
              [checked]="choice.value === preferences.density()"
              (chosen)="preferences.chooseDensity(choice.value)"
            ></button>
          }
        </ba-menu-choice>
        <ba-menu-choice [label]="t('preferences.language')">
          @for (choice of preferences.languages; track choice.value) {
            <button
              ba-menu-radio
              [label]="choice.label"
              [short]="choice.value.toUpperCase()"
              [checked]="choice.value === preferences.language()"
              (chosen)="preferences.chooseLanguage(choice.value)"
            ></button>
          }
        </ba-menu-choice>
        <hr />
        <button ba-menu-switch [checked]="alerts.settings().desktop" (chosen)="switchDesktop()">{{ t('menu.desktop') }}</button>
        <button ba-menu-switch [checked]="alerts.settings().sound" (chosen)="alerts.switchSound(!alerts.settings().sound)">
          {{ t('menu.sound') }}
        </button>
        <hr />
        <button ba-menu-item icon="person" (chosen)="showProfile()">{{ t('menu.profile') }}</button>
        <button ba-menu-item icon="keyboard" (chosen)="showHelp()">{{ t('menu.shortcuts') }} <ba-kbd keys="?" /></button>
        <button ba-menu-item icon="logout" (chosen)="signOut()">{{ t('menu.signOut') }}</button>
      </ba-menu>
    </ng-template>
  `,
  styles: `
    .me {
      position: relative;
      display: block;
      padding: 2px;
      border: 0;
      border-radius: 50%;
      background: none;
      cursor: pointer;
    }
    .presence {
      position: absolute;
      right: 0;
      bottom: 0;
      width: 10px;
      height: 10px;
      border-radius: 50%;
      background: var(--good);
      border: 2px solid var(--sunken);
    }
    .presence.away {
      background: var(--sunken);
      box-shadow: inset 0 0 0 2px var(--warn);
    }
    .head {
      display: flex;
      flex-direction: column;
      padding: 6px 10px 8px;
    }
    .head b {
      font-weight: 600;
    }
    .head span {
      color: var(--text-3);
      font-size: 12px;
    }
    hr {
      width: 100%;
      margin: 3px 0;
      border: 0;
      border-top: 1px solid var(--line);
    }
    @media (max-width: 720px) {
      .me {
        padding: 8px;
      }
      .presence {
        right: 6px;
        bottom: 6px;
      }
    }
  `,
})
export class UserMenu {
  protected readonly t = shellTexts();
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly signedIn = inject(SignedIn);
  protected readonly preferences = inject(Preferences);
  protected readonly alerts = inject(AlertChoices);
  protected readonly themeIcons = THEME_ICONS;

  private readonly leaving = signal(false);
  protected readonly isAway = computed(() => this.signedIn.user()?.presence === 'away');

  protected async setPresence(presence: 'online' | 'away'): Promise<void> {
    try {
      await this.signedIn.setPresence(presence);
    } catch {
      this.toasts.fail(this.t('menu.presenceFailed'));
    }
  }

  protected async switchDesktop(): Promise<void> {
    const allowed = await this.alerts.switchDesktop(!this.alerts.settings().desktop);
    if (!allowed) this.toasts.fail(this.t('menu.notAllowed'));
  }

  protected showHelp(): void {
    void this.dialogs.open(ShortcutHelp);
  }

  protected showProfile(): void {
    void this.router.navigateByUrl('/people/me');
  }

  protected async signOut(): Promise<void> {
    if (this.leaving()) return;
    this.leaving.set(true);
    try {
      await this.signedIn.signOut();
      await this.router.navigateByUrl('/login');
    } catch {
      this.toasts.fail(this.t('menu.signOutFailed'));
    } finally {
      this.leaving.set(false);
    }
  }
}
