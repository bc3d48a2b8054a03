import type { ComponentChildren } from 'preact';
import { parseMarkdown, parsePlain, type Block, type Inline } from '../markdown.js';

/** What AI and agents write. */
export function Markdown({ text }: { text: string }) {
  return <>{parseMarkdown(text).map(block)}</>;
}

/** What visitors write. */
export function Plain({ text }: { text: string }) {
  return <>{parsePlain(text).map(block)}</>;
}

/** A link out of the conversation: the page it opens learns nothing of ours. */
export function OutLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function block(one: Block) {
  if (one.kind === 'code') return <pre>{one.text}</pre>;
  if (one.kind === 'paragraph') return <p>{one.lines.map((line, index) => [index > 0 && <br />, line.map(inline)])}</p>;
  const items = one.items.map((item) => <li>{item.map(inline)}</li>);
  return one.ordered ? <ol start={one.start}>{items}</ol> : <ul>{items}</ul>;
}

function inline(one: Inline): ComponentChildren {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'code':
      return <code>{one.text}</code>;
    case 'link':
      return <OutLink href={one.href}>{one.children.map(inline)}</OutLink>;
    case 'strong':
      return <strong>{one.children.map(inline)}</strong>;
    case 'em':
      return <em>{one.children.map(inline)}</em>;
  }
}
