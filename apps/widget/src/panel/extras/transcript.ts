import type { Message } from '#contracts';
import { systemText } from '../parts/lines.js';
import { authorOf } from '../parts/bubble.js';
import type { Wording } from '../texts/wording.js';

/** The whole conversation as plain text, in reading order. */
export function transcriptOf(messages: readonly Message[], wording: Wording): string {
  return messages
    .map((message) => {
      const said = message.author.kind === 'system' ? `(${systemText(message, wording)})` : `${authorOf(message, wording)}: ${message.text}`;
      return `${dateAndTime(message.createdAt, wording)}  ${said}`;
    })
    .join('\n\n');
}

/** `1/30/26, 9:56 AM` */
function dateAndTime(iso: string, { tag }: Wording): string {
  return new Date(iso).toLocaleString(tag, { dateStyle: 'short', timeStyle: 'short' });
}

/** Hands the visitor their copy as a file. */
export function saveTranscript(messages: readonly Message[], website: string, wording: Wording): void {
  const address = URL.createObjectURL(new Blob([`${website}\n\n${transcriptOf(messages, wording)}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${website.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'chat'}.txt`;
  link.click();
  URL.revokeObjectURL(address);
}
