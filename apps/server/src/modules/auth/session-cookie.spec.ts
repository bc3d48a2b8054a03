import { describe, expect, it } from '@jest/globals';
import type { Config } from '#config';
import { SessionCookie } from './session-cookie.js';

const on = (publicUrl: string): SessionCookie => new SessionCookie({ publicUrl } as Config);

describe('session cookie', () => {
  it('is bound to the host and to https where there is https', () => {
    const cookie = on('https://chat.example.com').holding('token');
    expect(cookie).toMatch(/^__Host-baton=token;/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  it('does without on plain http, where browsers would drop it', () => {
    const cookie = on('http://localhost:4100').holding('token');
    expect(cookie).toMatch(/^baton=token;/);
    expect(cookie).not.toContain('Secure');
    expect(cookie).toContain('HttpOnly');
  });

  it('is read from among others, under its own name alone', () => {
    const cookie = on('https://chat.example.com');
    expect(cookie.tokenIn('a=1; __Host-baton=token; b=2')).toBe('token');
    expect(cookie.tokenIn('baton=token')).toBeNull();
    expect(cookie.tokenIn(undefined)).toBeNull();
    expect(cookie.tokenIn(cookie.removed().split(';')[0])).toBeNull();
  });
});
