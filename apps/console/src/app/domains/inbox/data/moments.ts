import { computed, inject, Injectable } from '@angular/core';
import { Texts } from '../../../i18n';
import { inboxTexts } from '../texts';

const MINUTE_S = 60;

/** Times and spans of time, written as the chosen language writes them. */
@Injectable({ providedIn: 'root' })
export class Moments {
  private readonly t = inboxTexts();
  private readonly texts = inject(Texts);

  private readonly formats = computed(() => {
    const locale = this.texts.locale();
    return {
      time: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }),
      shortDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
      longDay: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
      full: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
    };
  });

  timeOfDay(iso: string): string {
    return this.formats().time.format(Date.parse(iso));
  }

  full(iso: string): string {
    return this.formats().full.format(Date.parse(iso));
  }

  /** `9:41` on the day of `now`, else `12 Nov`. */
  timeOrDay(iso: string, now = Date.now()): string {
    const { time, shortDay } = this.formats();
    return (isSameDay(Date.parse(iso), now) ? time : shortDay).format(Date.parse(iso));
  }

  /** The heading over a day in the thread. */
  dayName(iso: string, now = Date.now()): string {
    const at = Date.parse(iso);
    if (isSameDay(at, now)) return this.t('times.today');
    const yesterday = new Date(now);
    yesterday.setDate(yesterday.getDate() - 1);
    return isSameDay(at, yesterday.getTime()) ? this.t('times.yesterday') : this.formats().longDay.format(at);
  }

  /** For numbers that are looked at, not glanced over: `40 s`, `6 m`, `2 h 5 m`. Rounded down. */
  exactSpan(seconds: number): string {
    if (seconds < MINUTE_S) return this.t('times.seconds', { number: Math.max(0, Math.floor(seconds)) });
    const minutes = Math.floor(seconds / MINUTE_S);
    if (minutes < 60) return this.t('times.minutes', { number: minutes });
    const hours = Math.floor(minutes / 60);
    if (hours >= 24) return this.t('times.days', { number: Math.floor(hours / 24) });
    return minutes % 60 === 0 ? this.t('times.hours', { number: hours }) : this.t('times.hoursMinutes', { hours, minutes: minutes % 60 });
  }

  /** Words for a promise: `about 5 minutes`, `about 2 hours`. Rounded up: promises are kept early, not late. */
  aboutSpan(seconds: number): string {
    const minutes = Math.max(1, Math.ceil(seconds / MINUTE_S));
    return minutes < 60 ? this.t('times.aboutMinutes', { count: minutes }) : this.t('times.aboutHours', { count: Math.ceil(minutes / 60) });
  }

  /** `9:47 Warsaw`: the visitor's clock and the place their zone is named after; null for zones nobody knows. */
  placeTime(timeZone: string | null, now: number): string | null {
    if (timeZone === null) return null;
    try {
      const time = new Intl.DateTimeFormat(this.texts.locale(), { hour: 'numeric', minute: '2-digit', timeZone }).format(now);
      const place = timeZone.includes('/') ? timeZone.split('/').at(-1)!.replaceAll('_', ' ') : timeZone;
      return `${time} ${place}`;
    } catch {
      return null;
    }
  }

  /** `English` for `en` or `en-GB`; the tag itself when it names no language. */
  languageName(tag: string | null | undefined): string {
    if (!tag) return this.t('context.languageUnknown');
    try {
      return new Intl.DisplayNames(this.texts.locale(), { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }
}

/** A key that is equal for moments of the same local day. */
export const dayKey = (iso: string): string => new Date(iso).toDateString();

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
