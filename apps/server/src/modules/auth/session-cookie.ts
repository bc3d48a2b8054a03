import { Injectable } from '@nestjs/common';
import { Config } from '#config';

/** Longer than any login lives; the server decides when one ends. */
const MAX_AGE_SECONDS = 30 * 86_400;

/** The cookie that carries a login. `__Host-` binds it to exactly this host, which browsers accept on https alone. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-baton' : 'baton';
  }

  /** @returns a `Set-Cookie` value */
  holding(token: string): string {
    return this.serialized(token, MAX_AGE_SECONDS);
  }

  /** @returns a `Set-Cookie` value */
  removed(): string {
    return this.serialized('', 0);
  }

  /** @param header the `Cookie` header */
  tokenIn(header: string | undefined): string | null {
    const start = `${this.name}=`;
    const ours = header
      ?.split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(start));
    return ours?.slice(start.length) || null;
  }

  /** A token is base64url, which a cookie holds as it is. */
  private serialized(token: string, maxAge: number): string {
    return `${this.name}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }
}
