import { computed, inject, Injectable } from '@angular/core';
import { Dialogs, Toasts } from '#ui';
import { SignedIn } from '../../../shell';
import { HandoffDetailStore } from '../data/handoff-detail.store';
import { refusalSentence } from '../data/refusals';
import { inboxTexts } from '../texts';
import { AssignDialog, type Assignment, type AssignQuestion } from './assign-dialog';
import { type Resolution, ResolveDialog } from './resolve-dialog';

/** What an agent can do with the open handoff: asked first where it matters, told when it is done or refused. */
@Injectable()
export class HandoffActs {
  private readonly t = inboxTexts();
  private readonly store = inject(HandoffDetailStore);
  private readonly signedIn = inject(SignedIn);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);

  readonly mayClaim = computed(() => this.signedIn.can('handoff.claim'));
  readonly mayForceClaim = computed(() => this.signedIn.can('handoff.force_claim'));
  /** One's own can always be passed on; everybody else's only with the right to. */
  readonly mayAssign = computed(() => this.mayClaim() && (this.store.isMine() || this.signedIn.can('handoff.assign')));
  private readonly status = computed(() => this.store.handoff()?.status ?? null);
  readonly canClaim = computed(() => this.status() === 'pending' && this.mayClaim());
  readonly canTakeOver = computed(() => this.status() === 'claimed' && !this.store.isMine() && this.mayForceClaim());
  readonly canAssign = computed(() => (this.status() === 'pending' || this.status() === 'claimed') && this.mayAssign());
  readonly canEnd = computed(() => this.store.isMine() || this.canClaim());

  /** @returns whether it is one's own now */
  claim(): Promise<boolean> {
    return this.attempt(() => this.store.claim());
  }

  /** @returns whether it is one's own now */
  async forceClaim(): Promise<boolean> {
    const name = this.store.handoff()?.assignee?.name ?? this.t('takeOver.anAgent');
    const goAhead = await this.dialogs.confirm({
      title: this.t('takeOver.title', { name }),
      body: this.t('takeOver.body', { name }),
      confirm: this.t('takeOver.confirm'),
    });
    return goAhead && (await this.attempt(() => this.store.forceClaim()));
  }

  async release(): Promise<void> {
    if (await this.attempt(() => this.store.release())) this.toasts.done(this.t('done.released'));
  }

  async assign(): Promise<void> {
    const handoff = this.store.handoff();
    if (!handoff) return;
    const { website, status, assignee } = handoff;
    const question: AssignQuestion = { websiteId: website.id, holderId: assignee?.id ?? null, verb: status === 'pending' ? 'assign' : 'transfer' };
    const assignment = await this.dialogs.open<Assignment, AssignQuestion>(AssignDialog, question);
    if (assignment && (await this.attempt(() => this.store.assign(assignment.to)))) this.toasts.done(assignment.outcome);
  }

  async resolve(note?: string): Promise<void> {
    if (await this.attempt(() => this.store.resolve(note))) this.toasts.done(this.t('done.resolved'));
  }

  async resolveWithNote(): Promise<void> {
    const resolution = await this.dialogs.open<Resolution>(ResolveDialog);
    if (resolution) await this.resolve(resolution.note || undefined);
  }

  async returnToAi(): Promise<void> {
    if (await this.attempt(() => this.store.cancel({ outcome: 'returned_to_ai' }))) this.toasts.done(this.t('done.returned'));
  }

  async closeWithoutFollowUp(): Promise<void> {
    const goAhead = await this.dialogs.confirm({
      title: this.t('close.title'),
      body: this.t('close.body'),
      confirm: this.t('close.confirm'),
      look: 'danger',
    });
    if (goAhead && (await this.attempt(() => this.store.cancel({ outcome: 'closed' })))) this.toasts.done(this.t('done.closed'));
  }

  /** @returns whether it was kept */
  note(text: string): Promise<boolean> {
    return this.attempt(() => this.store.writeNote(text));
  }

  private async attempt(what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      return true;
    } catch (error) {
      this.toasts.fail(refusalSentence(error, this.t));
      return false;
    }
  }
}
