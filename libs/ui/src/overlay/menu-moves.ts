/** Where in a menu the focus starts. */
export type MenuEnd = 'first' | 'last';

/** What was typed ahead, and when. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

const GAP_PX = 4;
const EDGE_PX = 8;
const TYPING_PAUSE_MS = 600;

const linesOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])'),
];

/** Moves the focus as a key asks for. @returns what was typed so far; the same as before when the key means nothing here */
export function moveInMenu(menu: HTMLElement, key: string, typed: Typed, now = 0): Typed {
  const lines = linesOf(menu);
  const at = lines.indexOf(menu.ownerDocument.activeElement as HTMLElement);
  const to = (index: number): Typed => {
    lines.at(index % lines.length)?.focus();
    return { text: '', at: now };
  };
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return to(at + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return to(at <= 0 ? -1 : at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(-1);
    default:
      return key.length === 1 && key !== ' ' ? typeAhead(lines, at, key, typed, now) : typed;
  }
}

function typeAhead(lines: readonly HTMLElement[], at: number, key: string, typed: Typed, now: number): Typed {
  const text = (now - typed.at > TYPING_PAUSE_MS ? '' : typed.text) + key.toLowerCase();
  // The first letter looks further down; more letters may keep the line they are on.
  const from = text.length === 1 ? at + 1 : Math.max(0, at);
  const ordered = [...lines.slice(from), ...lines.slice(0, from)];
  ordered.find((line) => (line.getAttribute('aria-label') ?? line.textContent).trim().toLowerCase().startsWith(text))?.focus();
  return { text, at: now };
}

/** Under the button, or above it where there is more room; never beyond the window. */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const { innerWidth, innerHeight } = button.ownerDocument.defaultView!;
  const by = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = innerHeight - by.bottom - GAP_PX - EDGE_PX;
  const above = by.top - GAP_PX - EDGE_PX;
  const room = height <= below || below >= above ? below : above;
  const shown = Math.min(height, room);
  menu.style.maxHeight = `${Math.max(room, 120)}px`;
  menu.style.top = `${Math.max(EDGE_PX, room === below ? by.bottom + GAP_PX : by.top - GAP_PX - shown)}px`;
  const start = by.left + width <= innerWidth - EDGE_PX ? by.left : by.right - width;
  menu.style.left = `${Math.max(EDGE_PX, Math.min(start, innerWidth - EDGE_PX - width))}px`;
}
