import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostFile {
  readonly body: string;
  /** Its Content-Security-Policy. */
  readonly policy?: string;
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Somebody else's website: an origin of its own, and on plain http no secure one. */
export class HostSite {
  private readonly files = new Map<string, HostFile>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HostSite> {
    const site: HostSite = new HostSite(
      createServer(({ url }, response) => {
        const path = new URL(url ?? '/', 'http://host').pathname;
        const file = site.files.get(path);
        // Browsers ask for it unasked, and would complain of its absence.
        if (!file) return void response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
        response.setHeader('content-type', `${TYPES[path.split('.')[1] ?? ''] ?? 'text/html'}; charset=utf-8`);
        if (file.policy) response.setHeader('content-security-policy', file.policy);
        response.end(file.body);
      }),
    );
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  /** @param name any host of `.test`, which chromium is told to find here */
  origin(name = 'shop.test'): string {
    return `http://${name}:${(this.server.address() as AddressInfo).port}`;
  }

  put(path: string, body: string, policy?: string): void {
    this.files.set(path, { body, ...(policy ? { policy } : {}) });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
