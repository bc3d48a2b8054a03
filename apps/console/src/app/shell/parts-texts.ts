import { inject } from '@angular/core';
import type { UiTexts } from '#ui';
import { Texts } from '../i18n';
import { shellTexts } from './texts';

/** What the parts of `libs/ui` say. Read anew each time, so that a part drawn in one language speaks the next. */
export function partsTexts(): UiTexts {
  const t = shellTexts();
  const texts = inject(Texts);
  return {
    get locale() {
      return texts.locale();
    },
    get close() {
      return t('parts.close');
    },
    get cancel() {
      return t('parts.cancel');
    },
    get copy() {
      return t('parts.copy');
    },
    get copied() {
      return t('parts.copied');
    },
    get dismiss() {
      return t('parts.dismiss');
    },
    get notifications() {
      return t('parts.notifications');
    },
    get now() {
      return t('parts.now');
    },
    remove: (what) => t('parts.remove', { what }),
    minutes: (number) => t('parts.minutes', { number }),
    hours: (number) => t('parts.hours', { number }),
    days: (number) => t('parts.days', { number }),
    left: (time) => t('parts.left', { time }),
    over: (time) => t('parts.over', { time }),
  };
}
