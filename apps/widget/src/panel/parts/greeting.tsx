import { Avatar } from './header.js';
import { Markdown } from './text.js';

/** A longer one reads better as the message that it is. */
const WELCOME_MAX_CHARS = 160;

interface GreetingProps {
  readonly text: string;
  /** Nothing else has been said. */
  readonly alone: boolean;
  readonly website: string;
  readonly avatarUrl: string | null;
}

/** Said here, not stored: it belongs to no conversation. While nothing else is said, it has the room to itself. */
export function Greeting({ text, alone, website, avatarUrl }: GreetingProps) {
  const welcome = alone && text.length <= WELCOME_MAX_CHARS;
  return (
    <div class={`turn ai opens ${welcome ? 'welcome' : ''}`}>
      {welcome && <Avatar agent={null} website={website} url={avatarUrl} />}
      <div class="bubble" dir="auto">
        <Markdown text={text} />
      </div>
    </div>
  );
}
