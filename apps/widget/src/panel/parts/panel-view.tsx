import { Component, createRef } from 'preact';
import type { SubmitContact } from '#contracts';
import type { ConversationState } from '../../connection/conversation.js';
import type { Wording } from '../texts/wording.js';
import { threadItems, type ThreadItem } from '../thread-items.js';
import { Bubble, UnsentBubble } from './bubble.js';
import { Composer } from './composer.js';
import { ContactForm } from './contact-form.js';
import { Header } from './header.js';
import { Icon } from './icons.js';
import { SystemLine } from './lines.js';
import { Rating } from './rating.js';
import { Markdown } from './text.js';
import { Thread } from './thread.js';
import { WaitingCard } from './waiting-card.js';

/** What the visitor can do; each says what they did, none knows how. */
export interface Acts {
  close(): void;
  write(text: string): void;
  send(text: string): void;
  requestPerson(): void;
  sendAgain(clientId: string): void;
  discard(clientId: string): void;
  rate(score: number): Promise<boolean>;
  leaveContact(contact: SubmitContact): Promise<boolean>;
}

export interface PanelProps {
  readonly open: boolean;
  readonly state: ConversationState;
  readonly wording: Wording;
  readonly greeting: string | null;
  /** What stands in the composer. */
  readonly draft: string;
  /** Something that did not work, in words. */
  readonly notice: string | null;
  readonly acts: Acts;
}

export class PanelView extends Component<PanelProps> {
  private readonly composer = createRef<Composer>();
  private readonly panel = createRef<HTMLElement>();

  override componentDidMount(): void {
    if (this.props.open) this.takeFocus();
  }
  override componentDidUpdate(before: PanelProps): void {
    if (this.props.open && !before.open) this.takeFocus();
  }

  override render({ open, state, wording, greeting, draft, notice, acts }: PanelProps) {
    if (!open) return null;
    const { phase, session, website } = state;
    const owner = session?.owner ?? 'ai';
    return (
      <section
        ref={this.panel}
        class="panel"
        role="dialog"
        tabIndex={-1}
        aria-label={wording.say('chatWith', { website: website?.name ?? '' })}
        onKeyDown={(event) => this.key(event)}
      >
        <Header state={state} wording={wording} onClose={acts.close} />
        <Thread wording={wording} messages={state.messages.length} own={state.outgoing.length}>
          <div role="log" aria-live="polite" aria-label={wording.say('conversation')}>
            {phase === 'ready' && <Greeting text={greeting ?? wording.say(website?.mode === 'off' ? 'greetingAlone' : 'greeting')} />}
            {threadItems(state.earlier, state.messages, owner).map((item) => (
              <Item key={item.key} item={item} wording={wording} />
            ))}
            {unconfirmed(state).map((outgoing) => (
              <UnsentBubble
                key={outgoing.clientId}
                outgoing={outgoing}
                lost={state.connection === 'lost'}
                wording={wording}
                onAgain={() => acts.sendAgain(outgoing.clientId)}
                onDiscard={() => acts.discard(outgoing.clientId)}
              />
            ))}
          </div>
          <Seen state={state} wording={wording} />
          <Writing state={state} wording={wording} />
          {owner === 'queue' && session && !session.opensAt && <WaitingCard session={session} wording={wording} />}
          {owner === 'queue' && session?.opensAt && (
            <ContactForm
              wording={wording}
              when={wording.weekdayAndTime(session.opensAt)}
              leftFor={state.contactLeft}
              onLeave={acts.leaveContact}
              onWrite={acts.send}
            />
          )}
          {owner === 'nobody' && state.messages.length > 0 && state.outgoing.length === 0 && (
            <Rating rated={state.rated} wording={wording} onRate={(score) => void acts.rate(score)} />
          )}
        </Thread>
        <div class="foot">
          <p class="notice" role="status">
            {noticeOf(state, wording) ?? notice}
          </p>
          {phase === 'ready' && owner === 'ai' && website?.mode !== 'off' && (
            <button type="button" class="pill ask" onClick={acts.requestPerson}>
              <Icon name="person" /> {wording.say('talkToPerson')}
            </button>
          )}
          <Composer ref={this.composer} wording={wording} text={draft} disabled={phase === 'unavailable'} onWrite={acts.write} onSend={acts.send} />
        </div>
      </section>
    );
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    // The page underneath may have something of its own that Esc would close.
    event.stopPropagation();
    this.props.acts.close();
  }

  // On a phone the keyboard would cover the conversation before it was read.
  private takeFocus(): void {
    if (matchMedia('(hover: hover)').matches) this.composer.current?.focus();
    else this.panel.current?.focus({ preventScroll: true });
  }
}

function Item({ item, wording }: { item: ThreadItem; wording: Wording }) {
  if (item.kind === 'bubble') return <Bubble message={item.message} opensGroup={item.opensGroup} wording={wording} />;
  if (item.kind === 'line') return <SystemLine message={item.message} wording={wording} />;
  if (item.kind === 'newConversation') return <p class="line seam">{wording.say('newConversation')}</p>;
  return <p class="line">{wording.moment(item.at, new Date())}</p>;
}

/** Said here, not stored: it belongs to no conversation. */
function Greeting({ text }: { text: string }) {
  return (
    <div class="turn ai opens">
      <div class="bubble" dir="auto">
        <Markdown text={text} />
      </div>
    </div>
  );
}

/** The answer being written. Outside of the log, so that a screen reader hears it once, whole. */
function Writing({ state: { draft, typing }, wording }: { state: ConversationState; wording: Wording }) {
  const name = typing?.author === 'agent' ? (typing.name ?? wording.say('someone')) : wording.say('assistant');
  if (draft) {
    return (
      <div class="turn ai opens" aria-hidden="true">
        <div class="bubble streaming" dir="auto">
          <Markdown text={draft.text} />
        </div>
      </div>
    );
  }
  return (
    <div role="status">
      {typing && (
        <div class={`turn opens ${typing.author}`}>
          <span class="unseen">{wording.say('isTyping', { name })}</span>
          <div class="bubble dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        </div>
      )}
    </div>
  );
}

function Seen({ state: { session, messages }, wording }: { state: ConversationState; wording: Wording }) {
  const last = messages.at(-1);
  const seen = last?.author.kind === 'visitor' && (session?.readSeq ?? 0) >= last.seq && session?.owner === 'agent';
  return seen ? <p class="fate">{wording.say('seen')}</p> : null;
}

/** What is under way, without what has come back already. */
function unconfirmed({ outgoing, messages }: ConversationState) {
  return outgoing.filter(({ clientId }) => !messages.some((message) => message.clientId === clientId));
}

function noticeOf({ phase, connection }: ConversationState, wording: Wording): string | null {
  if (phase === 'unavailable') return wording.say('unavailable');
  if (!navigator.onLine) return wording.say('offline');
  return connection === 'lost' ? wording.say('reconnecting') : null;
}
