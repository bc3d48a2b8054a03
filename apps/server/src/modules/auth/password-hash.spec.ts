import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordFits } from './password-hash.js';

describe('password hash', () => {
  it('fits the password it was made of and no other, and is salted', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits('correct horse', one)).toBe(true);
    expect(await passwordFits('correct horsE', one)).toBe(false);
  });

  it('fits nothing where there is no account, at the same cost', async () => {
    const known = await hashPassword('correct horse');
    const cost = async (stored: string | null): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        expect(await passwordFits('wrong', stored)).toBe(false);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const [withAccount, without] = [await cost(known), await cost(null)];
    expect(without).toBeGreaterThan(withAccount / 3);
    expect(without).toBeLessThan(withAccount * 3);
  });

  it('reads hashes that were made at another cost', async () => {
    const { argon2Sync } = await import('node:crypto');
    const nonce = Buffer.from('saltsalt');
    const tag = argon2Sync('argon2id', { message: 'password', nonce, memory: 64, passes: 1, parallelism: 1, tagLength: 24 });
    const stored = `$argon2id$v=19$m=64,t=1,p=1$${nonce.toString('base64').replace(/=+$/, '')}$${tag.toString('base64').replace(/=+$/, '')}`;
    expect(await passwordFits('password', stored)).toBe(true);
  });
});
