import { inject, Injectable, InjectionToken, signal } from '@angular/core';

/** The browser's own question for notifications; absent where there are none. */
export const NOTIFICATIONS = new InjectionToken<typeof Notification | null>('Notifications', { factory: () => globalThis.Notification ?? null });

export interface AlertSettings {
  readonly desktop: boolean;
  readonly sound: boolean;
}

const STORAGE_KEY = 'baton.alerts';
const SILENT: AlertSettings = { desktop: false, sound: false };

/** How this device may call for attention; silent until somebody says otherwise. */
@Injectable({ providedIn: 'root' })
export class AlertChoices {
  private readonly notifications = inject(NOTIFICATIONS);
  private readonly chosen = signal(remembered());

  readonly settings = this.chosen.asReadonly();

  /** @returns false when the browser refuses notifications, so that they stay off */
  async switchDesktop(on: boolean): Promise<boolean> {
    const allowed = !on || (await this.notifications?.requestPermission()) === 'granted';
    this.keep({ desktop: on && allowed });
    return allowed;
  }

  switchSound(on: boolean): void {
    this.keep({ sound: on });
  }

  private keep(change: Partial<AlertSettings>): void {
    this.chosen.update((settings) => ({ ...settings, ...change }));
    localStorage.setItem(STORAGE_KEY, JSON.stringify(this.chosen()));
  }
}

function remembered(): AlertSettings {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<AlertSettings> | null;
    return { desktop: stored?.desktop === true, sound: stored?.sound === true };
  } catch {
    return SILENT;
  }
}
