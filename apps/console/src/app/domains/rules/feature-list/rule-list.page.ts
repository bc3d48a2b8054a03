import { Component, computed, DestroyRef, DOCUMENT, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Rule } from '#contracts';
import { BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSearch, BaSegmented, BaSkeleton, Dialogs, Toasts } from '#ui';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { problemOf } from '../../../editing/problem';
import { WebsiteNames } from '../../../editing/website-names';
import { Shortcuts, SignedIn } from '../../../shell';
import { draftOf, toSave, type RuleState } from '../data/rule-draft';
import { RuleList, type StageRules } from '../data/rule-list';
import { RulesApi } from '../data/rules-api';
import { fileName, saveFile } from '../data/save-file';
import { Sentences } from '../data/sentences';
import { exported } from '../data/transfer';
import { rulesTexts } from '../texts';
import { RuleRow } from '../ui/rule-row';
import { TemplateCards } from '../ui/template-cards';

const TOLD = { off: 'list.isOff', shadow: 'list.isShadow', live: 'list.isLive' } as const;

@Component({
  imports: [BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSearch, BaSegmented, BaSkeleton, RouterLink, RuleRow, TemplateCards],
  providers: [ChosenWebsite, RuleList, WebsiteNames],
  templateUrl: './rule-list.page.html',
  styleUrl: './rule-list.page.css',
})
export default class RuleListPage {
  protected readonly t = rulesTexts();
  protected readonly chosen = inject(ChosenWebsite);
  protected readonly list = inject(RuleList);
  private readonly api = inject(RulesApi);
  private readonly sentences = inject(Sentences);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly signedIn = inject(SignedIn);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly mayEdit = computed(() => this.signedIn.can('rule.edit'));
  protected readonly text = signal('');
  protected readonly shelf = signal<string>('all');
  /** What has happened, for those who do not see it. */
  protected readonly said = signal('');
  protected readonly gripped = signal<string | null>(null);
  protected readonly dragged = signal<Rule | null>(null);
  protected readonly target = signal<number | null>(null);

  protected readonly filtered = computed(() => this.text().trim() !== '' || this.shelf() !== 'all');
  /** Among all of them, or the order would mean something else than it shows. */
  protected readonly canSort = computed(() => this.mayEdit() && !this.filtered());
  protected readonly shelves = computed(() => [
    { value: 'all', label: this.t('list.all') },
    { value: 'own', label: this.t('list.own') },
    { value: 'builtIn', label: this.t('list.builtIn') },
  ]);
  protected readonly stages = computed(() => {
    const [wanted, shelf] = [this.text().trim().toLocaleLowerCase(), this.shelf()];
    const shown = (this.list.rules() ?? []).filter(
      (rule) => (shelf === 'all' || rule.builtIn === (shelf === 'builtIn')) && this.words(rule).includes(wanted),
    );
    return this.list.byStage(shown);
  });

  constructor() {
    effect(() => {
      const id = this.chosen.id();
      if (id) untracked(() => void this.list.show(id));
    });
    inject(DestroyRef).onDestroy(this.registerCommands());
  }

  protected choose(event: Event): void {
    this.chosen.choose((event.target as HTMLSelectElement).value);
  }

  protected showEverything(): void {
    this.text.set('');
    this.shelf.set('all');
  }

  protected turn(rule: Rule, state: RuleState): Promise<void> {
    return this.tried(async () => {
      await this.list.turn(rule, state);
      this.toasts.done(this.t('list.turned', { name: rule.name, state: this.t(TOLD[state]) }));
    });
  }

  protected move(rule: Rule, index: number): Promise<void> {
    return this.tried(async () => {
      const moving = this.list.move(rule, index);
      setTimeout(() => this.element.querySelector<HTMLElement>(`[data-rule="${rule.id}"] .handle`)?.focus());
      const number = await moving;
      const count = (this.list.rules() ?? []).filter(({ stage }) => stage === rule.stage).length;
      if (number !== null) this.said.set(this.t('list.moved', { name: rule.name, number, count }));
    });
  }

  protected duplicate(rule: Rule): void {
    void this.router.navigate(['/rules/new'], { queryParams: { from: rule.id } });
  }

  protected remove(rule: Rule): Promise<void> {
    return this.tried(async () => {
      await this.list.remove(rule);
      this.toasts.done(this.t('list.deleted', { name: rule.name }), { label: this.t('list.undo'), run: () => void this.bringBack(rule) });
    });
  }

  protected exportOne(rule: Rule): void {
    saveFile(this.document, fileName(rule.name), exported([rule]));
  }

  protected exportAll(): void {
    const website = this.chosen.websites().find(({ id }) => id === this.chosen.id());
    saveFile(this.document, fileName(website?.name ?? ''), exported(this.list.rules() ?? []));
  }

  protected async import(): Promise<void> {
    const { ImportDialog } = await import('./import-dialog');
    const brought = await this.dialogs.open<number, string>(ImportDialog, this.chosen.id(), 600);
    if (!brought) return;
    this.toasts.done(this.t('transfer.done', { count: brought }));
    await this.list.again();
  }

  /** Only by its handle: what stands in a row is to be read and marked. */
  protected grip(event: PointerEvent, rule: Rule): void {
    this.gripped.set((event.target as HTMLElement).closest('.grip') ? rule.id : null);
  }

  protected drag(event: DragEvent, rule: Rule): void {
    event.dataTransfer?.setData('text/plain', rule.name);
    this.dragged.set(rule);
    this.target.set(null);
  }

  protected over(event: DragEvent, { stage, rules }: StageRules): void {
    if (this.dragged()?.stage !== stage) return;
    event.preventDefault();
    const row = (event.target as HTMLElement).closest('li');
    const index = rules.findIndex(({ id }) => id === row?.dataset['rule']);
    if (!row || index < 0) return;
    const { top, height } = row.getBoundingClientRect();
    this.target.set(event.clientY > top + height / 2 ? index + 1 : index);
  }

  protected drop(event: DragEvent, { stage }: StageRules): void {
    const [rule, index] = [this.dragged(), this.target()];
    this.dragged.set(null);
    if (rule?.stage !== stage || index === null) return;
    event.preventDefault();
    void this.move(rule, index);
  }

  private words(rule: Rule): string {
    return `${rule.name} ${this.sentences.now().ruleText(rule.conditions, rule.action)} ${this.t(`triggers.${rule.trigger}`)}`.toLocaleLowerCase();
  }

  /** Under a new id, with what it was: what is deleted is gone on the server. */
  private bringBack(rule: Rule): Promise<void> {
    return this.tried(async () => {
      await this.api.create({ ...toSave(rule.websiteId, draftOf(rule)), enabled: rule.enabled, mode: rule.mode });
      this.toasts.done(this.t('list.restored', { name: rule.name }));
      await this.list.again();
    });
  }

  private async tried(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }

  private registerCommands(): () => void {
    const group = () => this.t('commands.group');
    const when = () => this.mayEdit() && this.chosen.id() !== '';
    const create = () => void this.router.navigateByUrl('/rules/new');
    return inject(Shortcuts).add(
      { id: 'rules.create', key: 'c', label: () => this.t('commands.create'), group, icon: 'plus', when, run: create },
      { id: 'rules.import', label: () => this.t('commands.import'), group, when, run: () => void this.import() },
    );
  }
}
