import fastq, { type queueAsPromised } from 'fastq';
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 30 ms. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** Two at a time: a flood of logins must not take every thread of the process, nor its memory. */
const hashing: queueAsPromised<Argon2Parameters, Buffer> = fastq.promise((parameters: Argon2Parameters) => derive('argon2id', parameters), 2);

/** @returns the PHC string `$argon2id$v=19$m=…,t=…,p=…$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await hashing.push({ message: password, nonce, ...COST });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(nonce)}$${unpadded(hash)}`;
}

/** @param stored null, for an account that is not there or has no password, costs the same time and fits nothing */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const [, , , cost = '', salt = '', hash = ''] = (stored ?? DECOY).split('$');
  const { m, t, p } = Object.fromEntries(cost.split(',').map((part) => part.split('='))) as Record<'m' | 't' | 'p', string>;
  const expected = Buffer.from(hash, 'base64');
  const actual = await hashing.push({
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(m),
    passes: Number(t),
    parallelism: Number(p),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected) && stored !== null;
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
const DECOY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(COST.tagLength))}`;
