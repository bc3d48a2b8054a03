import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { WEBSITE_KEY } from './fake-baton.js';

const run = promisify(execFile);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
/** What the documentation tells sites to allow, and nothing more. */
export const STRICT_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

export interface MadeUpPage {
  readonly html: string;
  readonly policy?: string;
}

/** Widget and shop as they are now, built into a folder of their own, and pages made up by tests. */
export class BuiltPages {
  readonly pages = new Map<string, MadeUpPage>();

  private constructor(private readonly folder: string) {}

  static async build(): Promise<BuiltPages> {
    const folder = await mkdtemp(join(tmpdir(), 'baton-pages-'));
    for (const [app, name] of [
      ['widget', 'widget'],
      ['demo-site', 'demo'],
    ] as const) {
      await run(
        process.execPath,
        ['node_modules/vite/bin/vite.js', 'build', '-c', `apps/${app}/vite.config.ts`, '--outDir', join(folder, name), '--logLevel', 'error'],
        {
          env: { ...process.env, NODE_ENV: 'production' },
        },
      );
    }
    return new BuiltPages(folder);
  }

  readonly serve = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? '/', 'http://pages');
    const made = this.pages.get(pathname);
    if (made) return answer(response, extname(pathname) || '.html', made.html, made.policy);
    if (pathname === '/demo/config.json') return answer(response, '.json', JSON.stringify({ websiteKey: WEBSITE_KEY }));
    const path = /^\/demo\/?$/.test(pathname) ? '/demo/index.html' : pathname;
    if (!/^\/(widget|demo)\//.test(path)) return false;
    const file = await readFile(join(this.folder, normalize(path))).catch(() => null);
    return file !== null && answer(response, extname(path), file);
  };

  get widgetFolder(): string {
    return join(this.folder, 'widget');
  }

  /** The widget's scripts by their path. */
  async widgetFiles(): Promise<ReadonlyMap<string, string>> {
    const folder = this.widgetFolder;
    const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.js'));
    return new Map(await Promise.all(paths.map(async (path): Promise<[string, string]> => [path, await readFile(join(folder, path), 'utf8')])));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function answer(response: ServerResponse, type: string, body: string | Buffer, policy = STRICT_POLICY): true {
  response.writeHead(200, { 'content-type': TYPES[type] ?? 'application/octet-stream', 'content-security-policy': policy }).end(body);
  return true;
}
