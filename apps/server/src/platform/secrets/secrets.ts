import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { ownKey, ownKeyIfAny } from './key-file.js';
import { Keyring } from './keyring.js';

/** Encrypts what is kept at rest and must be read again: keys and tokens of other systems. */
@Injectable()
export class Secrets {
  private readonly keyring: Keyring;

  constructor(config: Config) {
    this.keyring = keyringOf(config);
  }

  /** @param about what the secret belongs to, e.g. `website.ai_key:<id>`; the same words open it */
  seal(secret: string, about: string): string {
    return this.keyring.seal(secret, about);
  }

  /** @throws SecretKeyMissing when it was sealed under a key that is not here */
  open(sealed: string, about: string): string {
    return this.keyring.open(sealed, about);
  }
}

/**
 * A database that outlives this machine must not depend on a file that does not. Asked before anything is built, so that
 * all an operator reads is the line that helps.
 * @throws Error
 */
export function mustHaveKeyFor(config: Config): void {
  if (config.secretKey || !config.databaseUrl) return;
  throw new Error(
    'BATON_SECRET_KEY is missing: with a database of your own (DATABASE_URL) Baton needs it to encrypt secrets at rest. ' +
      'Make one with `openssl rand -base64 32`, keep it with your backups, and give every process the same.',
  );
}

function keyringOf(config: Config): Keyring {
  mustHaveKeyFor(config);
  if (config.secretKey) {
    const made = ownKeyIfAny(config.dataDir);
    return made ? new Keyring(config.secretKey, made) : new Keyring(config.secretKey);
  }
  return new Keyring(ownKey(config.dataDir));
}
