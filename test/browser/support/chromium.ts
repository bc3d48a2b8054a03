import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Websites of tests have names of their own.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
];

/** A suite that needs a browser: runs with one where there is one, and says so where there is none. */
export function describeInChromium(name: string, suite: (browser: () => Browser) => void): void {
  if (!existsSync(EXECUTABLE)) {
    process.stdout.write(`Skipped "${name}": no chromium at ${EXECUTABLE} (set CHROMIUM_PATH, or apt-get install chromium).\n`);
    describe.skip(name, () => suite(never));
    return;
  }
  describe(name, () => {
    let running: Browser | undefined;
    beforeAll(async () => {
      running = await chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
    });
    afterAll(async () => running?.close());
    suite(() => running ?? never());
  });
}

function never(): never {
  throw new Error('There is no browser.');
}
