import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#config';
import { KEY_FILE } from './key-file.js';
import { Keyring, SecretKeyMissing } from './keyring.js';
import { Secrets } from './secrets.js';

const about = 'website.ai_key:1';

function configured(overrides: Partial<Config> = {}): Config {
  return { databaseUrl: null, secretKey: null, dataDir: mkdtempSync(join(tmpdir(), 'baton-secrets-')), ...overrides } as Config;
}

describe('Keyring', () => {
  const ring = new Keyring('a key of thirty-two characters ok');

  it('opens what it sealed, and never seals twice alike', () => {
    const sealed = ring.seal('sk-123', about);
    expect(ring.open(sealed, about)).toBe('sk-123');
    expect(ring.seal('sk-123', about)).not.toBe(sealed);
    expect(sealed).not.toContain('sk-123');
  });

  it('refuses a secret that was altered, or moved to another owner', () => {
    const sealed = ring.seal('sk-123', about);
    const altered = sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(() => ring.open(altered, about)).toThrow();
    expect(() => ring.open(sealed, 'website.ai_key:2')).toThrow();
  });

  it('opens under an older key, and names the key it lacks', () => {
    const sealed = ring.seal('sk-123', about);
    expect(new Keyring('a new key of thirty-two characters', 'a key of thirty-two characters ok').open(sealed, about)).toBe('sk-123');
    expect(() => new Keyring('a new key of thirty-two characters').open(sealed, about)).toThrow(SecretKeyMissing);
  });
});

describe('Secrets', () => {
  it('makes a key once on the embedded database, readable by its owner alone', () => {
    const config = configured();
    const sealed = new Secrets(config).seal('sk-123', about);
    expect(new Secrets(config).open(sealed, about)).toBe('sk-123');
    expect(statSync(join(config.dataDir, KEY_FILE)).mode & 0o777).toBe(0o600);
  });

  it('still opens what the made key sealed, once a key is configured', () => {
    const config = configured();
    const sealed = new Secrets(config).seal('sk-123', about);
    expect(new Secrets({ ...config, secretKey: 'configured key of thirty-two chars' }).open(sealed, about)).toBe('sk-123');
  });

  it('refuses to start on an external database without a key, and says how to make one', () => {
    expect(() => new Secrets(configured({ databaseUrl: 'postgres://db' }))).toThrow(/BATON_SECRET_KEY.*openssl rand/);
  });

  it('refuses a key file that holds no key', () => {
    const config = configured();
    writeFileSync(join(config.dataDir, KEY_FILE), '\n');
    expect(() => new Secrets(config)).toThrow(/does not hold a key/);
  });
});
