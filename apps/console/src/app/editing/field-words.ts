import { readsEnglish, wordsFor } from './words';

/** What the server says at a field, and the words people read for it. Numbers in the message are the count. */
const KNOWN: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^must not be blank$/u, 'blank'],
  [/^(must|should) not be empty$|^must be defined$|^should not be null or undefined$/u, 'missing'],
  [/^must be longer than or equal to (\d+) characters$/u, 'short'],
  [/^must be shorter than or equal to (\d+) characters$/u, 'long'],
  [/^must not be less than (-?[\d.]+)$|^must contain at least (\d+) elements$/u, 'atLeast'],
  [/^must not be greater than (-?[\d.]+)$|^must contain no more than (\d+) elements$/u, 'atMost'],
  [/^must be an email$/u, 'email'],
  [/^must be (a|an) (URL|http\(s\)) address$/u, 'url'],
  [/^must be an integer number$/u, 'whole'],
  [/^must be a colour/u, 'colour'],
  [/^is taken already$/u, 'taken'],
  [/^is wrong, or was wrong too often$/u, 'wrong'],
  [/^must be in the future$/u, 'future'],
  [/^is no role$/u, 'role'],
  [/^is nobody who works here$/u, 'nobody'],
  [/^is needed for this responder$/u, 'needed'],
  [/^must name each website once$/u, 'twice'],
];

/** In the chosen language; what is not known by heart is at least said to be wrong. @param message without the field's name */
export function fieldWords(message: string): string {
  if (readsEnglish()) return message;
  for (const [pattern, key] of KNOWN) {
    const match = pattern.exec(message);
    if (!match) continue;
    const count = match.slice(1).find((group) => group !== undefined && !Number.isNaN(Number(group)));
    return wordsFor(`field.${key}`, count === undefined ? {} : { count: Number(count) }) ?? message;
  }
  return wordsFor('field.wrongValue') ?? message;
}
