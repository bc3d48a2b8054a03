import type { Rounds } from './workload.js';

export interface Believed {
  readonly rounds: Rounds;
  /** Of all rounds together; what is left of them was found again and again. */
  readonly falls: readonly string[];
}

/**
 * Measures until nothing falls below, `attempts` times at most. The rounds of all attempts count together, so one bad moment
 * of the machine is made up for by a better one, and what is slower every time stays slower.
 * @param again told what fell, before it is measured once more
 */
export async function believed(
  measureOnce: () => Promise<Rounds>,
  fallsIn: (rounds: Rounds) => readonly string[],
  { attempts, again }: { readonly attempts: number; readonly again: (falls: readonly string[]) => void },
): Promise<Believed> {
  let rounds = await measureOnce();
  let falls = fallsIn(rounds);
  for (let attempt = 1; attempt < attempts && falls.length > 0; attempt++) {
    again(falls);
    rounds = pooled(rounds, await measureOnce());
    falls = fallsIn(rounds);
  }
  return { rounds, falls };
}

export function pooled(rounds: Rounds, further: Rounds): Rounds {
  return new Map([...rounds].map(([name, samples]) => [name, [...samples, ...further.get(name)!]]));
}
