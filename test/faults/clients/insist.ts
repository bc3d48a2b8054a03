import { BatonError } from '#sdk';
import type { Dice } from '../dice.js';
import { beforeNextTry, type Load } from '../load.js';

export type Insisted<T> =
  | { readonly kind: 'yes'; readonly body: T }
  | { readonly kind: 'no'; readonly error: BatonError }
  /** The load ended before anybody answered. */
  | { readonly kind: 'unknown' };

/** Repeats a call of the SDK until the server says yes or no. The call must be one that may be repeated. */
export async function insist<T>(load: Load, dice: Dice, call: () => Promise<T>): Promise<Insisted<T>> {
  for (;;) {
    try {
      return { kind: 'yes', body: await call() };
    } catch (error) {
      if (!(error instanceof BatonError)) throw error;
      if (!error.worthRetrying) return { kind: 'no', error };
      if (load.pastPatience) return { kind: 'unknown' };
      await beforeNextTry(dice);
    }
  }
}
