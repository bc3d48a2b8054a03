import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectorRef, Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { EarlierSession } from '#contracts';
import { BaButton, BaEmpty, BaSkeleton, Dialogs, Toasts } from '#ui';
import { Shortcuts, SignedIn } from '../../../shell';
import { type DraftKind, Drafts } from '../data/drafts';
import { HandoffDetailStore } from '../data/handoff-detail.store';
import { InboxListStore } from '../data/inbox-list.store';
import { refusalSentence, startOf } from '../data/refusals';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { Composer } from '../ui/composer';
import { ContextPane } from '../ui/context-pane';
import { keyboardInset } from '../ui/keyboard-inset';
import { ThreadHeader } from '../ui/thread-header';
import { ThreadView } from '../ui/thread-view';
import { conversationKeys } from './conversation-keys';
import { HandoffActs } from './handoff-acts';
import { TranscriptDialog, type TranscriptQuestion } from './transcript-dialog';

const CONTEXT_KEY = 'baton.context';
/** Wide enough for the context to stand beside the thread; narrower, it lies over it. */
const CONTEXT_BESIDE = '(min-width: 1340px)';
const TRANSCRIPT_WIDTH_PX = 640;

/** One handoff: its thread, what can be done with it, and what is known beside it. */
@Component({
  selector: 'baton-handoff-page',
  imports: [BaButton, BaEmpty, BaSkeleton, Composer, ContextPane, ThreadHeader, ThreadView],
  providers: [HandoffDetailStore, HandoffActs],
  templateUrl: './handoff-page.html',
  styleUrl: './handoff-page.css',
  host: { '(window:focus)': 'comeToFront()', '[style.padding-bottom.px]': 'keyboard()' },
})
export class HandoffPage {
  private readonly changes = inject(ChangeDetectorRef);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly clipboard = inject(Clipboard);
  private readonly drafts = inject(Drafts);
  private readonly list = inject(InboxListStore);
  private readonly wording = inject(Wording);
  protected readonly t = inboxTexts();
  protected readonly signedIn = inject(SignedIn);
  protected readonly store = inject(HandoffDetailStore);
  protected readonly acts = inject(HandoffActs);
  protected readonly keyboard = keyboardInset();

  /** From the address. */
  readonly handoffId = input.required<string>();
  readonly view = input<string>();
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  private readonly composer = viewChild(Composer);
  private readonly thread = viewChild(ThreadView);
  private readonly sessionId = computed(() => this.store.handoff()?.sessionId ?? null);
  private readonly isReady = computed(() => this.store.phase() === 'ready');

  protected readonly texts = linkedSignal<Readonly<Record<DraftKind, string>>>(() => {
    const id = this.sessionId();
    return id === null ? { reply: '', note: '' } : { reply: this.drafts.read(id, 'reply'), note: this.drafts.read(id, 'note') };
  });
  /** A note can always be written; the tab for replies opens when there is something to reply with. */
  protected readonly kind = linkedSignal<string, DraftKind>({ source: () => this.handoffId(), computation: () => 'reply' });
  protected readonly contextOpen = signal(matchMedia(CONTEXT_BESIDE).matches && localStorage.getItem(CONTEXT_KEY) !== 'closed');
  /** The message that the address points at. */
  protected readonly pointedAt = computed(() => {
    const seq = Number(this.fragment());
    return Number.isInteger(seq) && seq > 0 ? seq : null;
  });
  /** The reply that came back last, until it is dismissed or another conversation is opened. */
  private readonly cameBack = linkedSignal<string, { readonly text: string; readonly error: unknown } | null>({
    source: () => this.handoffId(),
    computation: () => null,
  });

  protected readonly replyObstacle = computed(() => {
    const handoff = this.store.handoff();
    if (!handoff || this.store.isMine()) return null;
    if (handoff.status === 'pending') return this.acts.mayClaim() ? this.t('composer.claimFirst') : this.t('composer.mayRead');
    if (handoff.status === 'claimed') return this.t('composer.colleague', { name: handoff.assignee?.name ?? this.t('composer.aColleague') });
    return this.t('composer.closed');
  });
  protected readonly collision = computed(() => {
    const names = this.isWriting() ? this.store.colleaguesTyping() : [];
    return names.length === 0 ? '' : this.t('composer.collision', { names: this.wording.names(names), count: names.length });
  });
  /** Who types; while nobody does, who reads along. */
  protected readonly signs = computed(() => {
    const visitor = this.store.handoff()?.visitor.name?.split(' ')[0] ?? this.t('visitor.somebody');
    const typists = [...(this.store.visitorTypes() ? [visitor] : []), ...(this.isWriting() ? [] : this.store.colleaguesTyping())];
    if (typists.length > 0) return this.t('composer.typing', { names: this.wording.names(typists), count: typists.length });
    const readers = this.store.otherViewers().map(({ name }) => name);
    if (readers.length === 0 || this.collision() !== '') return '';
    return this.t('header.reading', { names: this.wording.names(readers), count: readers.length });
  });
  protected readonly notice = computed(() => {
    const refused = this.cameBack();
    if (!refused) return '';
    const { text } = refused;
    return this.t('composer.back', { start: startOf(text), why: refusalSentence(refused.error, this.t) });
  });

  constructor() {
    effect(() => {
      const id = this.handoffId();
      untracked(() => void this.store.open(id));
    });
    effect(() => {
      const refused = this.store.refused();
      if (refused) untracked(() => this.takeRefusedBack(refused.text, refused.error));
    });
    effect(() => {
      const seq = this.pointedAt();
      if (seq !== null && this.isReady()) untracked(() => void this.reach(seq));
    });
    const keys = conversationKeys(this.t, {
      acts: this.acts,
      isReady: this.isReady,
      isMine: this.store.isMine,
      contextOpen: this.contextOpen,
      claim: () => void this.claim(),
      takeOver: () => void this.forceClaim(),
      write: (kind) => this.focusComposer(kind),
      toggleContext: () => this.toggleContext(),
      copyLink: () => this.copyLink(),
      back: () => this.goBack(),
    });
    inject(DestroyRef).onDestroy(inject(Shortcuts).add(...keys));
  }

  protected keepDraft({ kind, text }: { kind: DraftKind; text: string }): void {
    const id = this.sessionId();
    if (id === null) return;
    this.texts.update((texts) => ({ ...texts, [kind]: text }));
    this.drafts.keep(id, kind, text);
  }

  /** Of a conversation that may have been left meanwhile; the drafts of the one that is open now are not touched. */
  private forgetDraft(sessionId: string, kind: DraftKind): void {
    if (sessionId === this.sessionId()) this.keepDraft({ kind, text: '' });
    else this.drafts.keep(sessionId, kind, '');
  }

  protected async send({ kind, text }: { kind: DraftKind; text: string }): Promise<void> {
    if (kind === 'reply') {
      this.cameBack.set(null);
      this.store.reply(text);
      return;
    }
    const id = this.sessionId();
    if (id !== null && (await this.acts.note(text))) this.forgetDraft(id, 'note');
  }

  /** Puts a text below whatever is already being written. */
  protected insertIntoReply(text: string): void {
    this.addToReply(text);
    this.focusComposer('reply');
  }

  protected async claim(): Promise<void> {
    const id = this.handoffId();
    if ((await this.acts.claim()) && id === this.handoffId()) this.focusComposer('reply');
  }

  protected async forceClaim(): Promise<void> {
    const id = this.handoffId();
    if ((await this.acts.forceClaim()) && id === this.handoffId()) this.focusComposer('reply');
  }

  protected toggleContext(): void {
    this.contextOpen.update((open) => !open);
    localStorage.setItem(CONTEXT_KEY, this.contextOpen() ? 'open' : 'closed');
  }

  protected editUnsent(clientId: string): void {
    this.insertIntoReply(this.store.takeBack(clientId));
  }

  /** To the conversation, or to one message of it. */
  protected copyLink(seq?: number): void {
    const path = this.router.serializeUrl(this.router.createUrlTree(['/inbox', 'open', this.handoffId()], seq ? { fragment: String(seq) } : {}));
    if (this.clipboard.copy(location.origin + path)) this.toasts.done(this.t('thread.copied'));
    else this.toasts.fail(this.t('thread.notCopied'));
  }

  protected async readEarlier(session: EarlierSession): Promise<void> {
    const handoff = this.store.handoff();
    if (!handoff) return;
    const question: TranscriptQuestion = { session, visitor: handoff.visitor };
    const toOpen = await this.dialogs.open<string, TranscriptQuestion>(TranscriptDialog, question, TRANSCRIPT_WIDTH_PX);
    if (toOpen) void this.router.navigate(['/inbox', this.view() ?? 'open', toOpen], { queryParamsHandling: 'preserve' });
  }

  protected dismissNotice(): void {
    this.cameBack.set(null);
  }

  protected sawEnd(): void {
    // An open page is not a read one: somebody has to be in front of it.
    if (!document.hasFocus()) return;
    const handoff = this.store.handoff();
    const last = this.store.messages().at(-1);
    if (!handoff || !last) return;
    this.store.readToEnd();
    this.list.readUpTo(handoff.sessionId, last.seq);
  }

  protected comeToFront(): void {
    this.store.catchUp();
    this.thread()?.tellWhetherRead();
  }

  protected goBack(): void {
    void this.router.navigate(['/inbox', this.view() ?? 'unassigned'], { queryParamsHandling: 'preserve' });
  }

  /** A half-written text that a colleague's words could cross. */
  private isWriting(): boolean {
    return this.texts()[this.kind()].trim() !== '';
  }

  private async reach(seq: number): Promise<void> {
    if (!(await this.store.reach(seq))) this.toasts.fail(this.t('thread.noMessage', { seq }));
  }

  private addToReply(text: string): void {
    const written = this.texts().reply.trim();
    this.keepDraft({ kind: 'reply', text: written === '' ? text : `${written}\n\n${text}` });
  }

  /** Nobody asked for it to come back, so it takes neither the focus nor a note away from under the hands that write it. */
  private takeRefusedBack(text: string, error: unknown): void {
    this.addToReply(text);
    this.cameBack.set({ text, error });
    this.store.refusalSeen();
  }

  private focusComposer(kind: DraftKind): void {
    this.kind.set(kind);
    // The field becomes writable first, and at once: whoever pressed a key for it types on without waiting for the next frame.
    this.changes.detectChanges();
    this.composer()?.focus();
  }
}
