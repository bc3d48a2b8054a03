import { afterNextRender, Component, computed, inject, Injector, input, viewChild, type ElementRef, type OnInit } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Me } from '#contracts';
import { BaButton, BaCallout, BaEmpty, BaIcon, BaSkeleton } from '#ui';
import { WidgetPreview, type PreviewTheme } from '../../../editing/widget-preview';
import { SignedIn } from '../../../shell';
import { LanguageChoice } from '../../../shell/login/language-choice';
import { Mark } from '../../../shell/mark';
import { FirstRun, STEPS, type Step } from '../data/first-run';
import { setupTexts } from '../texts';
import { LookFields } from '../ui/look-fields';
import { SetupSteps } from '../ui/steps';
import { WebsiteFields } from '../ui/website-fields';
import { YouFields } from '../ui/you-fields';

const PROBLEMS = {
  'setup.token_wrong': 'problems.token',
  'connection.lost': 'problems.connection',
  'rate.limited': 'problems.often',
} as const;

/** Open while nobody exists: makes the first admin and the first website beside a live preview of its chat, and signs the admin in. */
@Component({
  imports: [
    BaButton,
    BaCallout,
    BaEmpty,
    BaIcon,
    BaSkeleton,
    LanguageChoice,
    LookFields,
    Mark,
    RouterLink,
    SetupSteps,
    WebsiteFields,
    WidgetPreview,
    YouFields,
  ],
  providers: [FirstRun],
  templateUrl: './setup.page.html',
  styleUrl: './setup.page.css',
})
export default class SetupPage implements OnInit {
  /** From `?token=`, as printed at the first start. */
  readonly token = input('');

  protected readonly t = setupTexts();
  protected readonly run = inject(FirstRun);
  private readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly stepHeading = viewChild<ElementRef<HTMLElement>>('stepTitle');

  protected readonly asksForToken = computed(() => !this.token() || this.run.draft.problem()?.code === 'setup.token_wrong');
  protected readonly problem = computed(() => {
    const problem = this.run.draft.problem();
    if (!problem) return null;
    const known = Object.entries(PROBLEMS).find(([code]) => code === problem.code)?.[1];
    return known ? this.t(known) : problem.detail;
  });
  protected readonly heading = computed(() => this.t(`${this.run.step()}.heading`));
  protected readonly lead = computed(() => this.t(`${this.run.step()}.lead`));
  protected readonly previewName = computed(() => this.run.form.website.name().value().trim() || this.t('preview.yours'));
  protected readonly previewTheme = computed<PreviewTheme>(() => ({ ...this.run.form.look().value(), avatarUrl: null, scheme: 'system' }));

  ngOnInit(): void {
    void this.run.begin(this.token());
  }

  protected goTo(step: Step): void {
    this.run.goTo(step);
    this.announceStep();
  }

  protected back(): void {
    this.goTo(STEPS[STEPS.indexOf(this.run.step()) - 1] ?? 'you');
  }

  protected async goOn(): Promise<void> {
    if (this.run.step() === 'look') return this.enter(await this.run.complete());
    if (await this.run.next()) this.announceStep();
  }

  protected async lookAround(): Promise<void> {
    await this.enter(await this.run.lookAround());
  }

  private async enter(me: Me | null): Promise<void> {
    if (!me) return this.focusWhatIsWrong();
    this.signedIn.welcome(me);
    await this.router.navigateByUrl('/start');
  }

  /** A step is a page of its own to whoever listens: they hear its heading, and are where it begins. */
  private announceStep(): void {
    afterNextRender({ read: () => this.stepHeading()?.nativeElement.focus() }, { injector: this.injector });
  }

  /** The field may have been on another step until now. */
  private focusWhatIsWrong(): void {
    afterNextRender({ read: () => this.run.form().errorSummary()[0]?.fieldTree().focusBoundControl() }, { injector: this.injector });
  }
}
