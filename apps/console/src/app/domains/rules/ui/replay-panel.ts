import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { BaButton, BaCallout, BaIcon, BaIconButton, BaPanel, BaSegmented } from '#ui';
import { Texts } from '../../../i18n';
import type { ReplayState } from '../data/replay-run';
import { rulesTexts } from '../texts';
import { BarChart, type Bar } from './bar-chart';
import { ComparisonTable } from './comparison-table';

/** A moment of a past conversation. */
export interface Hit {
  readonly sessionId: string;
  readonly seq: number;
  readonly text: string;
  readonly when: string;
}

/** What the rule as it stands would have done in past conversations. */
@Component({
  selector: 'baton-replay-panel',
  imports: [BaButton, BaCallout, BaIcon, BaIconButton, BaPanel, BaSegmented, BarChart, ComparisonTable],
  templateUrl: './replay-panel.html',
  styleUrl: './replay-panel.css',
})
export class ReplayPanel {
  readonly state = input.required<ReplayState>();
  /** The rule is another than the one that was replayed. */
  readonly outdated = input(false);
  readonly started = output<number>();
  readonly stopped = output<void>();
  readonly opened = output<Hit>();
  readonly tried = output<Hit>();

  protected readonly t = rulesTexts();
  private readonly texts = inject(Texts);
  protected readonly spans = [7, 30, 90, 365];
  protected readonly days = signal(30);
  protected readonly running = computed(() => of(this.state(), 'running'));
  protected readonly ended = computed(() => of(this.state(), 'ended'));
  /** What would be new comes first, as long as there is any. */
  protected readonly shelf = linkedSignal<ReplayState, string>({
    source: () => this.state(),
    computation: (state) => {
      const actual = of(state, 'ended')?.replay.actual;
      return (['onlyRule', 'onlyActual', 'both'] as const).find((kind) => actual && actual[kind] > 0) ?? 'onlyRule';
    },
  });
  protected readonly failure = computed(() => of(this.state(), 'failed')?.reason ?? null);

  protected readonly summary = computed(() => {
    const ended = this.ended();
    if (!ended) return '';
    const sessions = this.t('replay.sessions', { count: ended.replay.sessions });
    return this.t('replay.ended', { sessions, seconds: this.number(Math.max(0.1, ended.seconds), 1) });
  });
  protected readonly perDay = computed(() => {
    const { addedPerDay = [] } = this.ended()?.replay ?? {};
    const added = addedPerDay.reduce((sum, { handoffs }) => sum + handoffs, 0);
    return this.number(added / Math.max(1, addedPerDay.length), 2);
  });
  protected readonly addsSome = computed(() => (this.ended()?.replay.addedPerDay ?? []).some(({ handoffs }) => handoffs > 0));
  protected readonly byDay = computed<readonly Bar[]>(() =>
    (this.ended()?.replay.addedPerDay ?? []).map(({ day, handoffs }) => ({ label: this.date(`${day}T12:00:00Z`, 'UTC'), value: handoffs })),
  );
  protected readonly byHour = computed<readonly Bar[]>(() =>
    (this.ended()?.replay.byHour ?? []).map((value, hour) => ({ label: `${String(hour).padStart(2, '0')}:00`, value })),
  );
  protected readonly shelves = computed(() => {
    const { both = 0, onlyRule = 0, onlyActual = 0 } = this.ended()?.replay.actual ?? {};
    return [
      { value: 'onlyRule', label: `${this.t('replay.new')} ${this.number(onlyRule)}` },
      { value: 'onlyActual', label: `${this.t('replay.lost')} ${this.number(onlyActual)}` },
      { value: 'both', label: `${this.t('replay.both')} ${this.number(both)}` },
    ];
  });
  protected readonly hits = computed<readonly Hit[]>(() => {
    const replay = this.ended()?.replay;
    if (!replay) return [];
    if (this.shelf() === 'onlyActual') {
      return replay.missed.map(({ sessionId, seq, at, trigger }) => ({ sessionId, seq, text: this.t(`triggers.${trigger}`), when: this.date(at) }));
    }
    const firings = replay.at.filter(({ actual }) => actual === (this.shelf() === 'both'));
    return firings.map(({ sessionId, seq, text, at }) => ({
      sessionId,
      seq,
      text: text ? `“${text}”` : this.t('replay.byClock'),
      when: this.date(at),
    }));
  });

  protected number(value: number, digits = 0): string {
    return value.toLocaleString(this.texts.locale(), { maximumFractionDigits: digits });
  }

  private date(iso: string, timeZone?: string): string {
    return new Date(iso).toLocaleDateString(this.texts.locale(), { day: 'numeric', month: 'short', ...(timeZone && { timeZone }) });
  }
}

function of<Kind extends ReplayState['kind']>(state: ReplayState, kind: Kind): Extract<ReplayState, { kind: Kind }> | null {
  return state.kind === kind ? (state as Extract<ReplayState, { kind: Kind }>) : null;
}
