import type { TextsLike } from '../../../i18n';
import type { en } from './en';

export const es: TextsLike<typeof en> = {};
