import { createHmac } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pageSample, PROOFS, SAMPLE_LANGUAGES, serverSample, type SampleLanguage } from './identity-samples';

const SECRET = 'is_secret';
const LANGUAGES = Object.keys(SAMPLE_LANGUAGES) as SampleLanguage[];
const env = { ...process.env, BATON_IDENTITY_SECRET: SECRET };
const signed = (text: string, as: 'hex' | 'base64url') => createHmac('sha256', SECRET).update(text).digest(as);

/** A sample is copied as it stands, so it has to run as it stands. */
describe('the samples for proving an identity', () => {
  it.each(PROOFS.flatMap((proof) => LANGUAGES.map((language) => [proof, language] as const)))('%s in %s hold no secret', (proof, language) => {
    expect(serverSample(proof, language)).toContain('BATON_IDENTITY_SECRET');
    expect(pageSample(proof, 'wk_1')).toContain('wk_1');
  });

  const claimsOf = (token: string) => {
    const [header, payload, signature] = token.trim().split('.') as [string, string, string];
    expect(signature).toBe(signed(`${header}.${payload}`, 'base64url'));
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'HS256' });
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; exp: number };
  };

  it('sign what Baton reads, in Node.js', () => {
    const node = (code: string) => execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
    const customer = `const customer = { id: 'c1', email: 'ada@example.test', name: 'Ada' };`;
    const token = node(`${serverSample('jwt', 'node')}\n${customer}\nprocess.stdout.write(batonToken(customer));`);
    expect(claimsOf(token)).toMatchObject({ sub: 'c1', email: 'ada@example.test' });
    expect(claimsOf(token).exp * 1000).toBeGreaterThan(Date.now());
    const hash = node(`${serverSample('hmac', 'node').replace('\n\n', `\n${customer}\n`)}\nprocess.stdout.write(hash);`);
    expect(hash).toBe(signed('c1', 'hex'));
  });

  const python = '/usr/bin/python3';
  (existsSync(python) ? it : it.skip)('sign what Baton reads, in Python', () => {
    const run = (code: string) => execFileSync(python, ['-c', code], { env, encoding: 'utf8' });
    const customer = `class customer: id, email, name = "c1", "ada@example.test", "Ada"\n`;
    expect(claimsOf(run(`${customer}${serverSample('jwt', 'python')}\nprint(baton_token(customer))`))).toMatchObject({ sub: 'c1' });
    expect(run(`${customer}${serverSample('hmac', 'python')}\nprint(hash)`).trim()).toBe(signed('c1', 'hex'));
  });
});
