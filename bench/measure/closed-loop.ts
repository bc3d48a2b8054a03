export interface Done {
  readonly operations: number;
  readonly seconds: number;
}

/** `atOnce` workers do the same again and again, each as soon as it is done, until the time is over. */
export async function closedLoop(atOnce: number, seconds: number, operate: (worker: number) => Promise<unknown>): Promise<Done> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let operations = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async (_, worker) => {
      while (performance.now() < until) {
        await operate(worker);
        operations += 1;
      }
    }),
  );
  return { operations, seconds: (performance.now() - began) / 1000 };
}
