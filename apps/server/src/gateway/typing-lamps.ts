/** A lamp goes out by itself: the browser that lit it may be gone. */
const GOES_OUT_AFTER_MS = 8_000;
/** A client that says "still typing" on every key is heard, but not passed on each time. */
const SHOWN_AGAIN_AFTER_MS = 3_000;

interface Lamp {
  shownAt: number;
  timer: NodeJS.Timeout;
  show: (on: boolean) => void;
}

/** Who is typing where, on this process: one lamp per socket and session. */
export class TypingLamps {
  private readonly lamps = new Map<string, Map<string, Lamp>>();

  light(socketId: string, sessionId: string, show: (on: boolean) => void): void {
    const lit = this.lamps.get(socketId)?.get(sessionId);
    clearTimeout(lit?.timer);
    const timer = setTimeout(() => this.putOut(socketId, sessionId), GOES_OUT_AFTER_MS).unref();
    const now = performance.now();
    if (lit && now - lit.shownAt < SHOWN_AGAIN_AFTER_MS) {
      lit.timer = timer;
      return;
    }
    const ofSocket = this.lamps.get(socketId) ?? new Map<string, Lamp>();
    this.lamps.set(socketId, ofSocket.set(sessionId, { shownAt: now, timer, show }));
    show(true);
  }

  putOut(socketId: string, sessionId: string): void {
    const ofSocket = this.lamps.get(socketId);
    const lamp = ofSocket?.get(sessionId);
    if (!ofSocket || !lamp) return;
    clearTimeout(lamp.timer);
    ofSocket.delete(sessionId);
    if (ofSocket.size === 0) this.lamps.delete(socketId);
    lamp.show(false);
  }

  /** The socket is gone, and all its lamps with it. */
  putOutAll(socketId: string): void {
    for (const sessionId of [...(this.lamps.get(socketId)?.keys() ?? [])]) this.putOut(socketId, sessionId);
  }
}
