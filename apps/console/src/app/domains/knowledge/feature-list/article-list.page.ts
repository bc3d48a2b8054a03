import { Component, computed, DestroyRef, effect, inject, resource, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSearch, BaSegmented, BaSkeleton, Dialogs, Toasts } from '#ui';
import { WebsiteNames } from '../../../editing/website-names';
import { Texts } from '../../../i18n';
import { Shortcuts, SignedIn } from '../../../shell';
import { ArticleList, type Shelf } from '../data/article-list';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { Inquiry } from '../data/inquiry';
import { KnowledgeApi } from '../data/knowledge-api';
import { knowledgeTexts } from '../texts';
import { ArticleTable } from '../ui/article-table';
import { InquiryBox } from '../ui/inquiry-box';

const TYPING_PAUSE_MS = 200;

@Component({
  imports: [ArticleTable, BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSearch, BaSegmented, BaSkeleton, InquiryBox, RouterLink],
  providers: [ArticleList, ChosenWebsite, Inquiry, WebsiteNames],
  templateUrl: './article-list.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      padding: 12px 16px;
      border-bottom: 1px solid var(--line);
    }
    .filters ba-search {
      flex: 1;
    }
    .more {
      display: flex;
      justify-content: center;
      padding: 12px;
      border-top: 1px solid var(--line);
    }
    .choice {
      width: auto;
      max-width: 100%;
    }
  `,
})
export default class ArticleListPage {
  protected readonly t = knowledgeTexts();
  protected readonly chosen = inject(ChosenWebsite);
  protected readonly list = inject(ArticleList);
  protected readonly inquiry = inject(Inquiry);
  protected readonly mayEdit = inject(SignedIn).can('knowledge.edit');
  private readonly api = inject(KnowledgeApi);
  private readonly texts = inject(Texts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly box = viewChild(InquiryBox);

  protected readonly text = signal('');
  protected readonly shelf = signal<string>('all');
  protected readonly wantedLanguage = signal('');
  protected readonly filtered = computed(() => this.text().trim() !== '' || this.shelf() !== 'all' || this.wantedLanguage() !== '');

  private readonly summary = resource({
    params: () => this.chosen.id() || undefined,
    loader: ({ params: websiteId }) => this.api.summary(websiteId),
  });
  /** What is known of the website's articles; without it the filters carry no numbers. */
  private readonly known = computed(() => (this.summary.hasValue() ? this.summary.value() : null));

  protected readonly shelves = computed(() => {
    const known = this.known();
    const counted = (label: string, number: number | undefined) =>
      number === undefined ? label : this.t('list.counted', { label, number: number.toLocaleString(this.texts.locale()) });
    return [
      { value: 'all', label: counted(this.t('list.all'), known ? known.published + known.drafts : undefined) },
      { value: 'published', label: counted(this.t('list.published'), known?.published) },
      { value: 'drafts', label: counted(this.t('list.drafts'), known?.drafts) },
    ];
  });
  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames([this.texts.locale()], { type: 'language' });
    return (this.known()?.languages ?? []).map(({ language, articles }) => ({
      value: language,
      label: `${names.of(language) ?? language} (${articles})`,
    }));
  });

  constructor() {
    effect((onCleanup) => {
      const wanted = { websiteId: this.chosen.id(), text: this.text(), shelf: this.shelf() as Shelf, language: this.wantedLanguage() };
      if (!wanted.websiteId) return;
      const pause = setTimeout(() => untracked(() => void this.list.show(wanted)), wanted.text ? TYPING_PAUSE_MS : 0);
      onCleanup(() => clearTimeout(pause));
    });
    inject(DestroyRef).onDestroy(this.registerCommands());
  }

  protected choose(event: Event): void {
    this.chosen.choose((event.target as HTMLSelectElement).value);
    this.wantedLanguage.set('');
  }

  protected showEverything(): void {
    this.text.set('');
    this.shelf.set('all');
    this.wantedLanguage.set('');
  }

  protected async import(): Promise<void> {
    const { ImportDialog } = await import('../feature-import/import-dialog');
    const target = { websiteId: this.chosen.id(), language: this.chosen.locale() };
    const brought = await this.dialogs.open<number, typeof target>(ImportDialog, target, 640);
    if (!brought) return;
    this.toasts.done(this.t('import.done', { count: brought }));
    this.summary.reload();
    await this.list.again();
  }

  private registerCommands(): () => void {
    const router = inject(Router);
    const group = () => this.t('commands.group');
    const when = () => this.mayEdit && this.chosen.id() !== '';
    return inject(Shortcuts).add(
      {
        id: 'knowledge.create',
        key: 'c',
        label: () => this.t('commands.create'),
        group,
        icon: 'plus',
        when,
        run: () => void router.navigateByUrl('/knowledge/new'),
      },
      { id: 'knowledge.import', label: () => this.t('commands.import'), group, when, run: () => void this.import() },
      { id: 'knowledge.ask', label: () => this.t('commands.ask'), group, icon: 'spark', run: () => this.box()?.focus() },
    );
  }
}
