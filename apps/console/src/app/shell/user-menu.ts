import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { BaAvatar, BaIcon, BaKbd, BaMenu, BaMenuFor, BaMenuItem, BaMenuSwitch, Dialogs, type IconName, Toasts } from '#ui';
import { AlertChoices } from './alerts';
import { ShortcutHelp } from './shortcut-help';
import { SignedIn } from './signed-in';
import { Theme, THEME_CHOICES, type ThemeChoice } from './theme';

const THEME_NAMES: Readonly<Record<ThemeChoice, { label: string; icon: IconName }>> = {
  system: { label: 'Theme of the system', icon: 'screen' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
};

/** Presence, theme, help and the way out. */
@Component({
  selector: 'baton-user-menu',
  imports: [BaAvatar, BaIcon, BaKbd, BaMenu, BaMenuFor, BaMenuItem, BaMenuSwitch],
  template: `
    @if (signedIn.user(); as user) {
      <button class="me" type="button" [ba-menu-for]="menu" [attr.aria-label]="user.name + ', ' + (isAway() ? 'away' : 'online')">
        <ba-avatar kind="agent" [name]="user.name" [size]="28" />
        <span class="presence" [class.away]="isAway()"></span>
      </button>
    }
    <ng-template #menu>
      <ba-menu label="You">
        @if (signedIn.user(); as user) {
          <div class="head">
            <b>{{ user.name }}</b>
            <span>{{ user.email }}</span>
          </div>
        }
        <button ba-menu-item [icon]="isAway() ? 'bell' : 'bell-off'" (chosen)="setPresence(isAway() ? 'online' : 'away')">
          {{ isAway() ? 'Go online' : 'Set me as away' }}
        </button>
        <hr />
        @for (choice of themeChoices; track choice) {
          <button ba-menu-item [icon]="themeNames[choice].icon" (chosen)="theme.choose(choice)">
            {{ themeNames[choice].label }}
            @if (theme.choice() === choice) {
              <ba-icon class="tick" name="check" [size]="13" /><span class="ba-hidden-text">, chosen</span>
            }
          </button>
        }
        <hr />
        <button ba-menu-switch [checked]="alerts.settings().desktop" (chosen)="switchDesktop()">Desktop notifications</button>
        <button ba-menu-switch [checked]="alerts.settings().sound" (chosen)="alerts.switchSound(!alerts.settings().sound)">Sound</button>
        <hr />
        <button ba-menu-item icon="keyboard" (chosen)="showHelp()">Keyboard shortcuts <ba-kbd keys="?" /></button>
        <button ba-menu-item icon="logout" (chosen)="signOut()">Sign out</button>
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
    .tick {
      margin-left: 6px;
      color: var(--accent);
      vertical-align: -2px;
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
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly signedIn = inject(SignedIn);
  protected readonly theme = inject(Theme);
  protected readonly alerts = inject(AlertChoices);
  protected readonly themeChoices = THEME_CHOICES;
  protected readonly themeNames = THEME_NAMES;

  private readonly leaving = signal(false);
  protected readonly isAway = computed(() => this.signedIn.user()?.presence === 'away');

  protected async setPresence(presence: 'online' | 'away'): Promise<void> {
    try {
      await this.signedIn.setPresence(presence);
    } catch {
      this.toasts.fail('Your presence could not be changed. Try again when the connection is back.');
    }
  }

  protected async switchDesktop(): Promise<void> {
    const allowed = await this.alerts.switchDesktop(!this.alerts.settings().desktop);
    if (!allowed) this.toasts.fail('The browser does not allow notifications for this page. Its site settings can change that.');
  }

  protected showHelp(): void {
    void this.dialogs.open(ShortcutHelp);
  }

  protected async signOut(): Promise<void> {
    if (this.leaving()) return;
    this.leaving.set(true);
    try {
      await this.signedIn.signOut();
      await this.router.navigateByUrl('/login');
    } catch {
      this.toasts.fail('You could not be signed out. Check the connection and try again.');
    } finally {
      this.leaving.set(false);
    }
  }
}
