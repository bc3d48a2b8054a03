import { computed, inject, Injectable, signal } from '@angular/core';
import { form, submit, type FieldTree } from '@angular/forms/signals';
import type { Me, ProblemBody } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { setupTexts } from '../texts';
import { SetupApi } from './setup-api';
import { emptySetup, SETUP_PATHS, setupSchema, toSetup } from './setup-draft';

/** `asking` until the server has said whether anybody exists. */
export type FirstRunState = 'asking' | 'open' | 'done' | 'failed';

export const STEPS = ['you', 'website', 'look'] as const;
export type Step = (typeof STEPS)[number];

/** The languages the widget speaks. */
const WIDGET_LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'ar'];

/** The first admin and the first website, in three steps. Going on asks what one step needs; the end asks for all of it. */
@Injectable()
export class FirstRun {
  private readonly api = inject(SetupApi);
  private readonly t = setupTexts();
  private readonly current = signal<FirstRunState>('asking');
  private readonly failure = signal<ProblemBody | null>(null);
  private readonly at = signal<Step>('you');
  private readonly reached = signal(0);
  private readonly lookingAround = signal(false);

  readonly state = this.current.asReadonly();
  readonly failed = this.failure.asReadonly();
  readonly step = this.at.asReadonly();
  readonly form = form(signal(emptySetup(browserLanguage(), browserTimeZone())), setupSchema(this.t));
  readonly draft = new Draft(this.form, SETUP_PATHS);
  /** How many steps may be gone to by their names. */
  readonly open = computed(() => this.reached() + 1);
  /** Demo data is being asked for instead of a website. */
  readonly isLookingAround = this.lookingAround.asReadonly();
  readonly here = location.origin;

  async begin(token: string): Promise<void> {
    this.current.set('asking');
    if (token) this.form.token().value.set(token);
    try {
      const { open } = await this.api.state();
      this.current.set(open ? 'open' : 'done');
    } catch (error) {
      this.failure.set(problemOf(error));
      this.current.set('failed');
    }
  }

  goTo(step: Step): void {
    if (STEPS.indexOf(step) <= this.reached()) this.at.set(step);
  }

  /** To the next step, when this one is answered. @returns whether it went on */
  async next(): Promise<boolean> {
    if (!(await this.isAnswered(this.at()))) return false;
    const next = STEPS.indexOf(this.at()) + 1;
    this.reached.update((reached) => Math.max(reached, next));
    this.at.set(STEPS[next]!);
    return true;
  }

  /** @returns who is signed in from now on; null when something is wrong, which is then shown where it is */
  complete(): Promise<Me | null> {
    return this.send(false);
  }

  /** Without a website of one's own; the demo's are there in a moment. */
  async lookAround(): Promise<Me | null> {
    this.lookingAround.set(true);
    try {
      const me = await this.send(true);
      // The account stands; what did not load can be loaded from the console.
      if (me) await this.api.loadDemoData().catch(() => null);
      return me;
    } finally {
      this.lookingAround.set(false);
    }
  }

  private async send(later: boolean): Promise<Me | null> {
    this.form.website.later().value.set(later);
    let me: Me | null = null;
    await this.draft.save(async (draft) => {
      me = await this.api.complete(toSetup(draft, this.here));
    });
    if (!me) this.showWhatIsWrong();
    return me;
  }

  private showWhatIsWrong(): void {
    if (this.draft.problem()?.code === 'setup.not_found') this.current.set('done');
    const wrong =
      this.form.token().invalid() || this.draft.problem()?.code === 'setup.token_wrong' ? 'you' : STEPS.find((step) => this.form[step]().invalid());
    if (wrong) this.at.set(wrong);
  }

  private async isAnswered(step: Step): Promise<boolean> {
    const parts: readonly FieldTree<unknown>[] = step === 'you' ? [this.form.token, this.form.you] : [this.form[step]];
    if (step === 'website') this.form.website.later().value.set(false);
    let answered = 0;
    for (const part of parts) await submit(part as FieldTree<object>, async () => void (answered += 1));
    if (answered === parts.length) return true;
    parts
      .flatMap((part) => (part as FieldTree<object>)().errorSummary())[0]
      ?.fieldTree()
      .focusBoundControl();
    return false;
  }
}

function browserLanguage(): string {
  const spoken = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]!);
  return spoken.find((language) => WIDGET_LANGUAGES.includes(language)) ?? 'en';
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
