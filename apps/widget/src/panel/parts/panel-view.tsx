import { Component, createRef } from 'preact';
import type { FieldError, Message, SubmitContact } from '#contracts';
import type { ConversationState } from '../../connection/conversation.js';
import type { Wording } from '../texts/wording.js';
import type * as ExtrasModule from '../extras/index.js';
import { unspoofed } from '../markdown.js';
import { threadItems, type ThreadItem } from '../thread-items.js';
import { Bubble, UnsentBubble } from './bubble.js';
import { Composer } from './composer.js';
import { Greeting } from './greeting.js';
import { Header } from './header.js';
import { Icon } from './icons.js';
import { SystemLine } from './lines.js';
import { Thread } from './thread.js';

/** What the visitor can do; each says what they did, none knows how. */
export interface Acts {
  open(): void;
  close(): void;
  hideNews(): void;
  write(text: string): void;
  send(text: string): void;
  requestPerson(): void;
  /** Whether a person shall come. */
  answerOffer(accept: boolean): void;
  sendAgain(clientId: string): void;
  discard(clientId: string): void;
  /** @returns whether it arrived */
  rate(score: number, comment?: string): Promise<boolean>;
  /** @returns what the server would not take; empty when it took all, null when it was not understood why not */
  leaveContact(contact: SubmitContact): Promise<readonly FieldError[] | null>;
  end(): void;
  setSound(on: boolean): void;
  saveTranscript(): void;
}

/** What is seldom on screen; it comes in a file of its own. */
export type Extras = typeof ExtrasModule;

export interface PanelProps {
  readonly open: boolean;
  /** What came while it was closed and is still to be shown beside the launcher. */
  readonly news: Message | null;
  readonly state: ConversationState;
  readonly wording: Wording;
  readonly greeting: string | null;
  readonly avatarUrl: string | null;
  /** What stands in the composer. */
  readonly draft: string;
  /** Something that did not work, in words. */
  readonly notice: string | null;
  /** Null until they have been fetched: then there is no menu, no form and no rating. */
  readonly extras: Extras | null;
  readonly sound: boolean;
  /** The panel fills the screen: there is nothing beside it to go to. */
  readonly full: boolean;
  readonly acts: Acts;
}

const FOCUSABLE = 'button:not(:disabled,[tabindex="-1"]),a[href],input,textarea:not(:disabled),[tabindex="0"]';

export class PanelView extends Component<PanelProps, { menu: boolean }> {
  override state = { menu: false };
  private readonly menuButton = createRef<HTMLButtonElement>();
  private readonly composer = createRef<Composer>();
  private readonly panel = createRef<HTMLElement>();

  override componentDidMount(): void {
    if (this.props.open) this.takeFocus();
  }
  override componentDidUpdate(before: PanelProps): void {
    if (before.open && !this.props.open && this.state.menu) this.setState({ menu: false });
    if (this.props.open && !before.open) this.takeFocus();
  }

  override render(
    { open, news, state, wording, greeting, avatarUrl, draft, notice, extras, sound, full, acts }: PanelProps,
    { menu }: { menu: boolean },
  ) {
    if (!open) return extras && <extras.Peek message={news} wording={wording} onOpen={acts.open} onHide={acts.hideNews} />;
    const { phase, session, website } = state;
    const owner = session?.owner ?? 'ai';
    const waiting = unconfirmed(state);
    return (
      <section
        ref={this.panel}
        class="panel"
        role="dialog"
        aria-modal={full}
        tabIndex={-1}
        aria-label={wording.say('chatWith', { website: website?.name ?? '' })}
        onKeyDown={(event) => this.key(event)}
        // The page may have keys of its own, and could not tell that somebody is writing here.
        onKeyPress={keepToOurselves}
        onKeyUp={keepToOurselves}
      >
        <Header
          state={state}
          wording={wording}
          avatarUrl={avatarUrl}
          menu={extras && session ? menu : undefined}
          menuButton={this.menuButton}
          onMenu={() => this.setState({ menu: !menu })}
          onClose={acts.close}
        />
        {extras && menu && (
          <extras.Menu
            wording={wording}
            sound={sound}
            canEnd={owner !== 'nobody'}
            onSound={acts.setSound}
            onSave={acts.saveTranscript}
            onEnd={acts.end}
            onClose={() => this.closeMenu()}
          />
        )}
        <Thread wording={wording} messages={state.messages.length} own={waiting.length}>
          {/* Said once, when it is added: a change of language or of a mark is no news. */}
          <div role="log" aria-live="polite" aria-relevant="additions" aria-label={wording.say('conversation')}>
            {phase === 'ready' && (
              <Greeting
                text={greeting ?? wording.say(website?.mode === 'off' ? 'greetingAlone' : 'greeting')}
                alone={!session?.lastSeq && state.messages.length + state.earlier.length + waiting.length === 0}
                website={unspoofed(website?.name ?? '')}
                avatarUrl={avatarUrl}
              />
            )}
            {threadItems(state.earlier, state.messages, owner).map((item) => (
              <Item key={item.key} item={item} wording={wording} />
            ))}
          </div>
          {waiting.map((outgoing) => (
            <UnsentBubble
              key={outgoing.clientId}
              outgoing={outgoing}
              lost={state.connection === 'lost'}
              wording={wording}
              onAgain={() => acts.sendAgain(outgoing.clientId)}
              onDiscard={() => acts.discard(outgoing.clientId)}
            />
          ))}
          {extras && <extras.Doing state={state} wording={wording} />}
          {extras && session?.offer && <extras.Offer key={session.offer.id} wording={wording} onAnswer={(accept) => this.answer(accept)} />}
          {extras && owner === 'queue' && session && !session.opensAt && !session.away && <extras.WaitingCard session={session} wording={wording} />}
          {extras && owner === 'queue' && session?.opensAt && (
            <extras.ContactForm
              wording={wording}
              when={wording.weekdayAndTime(session.opensAt)}
              leftFor={state.contactLeft}
              onLeave={acts.leaveContact}
              onWrite={acts.send}
            />
          )}
          {owner === 'nobody' && state.messages.length > 0 && waiting.length === 0 && (
            <>
              {extras && <extras.Rating key={session?.id} rated={state.rated} wording={wording} onRate={acts.rate} />}
              <p class="line">{wording.say('writeAgain')}</p>
            </>
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
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) this.props.acts.close();
    else if (event.key === 'Tab' && this.props.full) this.goAround(event);
  }

  /** Behind a full screen there is a page that cannot be seen: the focus stays where the eyes are. */
  private goAround(event: KeyboardEvent): void {
    const stops = [...(this.panel.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (event.target !== from && !(event.shiftKey && event.target === this.panel.current)) return;
    event.preventDefault();
    to?.focus();
  }

  /** The buttons go with the answer, and must not take the focus with them. */
  private answer(accept: boolean): void {
    this.props.acts.answerOffer(accept);
    this.takeFocus();
  }

  private closeMenu(): void {
    this.setState({ menu: false });
    this.menuButton.current?.focus();
  }

  // On a phone the keyboard would cover the conversation before it was read.
  private takeFocus(): void {
    if (matchMedia('(hover: hover)').matches) this.composer.current?.focus();
    else this.panel.current?.focus({ preventScroll: true });
  }
}

function keepToOurselves(event: Event): void {
  event.stopPropagation();
}

function Item({ item, wording }: { item: ThreadItem; wording: Wording }) {
  if (item.kind === 'bubble') return <Bubble message={item.message} opensGroup={item.opensGroup} wording={wording} />;
  if (item.kind === 'line') return <SystemLine message={item.message} wording={wording} />;
  if (item.kind === 'newConversation') return <p class="line seam">{wording.say('newConversation')}</p>;
  return <p class="line">{wording.moment(item.at, new Date())}</p>;
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
