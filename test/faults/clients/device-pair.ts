import { BatonError, BatonVisitor, visitorMemoryKey, type VisitorStorage } from '#sdk';
import type { Dice } from '../dice.js';
import type { Witness } from '../facts.js';
import { beforeNextTry, type Load, type Site } from '../load.js';
import { question } from './questions.js';

interface Device {
  readonly name: string;
  readonly visitor: BatonVisitor;
  readonly seen: { seq: number; text: string }[];
}

const PRESSES_BUTTON = 0.02;
const ENDS = 0.02;
const LOOKING_AGAIN_MS = 15_000;

/** One visitor with the widget open on two devices, as the SDK plays it: sockets that come back, a queue that sends again. */
export class DevicePair {
  private devices: readonly Device[] = [];
  private sessionId = '';

  constructor(
    private readonly name: string,
    private readonly site: Site,
    readonly url: string,
    private readonly load: Load,
    private readonly dice: Dice,
  ) {}

  async start(): Promise<void> {
    const phone = this.device('phone', new Storage());
    const { session, visitorToken } = await phone.visitor.start();
    this.sessionId = session.id;
    const laptop = this.device(
      'laptop',
      new Storage([[visitorMemoryKey(this.site.key), JSON.stringify({ token: visitorToken, sessionId: session.id })]]),
    );
    await laptop.visitor.start();
    this.devices = [phone, laptop];
    for (const { visitor } of this.devices) await visitor.connect();
  }

  async run(): Promise<void> {
    await Promise.all(this.devices.map((device) => this.write(device)));
  }

  /**
   * How long it takes until both devices show everything, in milliseconds; null when they never do. After `patienceMs` the
   * visitor looks at the page again: without Redis a process does not tell its devices what another process wrote.
   */
  async caughtUp(witness: Witness, patienceMs: number): Promise<number | null> {
    const began = Date.now();
    const target = await witness.lastSeq(this.sessionId);
    for (let looked = false; Date.now() - began < patienceMs + LOOKING_AGAIN_MS; await beforeNextTry(this.dice)) {
      if (this.devices.every(({ seen }) => (seen.at(-1)?.seq ?? 0) >= target)) return Date.now() - began;
      if (looked || Date.now() - began < patienceMs) continue;
      looked = true;
      for (const { visitor } of this.devices) void visitor.catchUp().catch(() => undefined);
    }
    return null;
  }

  /** Writes down what the devices showed. */
  close(): void {
    for (const { name, visitor, seen } of this.devices) {
      this.load.history.streams.push({ device: name, sessionId: this.sessionId, seen });
      visitor.close();
    }
  }

  private device(which: string, storage: Storage): Device {
    const visitor = new BatonVisitor({ url: this.url, websiteKey: this.site.key, origin: this.load.origin, storage });
    const device: Device = { name: `${this.name}-${which}`, visitor, seen: [] };
    visitor.on('message', ({ seq, text }) => device.seen.push({ seq, text }));
    visitor.on('started', ({ session }) => {
      if (this.sessionId && session.id !== this.sessionId) this.load.history.surprises.push(`${device.name} was given another conversation`);
    });
    return device;
  }

  private async write({ name, visitor }: Device): Promise<void> {
    const dice = this.dice.for(name);
    for (let n = 1; !this.load.over; n++) {
      const text = question(dice, `${name}-${n}`);
      const clientId = dice.uuid();
      const attempt = { clientId, text, sessionId: this.sessionId, author: 'visitor', sender: name } as const;
      try {
        const { seq } = await visitor.send(text, clientId);
        this.load.history.record({ ...attempt, outcome: { kind: 'acknowledged', seq } });
      } catch (error) {
        this.load.history.record({ ...attempt, outcome: { kind: 'refused', code: (error as BatonError).code } });
        this.load.history.refusedUnexpectedly(`a message of ${name}`, error as BatonError);
      }
      // What a visitor presses or ends while offline simply did not happen.
      if (dice.chance(PRESSES_BUTTON)) await visitor.requestPerson().catch(() => undefined);
      if (dice.chance(ENDS)) await visitor.end().catch(() => undefined);
      await this.load.pause(dice, 150, 500);
    }
  }
}

class Storage extends Map<string, string> implements VisitorStorage {
  getItem(key: string): string | null {
    return this.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.set(key, value);
  }
  removeItem(key: string): void {
    this.delete(key);
  }
}
