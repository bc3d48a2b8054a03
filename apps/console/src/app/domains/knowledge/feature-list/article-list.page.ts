import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSearch, BaSegmented, BaSkeleton } from '#ui';
import { SignedIn } from '../../../shell';
import { WebsiteNames } from '../../../editing/website-names';
import { ArticleList, type Shelf } from '../data/article-list';
import { ChosenWebsite } from '../data/chosen-website';
import { Inquiry } from '../data/inquiry';
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
    .website {
      width: auto;
      max-width: 100%;
    }
  `,
})
export default class ArticleListPage {
  protected readonly chosen = inject(ChosenWebsite);
  protected readonly list = inject(ArticleList);
  protected readonly inquiry = inject(Inquiry);
  protected readonly mayEdit = inject(SignedIn).can('knowledge.edit');

  protected readonly text = signal('');
  protected readonly shelf = signal<string>('all');
  protected readonly filtered = computed(() => this.text().trim() !== '' || this.shelf() !== 'all');
  protected readonly shelves = [
    { value: 'all', label: 'All' },
    { value: 'published', label: 'Published' },
    { value: 'drafts', label: 'Drafts' },
  ];

  constructor() {
    effect((onCleanup) => {
      const wanted = { websiteId: this.chosen.id(), text: this.text(), shelf: this.shelf() as Shelf };
      if (!wanted.websiteId) return;
      const pause = setTimeout(() => untracked(() => void this.list.show(wanted)), wanted.text ? TYPING_PAUSE_MS : 0);
      onCleanup(() => clearTimeout(pause));
    });
  }

  protected choose(event: Event): void {
    this.chosen.choose((event.target as HTMLSelectElement).value);
  }

  protected showEverything(): void {
    this.text.set('');
    this.shelf.set('all');
  }
}
