import { Component, computed, DestroyRef, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RuleConditions } from '#contracts';
import { BaButton, BaCallout, BaEmpty, BaField, BaIcon, BaIconButton, BaInput, BaPage, BaPanel, BaSegmented, BaSkeleton, Toasts } from '#ui';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { Shortcuts, SignedIn } from '../../../shell';
import { RuleCheck } from '../data/rule-check';
import { factsIn, newRule, type RuleState } from '../data/rule-draft';
import { RuleEditor } from '../data/rule-editor';
import { RuleFacts } from '../data/rule-facts';
import { Sentences } from '../data/sentences';
import { fromTemplate, isTemplate } from '../data/templates';
import { conditionsOf, treeOf } from '../data/tree';
import { Trial } from '../data/trial';
import { VersionWords } from '../data/version-words';
import { rulesTexts } from '../texts';
import { ActionFields } from '../ui/action-fields';
import { JsonTab } from '../ui/json-tab';
import { RuleSentence } from '../ui/sentence';
import { TemplateCards } from '../ui/template-cards';
import { TimingFields } from '../ui/timing-fields';
import { RuleTree, type TreeChange } from '../ui/tree/rule-tree';
import { ConflictPane } from './conflict';
import { editorCommands } from './editor-commands';
import { Removal } from './removal';
import { RuleProofs } from './rule-proofs';

/** How long somebody may pause while writing before the rule is looked over and tried anew. */
const PAUSE_MS = 400;
const STATES: readonly RuleState[] = ['off', 'shadow', 'live'];

@Component({
  imports: [
    ActionFields,
    BaButton,
    BaCallout,
    BaEmpty,
    BaField,
    BaIcon,
    BaIconButton,
    BaInput,
    BaPage,
    BaPanel,
    BaSegmented,
    BaSkeleton,
    ConflictPane,
    JsonTab,
    RouterLink,
    RuleProofs,
    RuleSentence,
    RuleTree,
    TemplateCards,
    TimingFields,
  ],
  providers: [ChosenWebsite, Removal, RuleCheck, RuleEditor, RuleFacts, Trial, VersionWords, WebsiteNames],
  templateUrl: './rule-edit.page.html',
  styleUrls: ['../../../editing/page.css', './rule-edit.page.css'],
})
export default class RuleEditPage implements Editing {
  /** From the route; absent for a new rule. */
  readonly id = input<string>();
  /** From the address: which rule, or which template, a new one begins as. */
  readonly from = input<string>();
  readonly as = input<string>();

  protected readonly t = rulesTexts();
  protected readonly editor = inject(RuleEditor);
  protected readonly check = inject(RuleCheck);
  protected readonly trial = inject(Trial);
  protected readonly facts = inject(RuleFacts);
  private readonly chosen = inject(ChosenWebsite);
  private readonly removal = inject(Removal);
  private readonly sentences = inject(Sentences);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly tree = viewChild(RuleTree);
  private readonly proofs = viewChild(RuleProofs);
  private readonly name = viewChild<ElementRef<HTMLInputElement>>('name');

  protected readonly draft = this.editor.draft;
  protected readonly view = signal('tree');
  protected readonly jsonBroken = signal(false);
  private readonly insisted = signal(false);

  protected readonly mayEdit = computed(() => this.signedIn.can('rule.edit'));
  protected readonly mayLookBack = computed(() => this.signedIn.can('session.view'));
  protected readonly ready = computed(() => !this.id() || this.editor.rule() !== null);
  protected readonly websiteId = computed(() => this.editor.rule()?.websiteId ?? this.chosen.id());
  protected readonly heading = computed(() => this.editor.rule()?.name ?? (this.id() ? '' : this.t('edit.heading')));
  protected readonly nextVersion = computed(() => (this.editor.rule()?.version ?? 0) + 1);
  /** Which card a new rule began from. */
  protected readonly template = computed(() => this.as() ?? (this.from() ? '' : 'scratch'));
  protected readonly states = computed(() => STATES.map((state) => ({ value: state, label: this.t(`states.${state}`) })));
  protected readonly views = computed(() => [
    { value: 'tree', label: this.t('edit.tree') },
    { value: 'json', label: this.t('edit.json') },
  ]);
  protected readonly conditions = computed(() => conditionsOf(this.draft().tree));
  protected readonly sentence = computed(() => this.sentences.now().rule(this.conditions(), this.draft().action));
  protected readonly nameWrong = computed(() => this.insisted() && this.draft().name.trim() === '');
  protected readonly tagWrong = computed(() => this.insisted() && this.draft().action.type === 'tag' && !this.draft().action.tag?.trim());
  protected readonly problemCount = computed(() => this.check.problems().size + Number(this.nameWrong()) + Number(this.tagWrong()));
  /** What was refused and stands at no condition. */
  protected readonly elsewhere = computed(() => {
    const errors = this.editor.problem()?.errors ?? [];
    const outside = errors.filter(({ path }) => !path.startsWith('conditions'));
    return outside.map(({ path, message }) => `${path} ${message}`).join('; ') || (errors.length > 0 ? this.t('edit.fixFirst') : '');
  });

  protected readonly saveState = computed(() => {
    const website = this.chosen.websites().find(({ id }) => id === this.websiteId())?.name;
    const rule = this.editor.rule();
    const kept = this.editor.changed() && this.mayEdit() ? this.t('edit.unsaved') : rule ? this.t('edit.version', { version: rule.version }) : '';
    return [website, kept].filter(Boolean).join(' · ');
  });
  constructor() {
    guardWindow(this);
    const commands = editorCommands(this.t, this.editor, {
      mayEdit: () => this.mayEdit() && this.ready(),
      mayReplay: () => this.mayLookBack(),
      save: () => this.save(),
      try: () => this.proofs()?.focus(),
      replay: () => this.proofs()?.start(),
      turnView: () => this.show(this.view() === 'tree' ? 'json' : 'tree'),
    });
    inject(DestroyRef).onDestroy(inject(Shortcuts).add(...commands));
    effect(() => {
      const [id, from, as] = [this.id(), this.from(), this.as()];
      untracked(() => void this.begin(id, from, as));
    });
    effect(() => {
      const id = this.websiteId();
      if (id) untracked(() => void this.facts.of(id));
    });
    effect((onCleanup) => {
      const [{ tree, stage }, websiteId] = [this.draft(), this.websiteId()];
      untracked(() => this.check.note({ tree, stage }));
      const pause = setTimeout(() => void this.lookOver(websiteId), PAUSE_MS);
      onCleanup(() => clearTimeout(pause));
    });
  }

  /** Whether the rule can be asked; else what is missing is shown. */
  protected readonly isWhole = (): boolean => {
    const whole = this.check.insist();
    if (!whole) this.showProblem();
    return whole;
  };

  hasUnsavedChanges(): boolean {
    return this.editor.changed() || this.jsonBroken();
  }

  protected turn(state: string): void {
    this.editor.change({ state: state as RuleState });
  }

  /** What cannot be read would be lost by going away from it. */
  protected show(view: string): void {
    if (!this.jsonBroken()) this.view.set(view);
    else this.toasts.fail(this.t('json.unreadable'));
  }

  protected changeTree({ tree, on }: TreeChange): void {
    // A fact that is known only later takes the whole rule there, as long as nobody relies on its moment.
    const stage = this.id() ? null : this.facts.book()?.stageFor(factsIn(tree), this.draft().stage);
    this.editor.change({ tree, ...(stage && { stage }) }, on);
  }

  protected takeJson(conditions: RuleConditions): void {
    this.changeTree({ tree: treeOf(conditions), on: 'json' });
  }

  protected async save(): Promise<void> {
    if (this.editor.saving() || this.jsonBroken()) return;
    this.insisted.set(true);
    if (!this.check.insist() || this.nameWrong() || this.tagWrong()) return this.showProblem();
    const { tree } = this.draft();
    if (!(await this.editor.save(this.websiteId()))) {
      this.check.refuse(tree, this.editor.problem()?.errors ?? []);
      return;
    }
    const rule = this.editor.rule()!;
    this.toasts.done(this.t('edit.saved', { version: rule.version, state: this.t(`states.${this.draft().state}`) }));
    if (!this.id()) await this.router.navigate(['/rules', rule.id], { replaceUrl: true });
  }

  protected async keepMine(): Promise<void> {
    this.editor.keepMine();
    await this.save();
  }

  protected showProblem(): void {
    const [first] = this.check.problems().keys();
    if (this.nameWrong()) return this.name()?.nativeElement.focus();
    if (first === undefined) return;
    this.view.set('tree');
    this.tree()?.focus(first);
  }

  protected async remove(): Promise<void> {
    if (await this.removal.of(this.editor)) await this.router.navigate(['/rules']);
  }

  /** What was said of the rule was said of another. */
  protected forget(): void {
    this.check.forget();
    this.trial.putOut();
    this.insisted.set(false);
  }

  /** The page may have shown another rule before; nothing of that may stand under this one's name while it loads. */
  private clear(): void {
    this.forget();
    this.proofs()?.clear();
    this.view.set('tree');
    this.jsonBroken.set(false);
    this.editor.begin(newRule());
  }

  private async begin(id: string | undefined, from: string | undefined, as: string | undefined): Promise<void> {
    // A new rule that was saved has come to its address: it stays, and so does what was tried with it.
    if (id && this.editor.rule()?.id === id) return;
    this.clear();
    if (id) return this.editor.open(id);
    if (from) return void (await this.editor.copyOf(from, (name) => this.t('edit.copyOf', { name })));
    this.editor.begin(isTemplate(as) ? fromTemplate(as, this.t) : newRule());
  }

  private async lookOver(websiteId: string): Promise<void> {
    if (!this.facts.book()) return;
    if (this.mayEdit()) await this.check.look(this.draft(), websiteId);
    if (this.check.problems().size === 0) await this.trial.follow(this.draft(), websiteId);
  }
}
