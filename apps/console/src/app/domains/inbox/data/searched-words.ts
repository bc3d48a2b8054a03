/** Whether letters are large, or carry an accent, does not matter to a search; every letter stays in its place. */
export function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldedLetter(text[at]!)).join('');
}

/** The words of a search: all of them are wanted, in any order. */
export const searchedWords = (search: string): readonly string[] => folded(search).split(/\s+/u).filter(Boolean);

function foldedLetter(letter: string): string {
  const small = letter.normalize('NFD')[0]!.toLowerCase();
  return small.length === 1 ? small : letter;
}
