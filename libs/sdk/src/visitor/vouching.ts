import type { IdentityProof } from '#contracts';
import { BatonError } from '../shared/index.js';

/** Asks the website's own server; null when nobody is signed in there. */
export type IdentityProvider = () => Promise<IdentityProof | null | undefined>;

/** Who the visitor is according to the website: told once, or asked for when it is needed and when it has run out. */
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

  /**
   * Starts with what vouches for the visitor; when that is refused, once more with a fresh one.
   * @returns also whether this may be another person than before
   */
  async start<T>(start: (identity: IdentityProof | undefined) => Promise<T>): Promise<{ started: T; anotherPerson: boolean }> {
    this.proof ??= await this.ask();
    let started: T;
    try {
      started = await start(this.proof);
    } catch (error) {
      if (!(error instanceof BatonError) || error.code !== 'identity.invalid') throw error;
      // One that was good before has only run out: the server still knows whose the remembered conversation is.
      if (!this.provider && keyOf(this.proof) !== this.accepted) throw error;
      this.proof = await this.ask();
      started = await start(this.proof);
    }
    const now = keyOf(this.proof);
    const anotherPerson = now !== '' && now !== this.accepted;
    if (now) this.accepted = now;
    return { started, anotherPerson };
  }

  private async ask(): Promise<IdentityProof | undefined> {
    return (await this.provider?.()) ?? undefined;
  }
}

function keyOf(proof: IdentityProof | undefined): string {
  return proof ? JSON.stringify(proof) : '';
}
