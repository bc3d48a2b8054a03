import { randomBytes } from 'node:crypto';

export const API_KEY_FORM = /^bk_[\w-]{43}$/;

/** The prefix lets secret scanners, and the guard, tell a key from a visitor's token. */
export const newApiKey = (): string => `bk_${randomBytes(32).toString('base64url')}`;
