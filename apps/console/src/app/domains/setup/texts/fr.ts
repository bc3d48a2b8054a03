import type { TextsLike } from '../../../i18n';
import type { en } from './en';

export const fr: TextsLike<typeof en> = {};
