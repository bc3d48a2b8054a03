import { Component, type ComponentChildren } from 'preact';
import type { Message } from '#contracts';
import type { Outgoing } from '#sdk/visitor';
import { safeAddress, unspoofed } from '../markdown.js';
import type { Wording } from '../texts/wording.js';
import { Markdown, OutLink, Plain } from './text.js';

interface BubbleProps {
  readonly message: Message;
  readonly opensGroup: boolean;
  readonly wording: Wording;
}

/** A stored message. It never changes, so a long thread costs nothing while another answer streams. */
export class Bubble extends Component<BubbleProps> {
  override shouldComponentUpdate(next: BubbleProps): boolean {
    return next.message !== this.props.message || next.opensGroup !== this.props.opensGroup || next.wording.locale !== this.props.wording.locale;
  }

  override render({ message, opensGroup, wording }: BubbleProps) {
    const { kind } = message.author;
    const author = authorOf(message, wording);
    return (
      <div class={`turn ${kind} ${opensGroup ? 'opens' : ''}`}>
        {kind === 'agent' && opensGroup && (
          <span class="name" aria-hidden="true">
            {author}
          </span>
        )}
        <div class="bubble" dir="auto" title={wording.time(message.createdAt)}>
          {/* Isolated: a name of the other direction must not turn around what was said. */}
          <bdi class="unseen">{author}: </bdi>
          {kind === 'visitor' ? <Plain text={message.text} /> : <Markdown text={message.text} />}
        </div>
        {message.sources?.length ? <Sources sources={message.sources} wording={wording} /> : null}
      </div>
    );
  }
}

export function authorOf({ author: { kind, name } }: Message, wording: Wording): string {
  if (kind === 'visitor') return wording.say('you');
  return kind === 'ai' ? wording.say('assistant') : unspoofed(name ?? '') || wording.say('someone');
}

function Sources({ sources, wording }: { sources: NonNullable<Message['sources']>; wording: Wording }) {
  const titles = sources.map(({ title, url }, index): ComponentChildren => {
    const href = safeAddress(url);
    const name = unspoofed(title);
    return [index > 0 && ', ', href ? <OutLink href={href}>{name}</OutLink> : name];
  });
  return (
    <p class="sources">
      {wording.say('sources')} {titles}
    </p>
  );
}

interface UnsentProps {
  readonly outgoing: Outgoing;
  readonly lost: boolean;
  readonly wording: Wording;
  readonly onAgain: () => void;
  readonly onDiscard: () => void;
}

/** What the visitor wrote and the server has not confirmed. */
export function UnsentBubble({ outgoing, lost, wording, onAgain, onDiscard }: UnsentProps) {
  const refused = outgoing.state === 'refused';
  return (
    <div class={`turn visitor opens ${refused ? 'refused' : 'unsent'}`}>
      <div class="bubble" dir="auto">
        <Plain text={outgoing.text} />
      </div>
      {refused ? (
        <p class="fate" role="alert">
          {wording.say('notSent')}
          {/* The server gives its reasons in English. */}
          {wording.locale.startsWith('en') && outgoing.error && `: ${outgoing.error.message}`}
          <button type="button" class="link" onClick={onAgain}>
            {wording.say('tryAgain')}
          </button>
          <button type="button" class="link" onClick={onDiscard}>
            {wording.say('discard')}
          </button>
        </p>
      ) : (
        <p class={lost ? 'fate' : 'unseen'}>{wording.say(lost ? 'willSend' : 'sending')}</p>
      )}
    </div>
  );
}
