import { isEmail } from 'class-validator';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IdentityProof } from '#contracts';
import { Problem } from '../../platform/problems/index.js';

/** Whom the website's own server vouches for. */
export interface ProvenIdentity {
  /** What the website calls this person. */
  readonly externalId: string;
  readonly email?: string;
  readonly name?: string;
}

/** Says the same whatever was wrong: the details would help only somebody who guesses. */
export class IdentityInvalid extends Problem {
  readonly code = 'identity.invalid';
  readonly status = 401;
  constructor() {
    super("The identity could not be verified: it has expired, or it was not made for this website with the website's identity secret.");
  }
}

export const EXTERNAL_ID_MAX_CHARS = 200;
/** A token that is lost must not be of use for long. */
const LIVES_AT_MOST_MS = 24 * 60 * 60 * 1000;
/** By how much the clock of whoever made the token may differ from ours. */
const CLOCKS_DIFFER_MS = 60_000;

export interface ProofTerms {
  /** Null where the website has none: then nobody can prove anything. */
  readonly secret: string | null;
  /** The website's public key; a token that names an audience must name it. */
  readonly audience: string;
  readonly now: Date;
}

/**
 * Reads a token signed with HS256, or an id beside its HMAC-SHA256 in hex; both under the website's identity secret.
 * @throws IdentityInvalid
 */
export function proveIdentity(proof: IdentityProof, { secret, audience, now }: ProofTerms): ProvenIdentity {
  if (secret === null) throw new IdentityInvalid();
  if (typeof proof === 'string') return claimsOf(proof, secret, audience, now.getTime());
  if (!isSignature(Buffer.from(proof.hash, 'hex'), proof.userId, secret)) throw new IdentityInvalid();
  return { externalId: externalIdOf(proof.userId) };
}

function claimsOf(token: string, secret: string, audience: string, now: number): ProvenIdentity {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) throw new IdentityInvalid();
  const [header, payload, signature] = parts as [string, string, string];
  // The signature first, so that nothing unsigned is ever interpreted. The algorithm is ours to name, not the token's.
  if (!isSignature(Buffer.from(signature, 'base64url'), `${header}.${payload}`, secret)) throw new IdentityInvalid();
  const { alg, crit } = objectIn(header);
  if (alg !== 'HS256' || crit !== undefined) throw new IdentityInvalid();

  const { sub, exp, nbf, aud, email, name } = objectIn(payload);
  if (typeof exp !== 'number' || exp * 1000 <= now || exp * 1000 > now + LIVES_AT_MOST_MS + CLOCKS_DIFFER_MS) throw new IdentityInvalid();
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf * 1000 <= now + CLOCKS_DIFFER_MS)) throw new IdentityInvalid();
  if (aud !== undefined && aud !== audience && !(Array.isArray(aud) && aud.includes(audience))) throw new IdentityInvalid();
  return {
    externalId: externalIdOf(sub),
    ...(email == null ? {} : { email: textOf(email, 320, isEmail) }),
    ...(name == null ? {} : { name: textOf(name, 200) }),
  };
}

function isSignature(given: Buffer, text: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(text).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function objectIn(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // The one who signed it wrote something else than a token.
  }
  throw new IdentityInvalid();
}

function externalIdOf(value: unknown): string {
  return textOf(value, EXTERNAL_ID_MAX_CHARS);
}

function textOf(value: unknown, most: number, holds: (text: string) => boolean = () => true): string {
  if (typeof value !== 'string' || !/\S/.test(value) || value.length > most || value.includes('\0') || !value.isWellFormed() || !holds(value)) {
    throw new IdentityInvalid();
  }
  return value;
}
