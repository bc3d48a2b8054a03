import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;

/** A sealed secret names a key that this process does not have. */
export class SecretKeyMissing extends Error {
  constructor(keyId: string) {
    super(
      `A stored secret was encrypted with another key (id ${keyId}). Set BATON_SECRET_KEY to the value it was stored under, or enter the secret again.`,
    );
    this.name = new.target.name;
  }
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Any text of enough entropy is a key: HKDF-SHA-256 (RFC 5869) makes 32 bytes of it, and the id tells nothing about them. */
function deriveKey(material: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', material, 'baton', 'secrets at rest', 32));
  return { id: createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8), bytes };
}

/**
 * AES-256-GCM under the first of several keys; the others still open what they once sealed. A sealed secret is
 * `v1.<key id>.<nonce>.<tag>.<ciphertext>` in base64url, bound to `about` (for example `website.ai_key:<id>`), so that
 * it cannot be copied to another row.
 */
export class Keyring {
  private readonly keys: readonly [Key, ...Key[]];

  constructor(first: string, ...older: readonly string[]) {
    this.keys = [deriveKey(first), ...older.map(deriveKey)];
  }

  seal(secret: string, about: string): string {
    const [key] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key.bytes, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return ['v1', key.id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws SecretKeyMissing; Error when it was altered or belongs to something else */
  open(sealed: string, about: string): string {
    const [version, keyId = '', ...parts] = sealed.split('.');
    if (version !== 'v1' || parts.length !== 3) throw new Error('A stored secret has an unknown form.');
    const key = this.keys.find((candidate) => candidate.id === keyId);
    if (!key) throw new SecretKeyMissing(keyId);
    const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: 16 }).setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  }
}
