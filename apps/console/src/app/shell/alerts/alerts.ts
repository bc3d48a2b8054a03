import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { HandoffSummary } from '#contracts';
import { AlertChoices, NOTIFICATIONS } from './alert-settings';
import { Chime } from './chime';

export interface Alert {
  readonly handoff: HandoffSummary;
  readonly title: string;
  readonly view: 'mine' | 'unassigned';
}

/** Calls for attention while nobody looks at the page, as far as this device allows it. */
@Injectable({ providedIn: 'root' })
export class Alerts {
  private readonly router = inject(Router);
  private readonly choices = inject(AlertChoices);
  private readonly chime = inject(Chime);
  private readonly notifications = inject(NOTIFICATIONS);

  raise(alert: Alert): void {
    if (!document.hidden && document.hasFocus()) return;
    const { desktop, sound } = this.choices.settings();
    if (sound) this.chime.ring();
    if (desktop && document.hidden) this.notify(alert);
  }

  private notify({ handoff, title, view }: Alert): void {
    const { notifications } = this;
    if (notifications?.permission !== 'granted') return;
    try {
      // One for each handoff, and one only with several tabs open: the tag replaces the earlier one.
      const notice = new notifications(title, { body: handoff.lastMessage?.text ?? handoff.reason, tag: `baton-${handoff.id}` });
      notice.onclick = () => {
        window.focus();
        notice.close();
        void this.router.navigate(['/inbox', view, handoff.id]);
      };
    } catch {
      // Some phones have notifications for installed pages alone.
    }
  }
}
