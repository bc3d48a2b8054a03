import { TRY_TEXTS, type TryTexts } from './try-texts';

/** Somebody of the team plays visitor: the chat of one website, on a page of Baton, under the very rules of every other page. */

interface Look {
  readonly name: string;
  readonly locale: string;
}

type Told = { readonly status?: string; readonly message?: { readonly author?: { readonly kind?: string } } };
type Baton = ((verb: string, ...args: unknown[]) => void) & { q?: unknown[] };

const part = (id: string): HTMLElement => document.getElementById(id)!;
const websiteKey = new URLSearchParams(location.search).get('websiteKey') ?? '';
const language = spokenHere();
const texts: TryTexts = TRY_TEXTS[language]!;

document.documentElement.lang = language;
document.title = 'Baton';
void begin();

/** What the console was set to on this device, else what the browser speaks. */
function spokenHere(): string {
  const wanted = [localStorage.getItem('baton.language') ?? '', ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0]!);
  return wanted.find((tag) => tag in TRY_TEXTS) ?? 'en';
}

async function begin(): Promise<void> {
  const answer = await fetch(`/api/v1/widget/website?websiteKey=${encodeURIComponent(websiteKey)}`).catch(() => null);
  if (answer?.ok) return invite((await answer.json()) as Look);
  if (answer?.status === 403) return refuse(texts.notAllowed, texts.notAllowedText.replace('{origin}', location.origin));
  if (answer && answer.status < 500) return refuse(texts.unknown, texts.unknownText);
  refuse(texts.unreachable, texts.unreachableText);
}

function refuse(title: string, text: string): void {
  say(title, text);
  way(texts.back, '/start');
}

function invite({ name }: Look): void {
  part('name').textContent = name;
  // Agents read it beside the conversation.
  document.title = `${name} · Baton`;
  part('tag').textContent = texts.tag;
  say(texts.title, texts.text);
  const [asked, person] = [texts.asked, texts.person, texts.claim].map(step);
  part('steps').hidden = false;
  // In a tab of its own: the visitor must stay to be answered.
  way(texts.inbox, '/inbox/unassigned').target = '_blank';
  embed();
  window.Baton!('on', 'message', (told: Told) => {
    if (told.message?.author?.kind === 'ai') done(asked!);
  });
  window.Baton!('on', 'handoff', (told: Told) => {
    if (told.status === 'requested' || told.status === 'queued' || told.status === 'claimed') done(person!);
  });
}

function say(title: string, text: string): void {
  part('title').textContent = title;
  part('text').textContent = text;
}

function way(label: string, to: string): HTMLAnchorElement {
  const link = part('way') as HTMLAnchorElement;
  link.textContent = label;
  link.href = to;
  link.hidden = false;
  return link;
}

function step(text: string): HTMLElement {
  const item = document.createElement('li');
  item.append(text);
  part('steps').append(item);
  return item;
}

function done(item: HTMLElement): void {
  if (item.classList.contains('done')) return;
  item.classList.add('done');
  const word = document.createElement('span');
  word.className = 'unseen';
  word.textContent = ` (${texts.done})`;
  item.append(word);
}

/** As the snippet does it on any page. */
function embed(): void {
  const queue: Baton = (...args: unknown[]) => void (queue.q ??= []).push(args);
  window.Baton = queue;
  const script = document.createElement('script');
  script.src = '/widget/v1.js';
  document.head.append(script);
  window.Baton('boot', { websiteKey });
}
