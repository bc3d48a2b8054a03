import { afterNextRender, Component, computed, DestroyRef, effect, inject, Injector, input, untracked, viewChild } from '@angular/core';
import { Clipboard } from '@angular/cdk/clipboard';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaCopyable, BaEmpty, BaIconButton, BaPage, BaPanel, BaSkeleton, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WidgetPreview } from '../../../editing/widget-preview';
import { Texts } from '../../../i18n';
import { Shortcuts, SignedIn } from '../../../shell';
import { AnswerTrial } from '../data/answer-trial';
import { InstallationCheck } from '../data/installation-check';
import { embedTag } from '../data/snippet';
import { WebsiteEditor } from '../data/website-editor';
import { websitesTexts } from '../texts';
import { AnswerTrialBox } from '../ui/answer-trial-box';
import { WebsiteAssistant } from '../ui/assistant-fields';
import { WebsiteGeneral } from '../ui/general-fields';
import { IdentityPanel } from '../ui/identity-panel';
import { InstallGuide } from '../ui/install-guide';
import { InstallationPanel } from '../ui/installation-panel';
import { WebsitePeople } from '../ui/people-fields';
import { SectionNav, type Section } from '../ui/section-nav';
import { SettingsSection } from '../ui/settings-section';
import { WebsiteWidget } from '../ui/widget-fields';
import { DeleteWebsiteDialog } from './delete-dialog';
import { SecretDialog } from './secret-dialog';
import { SectionInView } from './section-in-view';

@Component({
  imports: [
    AnswerTrialBox,
    BaButton,
    BaCallout,
    BaCopyable,
    BaEmpty,
    BaIconButton,
    BaPage,
    BaPanel,
    BaSkeleton,
    IdentityPanel,
    InstallationPanel,
    InstallGuide,
    RouterLink,
    SectionNav,
    SettingsSection,
    WebsiteAssistant,
    WebsiteGeneral,
    WebsitePeople,
    WebsiteWidget,
    WidgetPreview,
  ],
  providers: [AnswerTrial, InstallationCheck, SectionInView, WebsiteEditor],
  templateUrl: './website-edit.page.html',
  styleUrls: ['../../../editing/page.css', './website-edit.page.css'],
})
export default class WebsiteEditPage implements Editing {
  /** From the route. */
  readonly id = input.required<string>();

  protected readonly t = websitesTexts();
  protected readonly editor = inject(WebsiteEditor);
  protected readonly trial = inject(AnswerTrial);
  protected readonly installation = inject(InstallationCheck);
  protected readonly inView = inject(SectionInView);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  /** Which section the address names. */
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  private readonly signedIn = inject(SignedIn);
  private readonly texts = inject(Texts);
  private readonly injector = inject(Injector);
  private readonly trialBox = viewChild(AnswerTrialBox);

  protected readonly draft = this.editor.draft;
  protected readonly heading = computed(() => this.editor.website()?.name ?? '');
  protected readonly mayEdit = this.signedIn.can('website.edit');
  protected readonly mayRemove = this.signedIn.can('website.create');
  protected readonly added = computed(() => {
    const at = this.editor.website()?.createdAt;
    return at ? new Intl.DateTimeFormat(this.texts.locale(), { dateStyle: 'medium' }).format(new Date(at)) : '';
  });
  protected readonly saveState = computed(() => {
    if (!this.editor.website() || !this.mayEdit) return '';
    if (this.draft.saving()) return this.t('page.saving');
    return this.draft.changed() ? this.t('page.unsaved') : this.t('page.saved');
  });

  protected readonly sections = computed<readonly Section[]>(() => {
    const { name, allowedOrigins, locale, timeZone, mode, reopenWindowHours, assistant, theme } = this.editor.form;
    const wrong = (...fields: readonly (() => { touched(): boolean; errorSummary(): readonly unknown[] })[]) =>
      fields.reduce((sum, field) => sum + (field().touched() ? field().errorSummary().length : 0), 0);
    return [
      { id: 'general', label: this.t('sections.general'), problems: wrong(name, allowedOrigins, locale, timeZone) },
      { id: 'people', label: this.t('sections.people'), problems: wrong(mode, reopenWindowHours) },
      { id: 'ai', label: this.t('sections.ai'), problems: wrong(assistant) },
      { id: 'appearance', label: this.t('sections.appearance'), problems: wrong(theme) },
      { id: 'identity', label: this.t('sections.identity'), problems: 0 },
      { id: 'install', label: this.t('sections.install'), problems: 0 },
      ...(this.mayRemove ? [{ id: 'danger', label: this.t('sections.danger'), problems: 0 }] : []),
    ];
  });

  constructor() {
    guardWindow(this);
    inject(DestroyRef).onDestroy(this.registerCommands());
    effect(() => {
      const id = this.id();
      untracked(() => void this.open(id));
    });
    effect(() => this.inView.goTo(this.fragment() ?? ''));
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  /** The address names the section, so that it can be kept, sent and gone back to. */
  protected async goTo(section: string): Promise<void> {
    if (this.fragment() === section) this.inView.goTo(section);
    else await this.router.navigate([], { fragment: section });
  }

  protected async save(): Promise<void> {
    if (this.draft.saving() || !(await this.editor.save())) return;
    this.toasts.done(this.t('page.savedToast'));
  }

  protected async allow(origin: string): Promise<void> {
    if (await this.editor.allow(origin)) this.toasts.done(this.t('page.savedToast'));
    else await this.goTo('general');
  }

  protected async renewSecret(): Promise<void> {
    const isFirst = this.editor.website()!.identitySecretAt === null;
    const sure = await this.dialogs.confirm({
      title: isFirst ? this.t('identity.makeTitle') : this.t('identity.replaceTitle'),
      body: isFirst ? this.t('identity.makeBody') : this.t('identity.replaceBody'),
      confirm: isFirst ? this.t('identity.make') : this.t('identity.replace'),
      look: isFirst ? 'primary' : 'danger',
    });
    if (!sure) return;
    try {
      await this.dialogs.open(SecretDialog, await this.editor.renewIdentitySecret());
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }

  protected async remove(name: string): Promise<void> {
    if (!(await this.dialogs.open<boolean, string>(DeleteWebsiteDialog, name))) return;
    try {
      await this.editor.remove();
      this.toasts.done(this.t('danger.done', { name }));
      await this.router.navigate(['/websites']);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }

  private async open(id: string): Promise<void> {
    await this.editor.open(id);
    if (!this.editor.website()) return;
    void this.installation.look(id);
    afterNextRender(() => this.inView.goTo(this.fragment() ?? ''), { injector: this.injector });
  }

  private registerCommands(): () => void {
    const group = () => this.t('commands.group');
    const clipboard = inject(Clipboard);
    const tag = () => embedTag(location.origin, this.editor.website()?.publicKey ?? '');
    return inject(Shortcuts).add(
      {
        id: 'websites.save',
        key: 'mod+s',
        label: () => this.t('commands.save'),
        group,
        when: () => this.mayEdit && this.draft.changed(),
        run: () => void this.save(),
      },
      { id: 'websites.ask', label: () => this.t('commands.ask'), group, icon: 'spark', when: () => this.mayEdit, run: () => this.ask() },
      { id: 'websites.install', label: () => this.t('commands.install'), group, icon: 'copy', run: () => void clipboard.copy(tag()) },
    );
  }

  private ask(): void {
    this.inView.goTo('ai');
    this.trialBox()?.focus();
  }
}
