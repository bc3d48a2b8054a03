import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { PASSWORD, Stage } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 60_000);
afterAll(() => stage.end());

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const tour = (password: string, ...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const command = ['--import', './scripts/typescript.js', 'scripts/tour.ts', ...args];
    execFile('node', command, { env: { ...process.env, BATON_DEMO_PASSWORD: password } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });

describe('npm run tour', () => {
  it('plays both handoffs and says how long each step took', async () => {
    const { user } = await stage.ana.me();
    const { code, out, err } = await tour(PASSWORD, '--url', stage.url, '--email', user.email);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✓ All of it worked');
    expect(out).toMatch(/\d\.\d{3} s {2}It is resolved +resolved/);
    expect(out).toMatch(/\d\.\d{3} s {2}It is returned to the AI +cancelled, returned_to_ai/);
    expect(out).toMatch(/The agent may not speak any more +speech\.not_yours/);
  }, 60_000);

  it('says in one line what is off', async () => {
    const { user } = await stage.ana.me();
    expect(await tour('wrong', '--url', stage.url, '--email', user.email)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^\n✗ Sign in at .*\[auth\.invalid_credentials\]\n$/),
    });
    expect(await tour('any', '--url', 'http://127.0.0.1:1')).toMatchObject({ code: 1, err: expect.stringContaining('Is it running?') });
  }, 60_000);
});
