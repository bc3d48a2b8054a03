/** "Typing" is repeated at most this often, and taken back after this much silence. */
const SAY_TYPING_EVERY_MS = 3_000;
const SILENT_AFTER_MS = 4_000;

/** Tells that somebody types while they do, and that they stopped once they have. */
export class TypingSigns {
  private lastSaid = 0;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly say: (on: boolean) => void) {}

  key(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.stop(), SILENT_AFTER_MS);
    if (Date.now() - this.lastSaid < SAY_TYPING_EVERY_MS) return;
    this.lastSaid = Date.now();
    this.say(true);
  }

  stop(): void {
    clearTimeout(this.silence);
    if (this.lastSaid === 0) return;
    this.lastSaid = 0;
    this.say(false);
  }
}
