import type { ConversationState } from '../../connection/conversation.js';
import { unspoofed } from '../markdown.js';
import { Markdown } from '../parts/text.js';
import type { Wording } from '../texts/wording.js';
import { asItWillLook } from './half-written.js';

interface DoingProps {
  readonly state: ConversationState;
  readonly wording: Wording;
}

/** What the others are doing right now: reading, writing. */
export function Doing(props: DoingProps) {
  return (
    <>
      <Seen {...props} />
      <Writing {...props} />
    </>
  );
}

/** The answer being written. Outside of the log, so that a screen reader hears it once, whole. */
function Writing({ state: { draft, typing }, wording }: DoingProps) {
  const name = typing?.author === 'agent' ? unspoofed(typing.name ?? '') || wording.say('someone') : wording.say('assistant');
  if (draft) {
    return (
      <div class="turn ai opens" aria-hidden="true">
        <div class="bubble streaming" dir="auto">
          <Markdown text={asItWillLook(draft.text)} />
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

function Seen({ state: { session, messages }, wording }: DoingProps) {
  const last = messages.at(-1);
  const seen = last?.author.kind === 'visitor' && (session?.readSeq ?? 0) >= last.seq && session?.owner === 'agent';
  return seen ? <p class="fate">{wording.say('seen')}</p> : null;
}
