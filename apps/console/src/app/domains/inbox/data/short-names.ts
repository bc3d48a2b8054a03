interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What tells websites apart, by their ids: `Outdoors` and `Rentals` for `Northwind Outdoors` and `Northwind Rentals`. Where
 * there is one, nothing has to be told apart.
 */
export function shortNames(websites: readonly Named[]): Readonly<Record<string, string>> {
  if (websites.length < 2) return Object.fromEntries(websites.map(({ id }) => [id, '']));
  const words = websites.map(({ name }) => name.split(' '));
  const first = words[0]!;
  let shared = 0;
  while (words.every((each) => each.length > shared + 1 && each[shared] === first[shared])) shared++;
  return Object.fromEntries(websites.map(({ id }, at) => [id, words[at]!.slice(shared).join(' ')]));
}
