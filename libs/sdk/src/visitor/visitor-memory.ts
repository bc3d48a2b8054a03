/** The part of `localStorage` that is used. */
export interface VisitorStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A message that was written but is not yet known to be stored. */
export interface Unsent {
  readonly clientId: string;
  readonly text: string;
  /** When it was written; milliseconds since 1970. */
  readonly at: number;
  /** Who wrote it, as the website vouched for them then; empty or absent when it did not. */
  readonly by?: string;
  /** The conversation it was written in; absent before there was one. */
  readonly sessionId?: string;
}

interface Remembered {
  readonly token?: string;
  readonly sessionId?: string;
  /** Whom the website vouched for in that session: its own id for them, never the proof. */
  readonly person?: string;
  readonly unsent?: readonly Unsent[];
}

/** After this long nobody expects an old, never delivered message to leave by itself. */
const UNSENT_KEPT_MS = 24 * 60 * 60 * 1000;

/** The one storage key of a website's visitor: all tabs of an origin share it. */
export function visitorMemoryKey(websiteKey: string): string {
  return `baton:${websiteKey}`;
}

/**
 * What a visitor's browser keeps between pages: whose conversation this is, and what was not delivered yet.
 * Every change reads first, because another tab may have written since.
 */
export class VisitorMemory {
  private readonly key: string;

  constructor(
    websiteKey: string,
    private readonly storage: VisitorStorage = new TransientStorage(),
  ) {
    this.key = visitorMemoryKey(websiteKey);
  }

  get token(): string | undefined {
    return this.read().token;
  }

  get sessionId(): string | undefined {
    return this.read().sessionId;
  }

  /** Empty when nobody was vouched for. */
  get person(): string {
    return this.read().person ?? '';
  }

  unsent(now: number): readonly Unsent[] {
    return (this.read().unsent ?? []).filter((message) => now - message.at < UNSENT_KEPT_MS);
  }

  holdSession(token: string, sessionId: string, person: string): void {
    this.write({ ...this.read(), token, sessionId, person });
  }

  holdUnsent(message: Unsent): void {
    const { unsent = [], ...rest } = this.read();
    this.write({ ...rest, unsent: [...unsent.filter((one) => one.clientId !== message.clientId), message] });
  }

  dropUnsent(clientId: string): void {
    const { unsent = [], ...rest } = this.read();
    if (unsent.some((one) => one.clientId === clientId)) this.write({ ...rest, unsent: unsent.filter((one) => one.clientId !== clientId) });
  }

  forget(): void {
    this.quietly(() => this.storage.removeItem(this.key));
  }

  private read(): Remembered {
    return this.quietly(() => JSON.parse(this.storage.getItem(this.key) ?? '{}') as Remembered) ?? {};
  }

  private write(remembered: Remembered): void {
    this.quietly(() => this.storage.setItem(this.key, JSON.stringify(remembered)));
  }

  // Storage may be full, blocked by the browser, or hold what another script put there; the conversation goes on without it.
  private quietly<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }
}

class TransientStorage implements VisitorStorage {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}
