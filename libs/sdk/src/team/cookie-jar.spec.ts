import { describe, expect, it } from '@jest/globals';
import { CookieJar } from './cookie-jar.js';

const answer = (...cookies: string[]): Response => new Response(null, { headers: cookies.map((cookie): [string, string] => ['set-cookie', cookie]) });

describe('CookieJar', () => {
  it('sends back what was set, without the attributes', () => {
    const jar = new CookieJar();
    expect(jar.header).toBeNull();
    jar.keep(answer('baton=abc=; Path=/; HttpOnly; SameSite=Lax', 'theme=dark'));
    expect(jar.header).toBe('baton=abc=; theme=dark');
  });

  it('replaces, and forgets what was taken back', () => {
    const jar = new CookieJar();
    jar.keep(answer('baton=one'));
    jar.keep(answer('baton=two; Max-Age=60'));
    expect(jar.header).toBe('baton=two');
    jar.keep(answer('baton=; Max-Age=0; Path=/'));
    expect(jar.header).toBeNull();
  });
});
