import type { EvidenceNode, ReplayFiring, ReplayMiss, RuleReplay } from '#contracts';
import { localTime } from '../local-time.js';
import type { PastConversation } from '../past/past-conversation.js';

export interface PastFiring {
  readonly seq: number;
  readonly at: Date;
  /** Whether the visitor had just written something. */
  readonly written: boolean;
  readonly evidence: EvidenceNode;
}

/** Of each kind: enough to page through, few enough to send. */
const MAX_EXAMPLES = 200;
const MAX_EVIDENCE_CHARS = 2_000_000;
const DAY_MS = 86_400_000;

type Example = Omit<ReplayFiring, 'text'> & { readonly written: boolean };

/** What a replay found, counted as it comes. However many sessions there are, it stays small. */
export class ReplayTally {
  sessions = 0;
  private incomplete = 0;
  private readonly actual = { both: 0, onlyRule: 0, onlyActual: 0, neither: 0 };
  private readonly days: Map<string, number>;
  private readonly hours = Array.from({ length: 24 }, () => 0);
  private readonly firings: Example[] = [];
  private readonly missed: ReplayMiss[] = [];
  private readonly room = { both: MAX_EXAMPLES, onlyRule: MAX_EXAMPLES, evidenceChars: MAX_EVIDENCE_CHARS };

  constructor(
    from: Date,
    to: Date,
    private readonly timeZone: string,
  ) {
    this.days = new Map(daysBetween(from, to, timeZone).map((day) => [day, 0]));
  }

  get fired(): number {
    return this.actual.both + this.actual.onlyRule;
  }

  add({ id, handoffs }: PastConversation, firing: PastFiring | null, complete: boolean): void {
    const [handoff] = handoffs;
    const kind = firing ? (handoff ? 'both' : 'onlyRule') : handoff ? 'onlyActual' : 'neither';
    this.sessions += 1;
    this.actual[kind] += 1;
    if (!complete) this.incomplete += 1;
    if (firing && !handoff) this.addHandoff(firing.at);
    if (firing && (kind === 'both' || kind === 'onlyRule') && this.hasRoom(kind, firing.evidence)) {
      const { at, ...rest } = firing;
      this.firings.push({ sessionId: id, ...rest, at: at.toISOString(), actual: kind === 'both' });
    }
    if (kind === 'onlyActual' && this.missed.length < MAX_EXAMPLES) {
      const { openedSeq, openedAt, trigger, code } = handoff!;
      this.missed.push({ sessionId: id, seq: openedSeq, at: openedAt.toISOString(), trigger, code });
    }
  }

  /** @param excerpts gives the visitor's words for each place */
  async result(excerpts: (places: readonly { sessionId: string; seq: number }[]) => Promise<readonly string[]>): Promise<RuleReplay> {
    const texts = await excerpts(this.firings);
    return {
      sessions: this.sessions,
      fired: this.fired,
      at: this.firings.map(({ written, ...firing }, i) => ({ ...firing, text: written ? (texts[i] ?? '') : '' })),
      missed: this.missed,
      actual: { ...this.actual },
      addedPerDay: [...this.days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, handoffs]) => ({ day, handoffs })),
      byHour: this.hours,
      incomplete: this.incomplete,
    };
  }

  private addHandoff(at: Date): void {
    const { iso, hour } = localTime(at, this.timeZone);
    const day = iso.slice(0, 10);
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
    this.hours[hour]! += 1;
  }

  private hasRoom(kind: 'both' | 'onlyRule', evidence: EvidenceNode): boolean {
    if (this.room[kind] === 0 || this.room.evidenceChars <= 0) return false;
    this.room[kind] -= 1;
    this.room.evidenceChars -= JSON.stringify(evidence).length;
    return true;
  }
}

/** Every day, in the zone, that has a moment of the span. */
function daysBetween(from: Date, to: Date, timeZone: string): string[] {
  const days = new Set<string>();
  for (let at = from.getTime(); at < to.getTime(); at += DAY_MS) days.add(localTime(new Date(at), timeZone).iso.slice(0, 10));
  days.add(localTime(new Date(Math.max(from.getTime(), to.getTime() - 1)), timeZone).iso.slice(0, 10));
  return [...days];
}
