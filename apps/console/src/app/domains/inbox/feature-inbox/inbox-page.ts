import {
  afterRenderEffect,
  Component,
  computed,
  debounced,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { HANDOFF_SORTS, type HandoffSort, type HandoffSummary, INBOX_VIEWS, type InboxView } from '#contracts';
import { BaButton, BaChip, BaEmpty, BaIcon, BaIconButton, BaMenu, BaMenuFor, BaMenuItem, BaSearch, BaSkeleton, Dialogs } from '#ui';
import { InboxNews, Live, Shortcuts, ShortcutHelp } from '../../../shell';
import { USUAL_SORT } from '../data/belongs';
import { InboxListStore } from '../data/inbox-list.store';
import { InboxOverviewStore } from '../data/inbox-overview.store';
import { EMPTY_VIEWS, SORT_NAMES, VIEW_NAMES } from '../data/wording';
import { HandoffList } from '../ui/handoff-list';
import { QueuePulse } from '../ui/queue-pulse';
import { ViewNav } from '../ui/view-nav';

const SEARCH_AFTER_MS = 250;
const SHOWS_WAITING: readonly InboxView[] = ['unassigned', 'open'];

/** Views, the list of one of them, and beside it the handoff that is open. */
@Component({
  selector: 'baton-inbox-page',
  imports: [
    RouterOutlet,
    BaButton,
    BaChip,
    BaEmpty,
    BaIcon,
    BaIconButton,
    BaMenu,
    BaMenuFor,
    BaMenuItem,
    BaSearch,
    BaSkeleton,
    HandoffList,
    QueuePulse,
    ViewNav,
  ],
  providers: [InboxListStore, InboxOverviewStore],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
  host: { '[class.with-open]': 'openId() !== null', '(window:focus)': 'lookAtWaiting()' },
})
export class InboxPage {
  private readonly live = inject(Live);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly dialogs = inject(Dialogs);
  private readonly news = inject(InboxNews);
  protected readonly list = inject(InboxListStore);
  protected readonly overview = inject(InboxOverviewStore);

  /** From the address. */
  readonly view = input.required<InboxView>();
  readonly website = input<string>();

  protected readonly views = INBOX_VIEWS;
  protected readonly viewNames = VIEW_NAMES;
  protected readonly sorts = HANDOFF_SORTS;
  protected readonly sortNames = SORT_NAMES;
  protected readonly words = signal('');
  protected readonly searching = signal(false);
  private readonly chosenSort = signal<Readonly<Partial<Record<InboxView, HandoffSort>>>>({});
  private readonly searchBox = viewChild('search', { read: ElementRef<HTMLElement> });
  private readonly settledWords = debounced(() => this.words(), SEARCH_AFTER_MS);

  protected readonly websiteId = computed(() => this.website() ?? null);
  protected readonly sort = computed(() => this.chosenSort()[this.view()] ?? USUAL_SORT[this.view()]);
  protected readonly count = computed(() => this.overview.counts()?.[this.view()] ?? null);
  protected readonly empty = computed(() => EMPTY_VIEWS[this.view()]);
  protected readonly openId = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.openInAddress()),
    ),
    { initialValue: this.openInAddress() },
  );

  constructor() {
    effect(() => {
      const query = { view: this.view(), websiteId: this.websiteId(), q: this.settledWords.value() ?? '', sort: this.sort() };
      untracked(() => void this.list.show(query));
    });
    this.followTheServer();
    this.answerKeys();
    afterRenderEffect(() => this.searchBox()?.nativeElement.querySelector('input')?.focus());
    effect(() => {
      this.view();
      // Whoever comes while the list is in sight has been seen.
      this.news.count();
      untracked(() => this.lookAtWaiting());
    });
    effect(() => {
      const websiteId = this.websiteId();
      untracked(() => this.overview.narrowTo(websiteId));
    });
    // Without their names the list works all the same.
    this.overview.load().catch(() => undefined);
  }

  protected toggleSearch(): void {
    this.searching.update((on) => !on);
    this.words.set('');
  }

  protected sortBy(sort: HandoffSort): void {
    this.chosenSort.update((chosen) => ({ ...chosen, [this.view()]: sort }));
  }

  protected goTo(view: InboxView): void {
    void this.router.navigate(['/inbox', view], { queryParamsHandling: 'preserve' });
  }

  protected tryAgain(): void {
    void this.list.show(this.list.query());
  }

  protected lookAtWaiting(): void {
    if (document.hasFocus() && SHOWS_WAITING.includes(this.view())) this.news.lookedAtWaiting();
  }

  private followTheServer(): void {
    const { socket } = this.live;
    const changed = (handoff: HandoffSummary) => {
      this.list.changed(handoff);
      this.overview.changed();
    };
    const stops = [
      socket.on('handoff.opened', ({ handoff }) => changed(handoff)),
      socket.on('handoff.updated', ({ handoff }) => changed(handoff)),
      socket.on('presence.updated', () => this.overview.changed()),
      // After a lost connection nobody knows what was missed.
      socket.on('inbox', ({ counts }) => {
        this.overview.counted(counts);
        void this.list.refresh();
      }),
    ];
    inject(DestroyRef).onDestroy(() => {
      for (const stop of stops) stop();
      this.overview.close();
    });
    socket.watchInbox().then(
      (counts) => this.overview.counted(counts),
      () => undefined, // The line is down; the socket watches again when it is back.
    );
  }

  private answerKeys(): void {
    const group = 'Inbox';
    const stop = inject(Shortcuts).add(
      { key: 'j', label: 'Next conversation', group, run: () => this.step(1) },
      { key: 'k', label: 'Previous conversation', group, run: () => this.step(-1) },
      { key: '/', label: 'Search', group, run: () => this.searching.set(true) },
      { key: '?', label: 'Show shortcuts', group, run: () => void this.dialogs.open(ShortcutHelp) },
    );
    inject(DestroyRef).onDestroy(stop);
  }

  private step(by: 1 | -1): void {
    const rows = this.list.rows();
    const at = rows.findIndex((row) => row.id === this.openId());
    const next = at === -1 ? rows[0] : rows[at + by];
    if (next) void this.router.navigate(['/inbox', this.view(), next.id], { queryParamsHandling: 'preserve' });
  }

  private openInAddress(): string | null {
    return this.route.snapshot.firstChild?.paramMap.get('handoffId') ?? null;
  }
}
