import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { BaButton, BaEmpty, BaSkeleton, Dialogs, Toasts } from '#ui';
import { Shortcuts, SignedIn } from '../../../shell';
import { type DraftKind, Drafts } from '../data/drafts';
import { HandoffDetailStore } from '../data/handoff-detail.store';
import { InboxListStore } from '../data/inbox-list.store';
import { refusalSentence } from '../data/refusals';
import { Composer } from '../ui/composer';
import { ContextPane } from '../ui/context-pane';
import { ThreadHeader } from '../ui/thread-header';
import { ThreadView } from '../ui/thread-view';
import { AssignDialog, type Assignment, type AssignQuestion } from './assign-dialog';
import { type Resolution, ResolveDialog } from './resolve-dialog';

const CONTEXT_KEY = 'baton.context';
/** Wide enough for the context to stand beside the thread; narrower, it lies over it. */
const CONTEXT_BESIDE = '(min-width: 1340px)';

/** One handoff: its thread, what can be done with it, and what is known beside it. */
@Component({
  selector: 'baton-handoff-page',
  imports: [BaButton, BaEmpty, BaSkeleton, Composer, ContextPane, ThreadHeader, ThreadView],
  providers: [HandoffDetailStore],
  templateUrl: './handoff-page.html',
  styleUrl: './handoff-page.css',
  host: { '(window:focus)': 'comeToFront()' },
})
export class HandoffPage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  private readonly list = inject(InboxListStore);
  protected readonly signedIn = inject(SignedIn);
  protected readonly store = inject(HandoffDetailStore);

  /** From the address. */
  readonly handoffId = input.required<string>();
  readonly view = input<string>();

  private readonly composer = viewChild(Composer);
  private readonly thread = viewChild(ThreadView);
  private readonly isOpen = computed(() => ['pending', 'claimed'].includes(this.store.handoff()?.status ?? ''));
  private readonly sessionId = computed(() => this.store.handoff()?.sessionId ?? null);

  protected readonly texts = linkedSignal<Readonly<Record<DraftKind, string>>>(() => {
    const id = this.sessionId();
    return id === null ? { reply: '', note: '' } : { reply: this.drafts.read(id, 'reply'), note: this.drafts.read(id, 'note') };
  });
  /** A note can always be written; the tab for replies opens when there is something to reply with. */
  protected readonly kind = linkedSignal<string, DraftKind>({ source: () => this.handoffId(), computation: () => 'reply' });
  protected readonly contextOpen = signal(matchMedia(CONTEXT_BESIDE).matches && localStorage.getItem(CONTEXT_KEY) !== 'closed');
  protected readonly mayClaim = computed(() => this.signedIn.can('handoff.claim'));
  protected readonly mayForceClaim = computed(() => this.signedIn.can('handoff.force_claim'));
  /** One's own can always be passed on; everybody else's only with the right to. */
  protected readonly mayAssign = computed(() => this.mayClaim() && (this.store.isMine() || this.signedIn.can('handoff.assign')));
  protected readonly name = computed(() => this.store.handoff()?.visitor.name?.split(' ')[0] ?? 'The visitor');

  protected readonly replyObstacle = computed(() => {
    const handoff = this.store.handoff();
    if (!handoff || this.store.isMine()) return null;
    if (handoff.status === 'pending') return this.mayClaim() ? 'Claim to reply, or write a note.' : 'You may read here and write notes.';
    if (handoff.status === 'claimed') return `${handoff.assignee?.name ?? 'A colleague'} is answering. You can write a note.`;
    return 'This handoff is closed. You can write a note.';
  });
  protected readonly typingLine = computed(() => {
    const names = [...(this.store.visitorTypes() ? [this.name()] : []), ...this.store.colleaguesTyping()];
    return names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing …`;
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
    this.answerKeys();
  }

  protected keepDraft({ kind, text }: { kind: DraftKind; text: string }): void {
    const id = this.sessionId();
    if (id === null) return;
    this.texts.update((texts) => ({ ...texts, [kind]: text }));
    this.drafts.keep(id, kind, text);
  }

  protected async send({ kind, text }: { kind: DraftKind; text: string }): Promise<void> {
    if (kind === 'reply') {
      this.store.reply(text);
      return;
    }
    await this.attempt(async () => {
      await this.store.writeNote(text);
      this.keepDraft({ kind: 'note', text: '' });
    });
  }

  /** Puts a text below whatever is already being written. */
  protected insertIntoReply(text: string): void {
    const written = this.texts().reply.trim();
    this.keepDraft({ kind: 'reply', text: written === '' ? text : `${written}\n\n${text}` });
    this.focusComposer('reply');
  }

  protected async claim(): Promise<void> {
    if (await this.attempt(() => this.store.claim())) this.focusComposer('reply');
  }

  protected async forceClaim(): Promise<void> {
    const who = this.store.handoff()?.assignee?.name ?? 'the agent';
    const goAhead = await this.dialogs.confirm({
      title: `Take over from ${who}?`,
      body: `${who} is told, and can no longer reply here. A reply of theirs that is on its way is kept as a draft.`,
      confirm: 'Take over',
    });
    if (goAhead && (await this.attempt(() => this.store.forceClaim()))) this.focusComposer('reply');
  }

  protected async release(): Promise<void> {
    if (await this.attempt(() => this.store.release())) this.toasts.done('Back in the queue.');
  }

  protected async assign(): Promise<void> {
    const handoff = this.store.handoff();
    if (!handoff) return;
    const { website, status, assignee } = handoff;
    const question: AssignQuestion = { websiteId: website.id, holderId: assignee?.id ?? null, verb: status === 'pending' ? 'Assign' : 'Transfer' };
    const assignment = await this.dialogs.open<Assignment, AssignQuestion>(AssignDialog, question);
    if (assignment && (await this.attempt(() => this.store.assign(assignment.to)))) this.toasts.done(assignment.outcome);
  }

  protected async resolve(note?: string): Promise<void> {
    if (await this.attempt(() => this.store.resolve(note))) this.toasts.done('Resolved.');
  }

  protected async resolveWithNote(): Promise<void> {
    const resolution = await this.dialogs.open<Resolution>(ResolveDialog);
    if (resolution) await this.resolve(resolution.note || undefined);
  }

  protected async returnToAi(): Promise<void> {
    if (await this.attempt(() => this.store.cancel({ outcome: 'returned_to_ai' }))) this.toasts.done('The AI goes on, knowing what was said.');
  }

  protected async closeWithoutFollowUp(): Promise<void> {
    const goAhead = await this.dialogs.confirm({
      title: 'Close without follow-up?',
      body: 'The conversation ends, and nobody answers the open question. For spam and for visitors who have left.',
      confirm: 'Close conversation',
      look: 'danger',
    });
    if (goAhead) await this.attempt(() => this.store.cancel({ outcome: 'closed' }));
  }

  protected toggleContext(): void {
    this.contextOpen.update((open) => !open);
    localStorage.setItem(CONTEXT_KEY, this.contextOpen() ? 'open' : 'closed');
  }

  protected editUnsent(clientId: string): void {
    this.insertIntoReply(this.store.takeBack(clientId));
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

  private takeRefusedBack(text: string, error: unknown): void {
    this.insertIntoReply(text);
    this.store.refusalSeen();
    this.toasts.fail(refusalSentence(error));
  }

  private focusComposer(kind: DraftKind): void {
    this.kind.set(kind);
    // The field may be about to become writable.
    setTimeout(() => this.composer()?.focus());
  }

  private async attempt(what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      return true;
    } catch (error) {
      this.toasts.fail(refusalSentence(error));
      return false;
    }
  }

  private answerKeys(): void {
    const group = 'Conversation';
    const stop = inject(Shortcuts).add(
      { key: 'c', label: 'Claim', group, run: () => this.store.handoff()?.status === 'pending' && this.mayClaim() && void this.claim() },
      { key: 'r', label: 'Reply', group, run: () => this.focusComposer('reply') },
      { key: 'n', label: 'Note', group, run: () => this.focusComposer('note') },
      { key: 'a', label: 'Assign or transfer', group, run: () => this.isOpen() && this.mayAssign() && void this.assign() },
      // Asks first: whoever believes to be typing a reply must not close the conversation with its first e.
      { key: 'e', label: 'Resolve', group, run: () => this.store.isMine() && void this.resolveWithNote() },
    );
    inject(DestroyRef).onDestroy(stop);
  }
}
