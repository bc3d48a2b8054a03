import type { RefObject } from 'preact';
import type { ConversationState } from '../../connection/conversation.js';
import { safeAddress, unspoofed } from '../markdown.js';
import type { Wording } from '../texts/wording.js';
import { Icon } from './icons.js';

interface HeaderProps {
  readonly state: ConversationState;
  readonly wording: Wording;
  readonly avatarUrl: string | null;
  /** Whether the menu is open; undefined where there is none. */
  readonly menu: boolean | undefined;
  readonly menuButton: RefObject<HTMLButtonElement>;
  readonly onMenu: () => void;
  readonly onClose: () => void;
}

/** Who is speaking, and the way out. */
export function Header({ state, wording, avatarUrl, menu, menuButton, onMenu, onClose }: HeaderProps) {
  const { website, session } = state;
  const agent = session?.owner === 'agent' ? unspoofed(session.agent?.name ?? '') || wording.say('someone') : null;
  const name = unspoofed(website?.name ?? '');
  return (
    <div class="head">
      <Avatar agent={agent} website={name} url={avatarUrl} />
      <div class="who">
        <h2>{agent ? wording.say('agentFrom', { agent, website: name }) : name || wording.say('conversation')}</h2>
        <p>{subtitle(state, wording)}</p>
      </div>
      {menu !== undefined && (
        <button
          type="button"
          class="round"
          ref={menuButton}
          aria-haspopup="menu"
          aria-expanded={menu}
          aria-label={wording.say('moreOptions')}
          onClick={onMenu}
        >
          <Icon name="more" />
        </button>
      )}
      <button type="button" class="round" aria-label={wording.say('closeChat')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

export function Avatar({ agent, website, url }: { agent: string | null; website: string; url: string | null }) {
  const picture = agent || !/^http/i.test(url ?? '') ? null : safeAddress(url ?? undefined);
  return (
    <span class={agent ? 'avatar person' : 'avatar'} aria-hidden="true">
      {initials(agent ?? website) || <Icon name="ai" />}
      {/* Over the letters, which stay where the page's policy or the picture's host says no. */}
      {picture && <img src={picture} alt="" referrerpolicy="no-referrer" onError={({ currentTarget }) => (currentTarget.hidden = true)} />}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
}

function subtitle({ phase, session, website }: ConversationState, wording: Wording): string {
  if (phase === 'starting') return wording.say('connecting');
  if (session?.owner === 'agent') return wording.say('agentHere');
  if (session?.owner === 'nobody') return wording.say('conversationEnded');
  const opensAt = session?.opensAt ?? (website?.open ? null : website?.opensAt);
  if (opensAt) return wording.say('backAt', { when: wording.weekdayAndTime(opensAt) });
  if (session?.away) return wording.say('requestKept');
  return session?.owner === 'queue' ? wording.say('waitingForPerson') : phase === 'ready' ? wording.say('assistant') : '';
}
