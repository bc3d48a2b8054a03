import type { ConversationState } from '../../connection/conversation.js';
import type { Wording } from '../texts/wording.js';
import { Icon } from './icons.js';
import { safeAddress } from '../markdown.js';

/** Who is speaking, and the way out. */
export function Header({ state, wording, onClose }: { state: ConversationState; wording: Wording; onClose: () => void }) {
  const { website, session } = state;
  const agent = session?.owner === 'agent' ? (session.agent?.name ?? wording.say('someone')) : null;
  const name = website?.name ?? '';
  return (
    <div class="head">
      <Avatar agent={agent} website={name} url={website?.theme.avatarUrl ?? null} />
      <div class="who">
        <h2>{agent ? wording.say('agentFrom', { agent, website: name }) : name || wording.say('conversation')}</h2>
        <p>{subtitle(state, wording)}</p>
      </div>
      <button type="button" class="round" aria-label={wording.say('closeChat')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function Avatar({ agent, website, url }: { agent: string | null; website: string; url: string | null }) {
  const picture = agent ? null : safeAddress(url ?? undefined);
  return (
    <span class={agent ? 'avatar person' : 'avatar'} aria-hidden="true">
      {picture ? <img src={picture} alt="" referrerpolicy="no-referrer" /> : initials(agent ?? website) || <Icon name="ai" />}
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
  return session?.owner === 'queue' ? wording.say('waitingForPerson') : phase === 'ready' ? wording.say('assistant') : '';
}
