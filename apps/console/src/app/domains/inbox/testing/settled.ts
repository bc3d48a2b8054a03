/** Lets everything that is already on its way arrive: promises, and what they lead to. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
