import type { IdentityProof } from '#contracts';
import { BatonError } from '../shared/index.js';

/** Asks the website's own server; null when nobody is signed in there. */
export type IdentityProvider = () => Promise<IdentityProof | null | undefined>;

/** A proof that runs out within this time is as good as gone: it has a way to go yet. */
const SOON_MS = 60_000;

/** Who the visitor is according to the website: told once, or asked for when it is needed, refused, or about to run out. */
export class Vouching {
  private provider: IdentityProvider | undefined;
  private proof: IdentityProof | undefined;
  private told = '';
  private accepted = '';

  tell(proof: IdentityProof | undefined, provider: IdentityProvider | undefined): void {
    this.provider = provider;
    if (keyOf(proof) === this.told) return;
    this.told = keyOf(proof);
    this.proof = proof;
  }

  /** Whom the proof at hand names; empty without one. */
  get person(): string {
    return personOf(this.proof);
  }

  /** How long what was given is good for; null when it does not run out, or nobody is there to give another. */
  freshForMs(now: number): number | null {
    const end = this.provider ? endOf(this.proof) : null;
    return end === null ? null : Math.max(0, end - SOON_MS - now);
  }

  /** Starts with what vouches for the visitor; when that is refused, once more with a fresh one. */
  async start<T>(start: (identity: IdentityProof | undefined) => Promise<T>): Promise<{ started: T; person: string }> {
    let proof = this.freshForMs(Date.now()) === 0 ? await this.ask() : (this.proof ?? (await this.ask()));
    let started: T;
    try {
      started = await start(proof);
    } catch (error) {
      if (!(error instanceof BatonError) || error.code !== 'identity.invalid') throw error;
      // One that was good before has only run out: the server still knows whose the remembered conversation is.
      if (!this.provider && keyOf(proof) !== this.accepted) throw error;
      proof = await this.ask();
      started = await start(proof);
    }
    if (proof) this.accepted = keyOf(proof);
    return { started, person: personOf(proof) };
  }

  private async ask(): Promise<IdentityProof | undefined> {
    const { told } = this;
    const proof = (await this.provider?.()) ?? undefined;
    // Unless the page has said meanwhile who else it is.
    if (told === this.told) this.proof = proof;
    return proof;
  }
}

function keyOf(proof: IdentityProof | undefined): string {
  return proof ? JSON.stringify(proof) : '';
}

/**
 * The website's own id for whom a proof names. Unchecked: it only tells people apart here, the server decides whether it
 * is true. What cannot be read is somebody of its own.
 */
export function personOf(proof: IdentityProof | undefined): string {
  if (!proof) return '';
  if (typeof proof === 'object') return proof.userId;
  return String(claimsOf(proof)['sub'] ?? `?${proof.slice(-12)}`);
}

function endOf(proof: IdentityProof | undefined): number | null {
  const end = typeof proof === 'string' ? claimsOf(proof)['exp'] : null;
  return typeof end === 'number' ? end * 1000 : null;
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const bytes = Uint8Array.from(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
    return Object(JSON.parse(new TextDecoder().decode(bytes))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
