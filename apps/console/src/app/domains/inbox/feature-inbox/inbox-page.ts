import {
  ChangeDetectorRef,
  Component,
  computed,
  debounced,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { HANDOFF_SORTS, type HandoffSort, type HandoffSummary, INBOX_VIEWS, type InboxView, TRIGGERS } from '#contracts';
import { BaButton, BaChip, BaEmpty, BaIcon, BaIconButton, BaMenu, BaMenuFor, BaMenuItem, BaSearch, BaSkeleton } from '#ui';
import { InboxNews, Live, Shortcuts } from '../../../shell';
import { Assignees } from '../data/assignees';
import { placeOfHit } from '../data/earlier-hit';
import { EMPTY_VIEWS } from '../data/empty-views';
import { InboxListStore } from '../data/inbox-list.store';
import { InboxOverviewStore } from '../data/inbox-overview.store';
import { InboxSorting } from '../data/inbox-sorting';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { HandoffList } from '../ui/handoff-list';
import { type ListFilters, ListFilterFields, NO_FILTERS } from '../ui/list-filters';
import { QueuePulse } from '../ui/queue-pulse';
import { ViewNav } from '../ui/view-nav';
import { listKeys } from './list-keys';
import { tellOfReturnedReplies } from './returned-replies';

const SEARCH_AFTER_MS = 250;
const SHOWS_WAITING: readonly InboxView[] = ['unassigned', 'open'];

interface FilterChip {
  readonly name: string;
  readonly label: string;
  readonly without: ListFilters;
}

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
    ListFilterFields,
    QueuePulse,
    ViewNav,
  ],
  providers: [InboxListStore, InboxOverviewStore],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
  host: { '[class.with-open]': 'openId() !== null', '(window:focus)': 'lookAtWaiting()' },
})
export class InboxPage {
  private readonly changes = inject(ChangeDetectorRef);
  private readonly live = inject(Live);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly news = inject(InboxNews);
  private readonly sorting = inject(InboxSorting);
  private readonly wording = inject(Wording);
  private readonly assignees = inject(Assignees);
  protected readonly t = inboxTexts();
  protected readonly list = inject(InboxListStore);
  protected readonly overview = inject(InboxOverviewStore);

  /** From the address, so that a reload or a link shows the same list. */
  readonly view = input.required<InboxView>();
  readonly website = input<string>();
  readonly trigger = input<string>();
  readonly assignee = input<string>();

  protected readonly views = INBOX_VIEWS;
  protected readonly sorts = HANDOFF_SORTS;
  protected readonly noFilters = NO_FILTERS;
  protected readonly words = signal('');
  protected readonly searching = signal(false);
  protected readonly filtering = signal(false);
  private readonly searchBox = viewChild('search', { read: ElementRef<HTMLElement> });
  private readonly settledWords = debounced(() => this.words(), SEARCH_AFTER_MS);
  private readonly people = signal<Readonly<Record<string, string>>>({});

  protected readonly viewName = computed(() => this.t(`views.${this.view()}`));
  protected readonly sort = computed(() => this.sorting.of(this.view()));
  /** Of what is shown; of a list that is narrowed it is known once its end is. */
  protected readonly count = computed(() => {
    const isNarrowed = this.filtersOn() > 0 || this.list.query().q !== '';
    if (!isNarrowed) return this.overview.counts()?.[this.view()] ?? null;
    return this.list.phase() === 'ready' && !this.list.hasMore() ? this.list.rows().length : null;
  });
  protected readonly empty = computed(() => EMPTY_VIEWS[this.view()]);
  protected readonly filters = computed<ListFilters>(() => ({
    websiteId: this.website() ?? null,
    trigger: TRIGGERS.find((trigger) => trigger === this.trigger()) ?? null,
    assignee: this.assignee() ?? null,
  }));
  protected readonly filterChips = computed(() => this.chipsOf(this.filters()));
  protected readonly filtersOn = computed(() => this.filterChips().length);
  protected readonly openId = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.openInAddress()),
    ),
    { initialValue: this.openInAddress() },
  );
  /** Where the open conversation stands in the list, or stood when it left it: the next one is counted from there. */
  private readonly place = linkedSignal<{ id: string | null; at: number }, number>({
    source: () => ({ id: this.openId(), at: this.list.rows().findIndex(({ id }) => id === this.openId()) }),
    computation: ({ id, at }, previous) => (at !== -1 ? at : previous?.source.id === id ? (previous?.value ?? -1) : -1),
  });

  constructor() {
    effect(() => {
      const query = { view: this.view(), ...this.filters(), q: this.settledWords.value() ?? '', sort: this.sort() };
      untracked(() => void this.list.show(query));
    });
    this.followTheServer();
    tellOfReturnedReplies((id) => this.open(id));
    const keys = listKeys(this.t, {
      step: (by) => this.step(by),
      openFirst: () => this.openFirst(),
      search: () => this.startSearch(),
      filter: () => this.filtering.update((on) => !on),
      goTo: (view) => this.goTo(view),
      sortBy: (sort) => this.sortBy(sort),
      hasRows: () => this.list.rows().length > 0,
      isOpen: () => this.openId() !== null,
    });
    inject(DestroyRef).onDestroy(inject(Shortcuts).add(...keys));
    effect(() => {
      this.view();
      // Whoever comes while the list is in sight has been seen.
      this.news.count();
      untracked(() => this.lookAtWaiting());
    });
    effect(() => {
      const { websiteId } = this.filters();
      untracked(() => this.overview.narrowTo(websiteId));
    });
    // Without their names the list works all the same.
    this.overview.load().catch(() => undefined);
    // For the chip of a filter that came with the address.
    if (this.route.snapshot.queryParamMap.has('assignee')) void this.nameThePeople();
  }

  protected toggleSearch(): void {
    this.words.set('');
    if (this.searching()) this.searching.set(false);
    else this.startSearch();
  }

  protected sortBy(sort: HandoffSort): void {
    this.sorting.choose(this.view(), sort);
  }

  protected goTo(view: InboxView): void {
    void this.router.navigate(['/inbox', view], { queryParamsHandling: 'preserve' });
  }

  protected filterBy({ websiteId, trigger, assignee }: ListFilters): void {
    if (assignee !== null) void this.nameThePeople();
    const queryParams = { website: websiteId, trigger, assignee };
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected openFirst(): void {
    const first = this.list.rows()[0];
    if (first) this.openRow(first);
  }

  protected tryAgain(): void {
    void this.list.show(this.list.query());
  }

  protected lookAtWaiting(): void {
    if (document.hasFocus() && SHOWS_WAITING.includes(this.view())) this.news.lookedAtWaiting();
  }

  private startSearch(): void {
    this.searching.set(true);
    // At once: whoever presses the key types on without waiting for the next frame.
    this.changes.detectChanges();
    this.searchBox()?.nativeElement.querySelector('input')?.focus();
  }

  private chipsOf(filters: ListFilters): readonly FilterChip[] {
    const { websiteId, trigger, assignee } = filters;
    const website = this.overview.websites().find(({ id }) => id === websiteId);
    const who = assignee === 'me' ? this.t('filters.me') : assignee === 'none' ? this.t('filters.nobody') : this.people()[assignee ?? ''];
    return [
      ...(websiteId ? [{ name: 'website', label: website?.name ?? this.t('filters.website'), without: { ...filters, websiteId: null } }] : []),
      ...(trigger ? [{ name: 'trigger', label: this.wording.trigger(trigger), without: { ...filters, trigger: null } }] : []),
      ...(assignee ? [{ name: 'assignee', label: who ?? this.t('filters.assignee'), without: { ...filters, assignee: null } }] : []),
    ];
  }

  private async nameThePeople(): Promise<void> {
    const people = await this.assignees.everybody().catch(() => []);
    this.people.set(Object.fromEntries(people.map(({ id, name }) => [id, name])));
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
        if (this.list.phase() === 'failed') this.tryAgain();
        else void this.list.refresh();
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

  /** From the open one, or from where it was before it was claimed away. */
  private step(by: 1 | -1): void {
    const rows = this.list.rows();
    const at = this.place();
    const isListed = rows[at]?.id === this.openId();
    const next = at === -1 ? rows[0] : isListed || by === -1 ? rows[at + by] : (rows[at] ?? rows.at(-1));
    if (next) this.openRow(next);
  }

  /** By key as by a click: of a search straight to what was found. */
  private openRow(row: HandoffSummary): void {
    this.open(row.id, placeOfHit(row, this.list.query().q));
  }

  private open(id: string, fragment?: string): void {
    void this.router.navigate(['/inbox', this.view(), id], { queryParamsHandling: 'preserve', ...(fragment && { fragment }) });
  }

  private openInAddress(): string | null {
    return this.route.snapshot.firstChild?.paramMap.get('handoffId') ?? null;
  }
}
