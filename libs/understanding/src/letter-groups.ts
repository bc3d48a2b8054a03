import { groups, shares as sharesInBase64 } from './letter-figures.generated.js';

/** More places than groups, so that few have to give way to another; a power of two. */
const PLACES = 2 ** 17;

/**
 * Fifty thousand groups of letters and which languages use them, without an object for each: groups of one length stand in one
 * text, and a table of numbers says where.
 */
export class LetterGroups {
  /** Of every group how many languages know it, then language and share in turn. */
  readonly shares = bytesOf(sharesInBase64);
  private readonly texts = Object.entries(groups).map(([length, text]) => ({ length: Number(length), text, first: 0 }));
  private readonly table = new Uint16Array(PLACES);
  private readonly beginnings: Uint32Array;

  constructor() {
    let count = 0;
    for (const text of this.texts) {
      text.first = count;
      count += text.text.length / text.length;
    }
    this.beginnings = new Uint32Array(count);
    for (let n = 0, at = 0; n < count; n++) {
      this.beginnings[n] = at;
      at += 1 + 2 * this.shares[at]!;
    }
    for (const { length, text, first } of this.texts) {
      for (let at = 0; at < text.length; at += length) {
        let place = placeOf(text, at, length);
        while (this.table[place] !== 0) place = (place + 1) % PLACES;
        this.table[place] = first + at / length + 1;
      }
    }
  }

  /** @returns where in `shares` the group begins; -1 when no language knows it */
  beginningOf(group: string): number {
    const known = this.texts.find(({ length }) => length === group.length);
    if (!known) return -1;
    const { length, text, first } = known;
    for (let place = placeOf(group, 0, length); ; place = (place + 1) % PLACES) {
      const found = this.table[place]! - 1;
      if (found < 0) return -1;
      if (text.startsWith(group, (found - first) * length)) return this.beginnings[found]!;
    }
  }
}

/** FNV-1a, of so many characters. */
function placeOf(text: string, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
