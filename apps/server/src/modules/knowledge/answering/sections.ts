/** Numbers side by side in one piece of memory: a model is stored, sent between threads and read without being copied. */
export type Numbers = Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

const KINDS = { f32: Float32Array, i32: Int32Array, u32: Uint32Array, u8: Uint8Array } as const;
const ALIGNMENT = 8;

interface Table {
  readonly about: unknown;
  readonly sections: readonly { readonly name: string; readonly kind: keyof typeof KINDS; readonly length: number }[];
}

/** @param about anything JSON can hold */
export function packed(about: unknown, sections: Readonly<Record<string, Numbers>>): Uint8Array<ArrayBuffer> {
  const table: Table = {
    about,
    sections: Object.entries(sections).map(([name, numbers]) => ({ name, kind: kindOf(numbers), length: numbers.length })),
  };
  const head = new TextEncoder().encode(JSON.stringify(table));
  const start = aligned(4 + head.length);
  const bytes = new Uint8Array(Object.values(sections).reduce((size, { byteLength }) => size + aligned(byteLength), start));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = start;
  for (const numbers of Object.values(sections)) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at += aligned(numbers.byteLength);
  }
  return bytes;
}

/** @throws when the bytes are not what `packed` made, or not all of it */
export function unpacked(bytes: Uint8Array<ArrayBuffer>): { about: unknown; sections: Readonly<Record<string, Numbers>> } {
  if (bytes.byteOffset % ALIGNMENT !== 0) return unpacked(bytes.slice());
  if (bytes.length < 4) throw new Error('These bytes are no model.');
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { about, sections } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as Table;
  const read: Record<string, Numbers> = {};
  let at = bytes.byteOffset + aligned(4 + headLength);
  for (const { name, kind, length } of sections) {
    read[name] = new KINDS[kind](bytes.buffer, at, length);
    at += aligned(read[name].byteLength);
  }
  if (at !== bytes.byteOffset + bytes.length) throw new Error('This model is not whole.');
  return { about, sections: read };
}

function kindOf(numbers: Numbers): keyof typeof KINDS {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => numbers instanceof KINDS[kind])!;
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
