import type { Shortcut } from '../../../shell';
import type { DraftKind } from '../data/drafts';
import type { InboxSay } from '../texts';
import type { HandoffActs } from './handoff-acts';

export interface ConversationKeys {
  readonly acts: HandoffActs;
  readonly isReady: () => boolean;
  readonly isMine: () => boolean;
  readonly contextOpen: () => boolean;
  readonly claim: () => void;
  readonly takeOver: () => void;
  readonly write: (kind: DraftKind) => void;
  readonly toggleContext: () => void;
  readonly copyLink: () => void;
  readonly back: () => void;
}

/** What keys and the palette do with the open conversation. */
export function conversationKeys(t: InboxSay, on: ConversationKeys): readonly Shortcut[] {
  const group = () => t('keys.conversation');
  const { acts } = on;
  return [
    { key: 'c', label: () => t('keys.claim'), group, icon: 'check', when: () => acts.canClaim(), run: on.claim },
    { key: 'r', label: () => t('keys.reply'), group, icon: 'edit', when: on.isReady, run: () => on.write('reply') },
    { key: 'n', label: () => t('keys.note'), group, icon: 'note', when: on.isReady, run: () => on.write('note') },
    { key: 'a', label: () => t('keys.assign'), group, icon: 'arrow', when: () => acts.canAssign(), run: () => void acts.assign() },
    // Asks first: whoever believes to be typing a reply must not close the conversation with its first e.
    { key: 'e', label: () => t('keys.resolve'), group, icon: 'check', when: on.isMine, run: () => void acts.resolveWithNote() },
    { key: ']', label: () => t('keys.showContext'), group, icon: 'panel', when: () => on.isReady() && !on.contextOpen(), run: on.toggleContext },
    { key: '[', label: () => t('keys.hideContext'), group, icon: 'panel', when: () => on.isReady() && on.contextOpen(), run: on.toggleContext },
    { key: 'l', label: () => t('keys.copyLink'), group, icon: 'link', when: on.isReady, run: on.copyLink },
    { key: 'u', label: () => t('keys.back'), group, icon: 'back', run: on.back },
    { label: () => t('keys.takeOver'), group, icon: 'person', when: () => acts.canTakeOver(), run: on.takeOver },
    { label: () => t('keys.returnToAi'), group, icon: 'spark', when: () => acts.canEnd(), run: () => void acts.returnToAi() },
    { label: () => t('keys.release'), group, icon: 'undo', when: on.isMine, run: () => void acts.release() },
    { label: () => t('keys.close'), group, icon: 'cross', when: () => acts.canEnd(), run: () => void acts.closeWithoutFollowUp() },
  ];
}
