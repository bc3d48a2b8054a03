import { Component, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import type { TeamMessage } from '#contracts';
import { BaPanel, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { changesBetween } from '../data/changes';
import { PastSessions } from '../data/past-sessions';
import { ReplayRun } from '../data/replay-run';
import { same } from '../data/rule-draft';
import { RuleEditor } from '../data/rule-editor';
import { RuleFacts } from '../data/rule-facts';
import { COMPARED_DAYS, RuleRecord } from '../data/rule-record';
import { conditionsOf } from '../data/tree';
import { VersionWords } from '../data/version-words';
import { Trial, type TriedWith } from '../data/trial';
import { rulesTexts } from '../texts';
import { DecisionList } from '../ui/decision-list';
import { ReplayPanel } from '../ui/replay-panel';
import { TryBox } from '../ui/try-box';
import { VersionList, type VersionLine } from '../ui/version-list';
import type { TranscriptPlace } from './transcript-dialog';

const REPLAYED_DAYS = 30;

/** What shows whether a rule is right, beside it: a trial, a replay, what it decided, and what it was before. */
@Component({
  selector: 'baton-rule-proofs',
  imports: [BaPanel, DecisionList, ReplayPanel, TryBox, VersionList],
  providers: [ReplayRun, RuleRecord],
  template: `
    <baton-try-box
      [outcome]="trial.outcome()"
      [action]="editor.draft().action.type"
      [stage]="editor.draft().stage"
      [book]="facts.book()"
      [busy]="trial.busy()"
      [problem]="trial.problem()?.detail ?? null"
      [hasPast]="mayLookBack()"
      [sessions]="past.listOf(websiteId())"
      [messages]="said()"
      (tried)="try($event)"
      (darkened)="trial.putOut()"
      (sessionsWanted)="loadSessions()"
      (sessionChosen)="loadMessages($event)"
    />
    @if (mayLookBack()) {
      <baton-replay-panel
        [state]="replay.state()"
        [outdated]="outdated()"
        (started)="start($event)"
        (stopped)="replay.stop()"
        (opened)="open($event)"
        (tried)="tryAt($event)"
      />
    } @else {
      <ba-panel [heading]="t('replay.heading')">{{ t('replay.closed') }}</ba-panel>
    }
    @if (editor.rule()) {
      <baton-decision-list
        [decisions]="record.decisions()"
        [comparison]="record.comparison()"
        [days]="comparedDays"
        [shelf]="record.shelf()"
        [hasMore]="record.hasMore()"
        [problem]="record.decisionProblem()"
        (shelfChosen)="record.show($event)"
        (moreWanted)="record.more()"
        (opened)="open($event)"
        (tried)="tryAt($event)"
      />
      <baton-version-list [lines]="lines()" [problem]="record.versionProblem()" [mayEdit]="mayEdit()" (rolledBack)="rollBack($event)" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 20px;
      min-width: 0;
    }
  `,
})
export class RuleProofs {
  readonly websiteId = input.required<string>();
  readonly mayEdit = input(false);
  /** Whether past conversations may be read, those included that nobody was called to. */
  readonly mayLookBack = input(false);
  /** Whether the rule can be asked at all; else somebody has to be shown what is missing. */
  readonly isWhole = input.required<() => boolean>();
  readonly restored = output<void>();

  protected readonly t = rulesTexts();
  protected readonly editor = inject(RuleEditor);
  protected readonly trial = inject(Trial);
  protected readonly facts = inject(RuleFacts);
  protected readonly replay = inject(ReplayRun);
  protected readonly record = inject(RuleRecord);
  protected readonly past = inject(PastSessions);
  private readonly words = inject(VersionWords);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly box = viewChild(TryBox);

  protected readonly comparedDays = COMPARED_DAYS;
  protected readonly said = signal<readonly TeamMessage[]>([]);
  private readonly conditions = computed(() => conditionsOf(this.editor.draft().tree));
  protected readonly outdated = computed(() => {
    const state = this.replay.state();
    return state.kind === 'ended' && !same(state.conditions, this.conditions());
  });
  protected readonly lines = computed<readonly VersionLine[]>(() => {
    const versions = this.record.versions() ?? [];
    return versions.map((version, index) => {
      const before = versions[index + 1];
      return {
        version: version.version,
        author: version.author?.name ?? null,
        at: version.createdAt,
        changes: before ? changesBetween(before, version, this.words.now()) : null,
      };
    });
  });

  constructor() {
    effect(() => {
      const rule = this.editor.rule();
      untracked(() => void this.record.of(rule?.id ?? ''));
    });
  }

  focus(): void {
    this.box()?.focus();
  }

  /** Another rule is shown: nothing that was tried or replayed is about it. */
  clear(): void {
    this.box()?.clear();
    this.replay.clear();
    this.said.set([]);
  }

  async start(days = REPLAYED_DAYS): Promise<void> {
    if (!this.isWhole()()) return;
    await this.replay.run({ conditions: this.conditions(), stage: this.editor.draft().stage, websiteId: this.websiteId() }, days, new Date());
  }

  protected async try(of: TriedWith): Promise<void> {
    if (this.isWhole()()) await this.trial.run(of, this.editor.draft(), this.websiteId());
  }

  protected tryAt({ sessionId, seq }: TranscriptPlace): Promise<void> {
    return this.try({ kind: 'session', sessionId, seq });
  }

  protected async open({ sessionId, seq }: TranscriptPlace): Promise<void> {
    const { TranscriptDialog } = await import('./transcript-dialog');
    await this.dialogs.open(TranscriptDialog, { sessionId, seq }, 640);
  }

  protected async loadSessions(): Promise<void> {
    await this.past.load(this.websiteId()).catch((error: unknown) => this.toasts.fail(problemOf(error).detail));
  }

  protected async loadMessages(sessionId: string): Promise<void> {
    this.said.set(await this.past.messages(sessionId).catch(() => []));
  }

  protected async rollBack(version: number): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.t('versions.rollBackTitle', { version }),
      body: this.t('versions.rollBackBody', { version }),
      confirm: this.t('versions.rollBack', { version }),
    });
    if (!sure) return;
    try {
      await this.editor.rollBack(version);
      this.toasts.done(this.t('versions.rolledBack', { version }));
      this.restored.emit();
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
