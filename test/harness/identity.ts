import { createHmac } from 'node:crypto';

/** A token as a website's own server makes it for a customer who is signed in there. */
export function anIdentityToken(claims: unknown, secret: string, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
