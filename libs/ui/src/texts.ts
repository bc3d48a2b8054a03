import { InjectionToken } from '@angular/core';

/** The few words the parts say by themselves; the console provides them in the agent's language. */
export interface UiTexts {
  /** In which dates and numbers are written. */
  readonly locale: string;
  readonly close: string;
  readonly cancel: string;
  readonly copy: string;
  readonly copied: string;
  readonly dismiss: string;
  readonly notifications: string;
  readonly remove: (what: string) => string;
  readonly now: string;
  readonly minutes: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
  readonly left: (time: string) => string;
  readonly over: (time: string) => string;
}

export const ENGLISH_UI_TEXTS: UiTexts = {
  locale: 'en',
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
  remove: (what) => `Remove ${what}`,
  now: 'now',
  minutes: (count) => `${count} m`,
  hours: (count) => `${count} h`,
  days: (count) => `${count} d`,
  left: (time) => `${time} left`,
  over: (time) => `${time} over`,
};

export const UI_TEXTS = new InjectionToken<UiTexts>('UI_TEXTS', { providedIn: 'root', factory: () => ENGLISH_UI_TEXTS });
