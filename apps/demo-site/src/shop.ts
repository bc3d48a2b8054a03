/** The little that moves in the shop: the basket, the filter, and the buttons that open the chat. */
declare global {
  interface Window {
    Baton?: (verb: string, ...args: unknown[]) => void;
    /** Of chat.js: puts the chat on the page. */
    bootChat?: () => Promise<void>;
  }
}

const all = <E extends Element>(selector: string): E[] => [...document.querySelectorAll<E>(selector)];
const basket = document.querySelector<HTMLOutputElement>('#basket')!;
let items = 0;

for (const button of all<HTMLButtonElement>('[data-add]')) {
  button.addEventListener('click', () => {
    items += 1;
    basket.value = String(items);
    button.textContent = 'In your basket';
    button.classList.add('added');
    setTimeout(() => {
      button.textContent = 'Add to basket';
      button.classList.remove('added');
    }, 1800);
  });
}

const filters = all<HTMLButtonElement>('[data-filter]');
for (const filter of filters) {
  filter.addEventListener('click', () => {
    const kind = filter.dataset['filter'];
    for (const other of filters) other.ariaPressed = String(other === filter);
    for (const product of all<HTMLElement>('[data-kind]')) product.hidden = kind !== 'all' && product.dataset['kind'] !== kind;
  });
}

// Everything below is what a shop of one's own would do with the chat; the calls wait in line until it has loaded.
const baton = (verb: string, ...args: unknown[]): void => window.Baton?.(verb, ...args);

for (const ask of all<HTMLButtonElement>('[data-ask]')) {
  ask.addEventListener('click', () => baton('showNewMessage', ask.dataset['ask']));
}
for (const button of all<HTMLButtonElement>('[data-person]')) {
  button.addEventListener('click', () => baton('requestHuman', 'Asked on the help section of the shop'));
}

/** A button of the shop's own, with the number of what is unread. */
const chatButton = document.querySelector<HTMLButtonElement>('[data-chat]')!;
const unread = document.querySelector<HTMLOutputElement>('[data-unread]')!;
chatButton.addEventListener('click', () => baton('toggle'));
baton('on', 'unread', ({ count }: { count: number }) => {
  unread.hidden = count === 0;
  unread.value = count === 0 ? '' : `${count} new`;
});

const language = document.querySelector<HTMLSelectElement>('[data-language]')!;
language.addEventListener('change', () => baton('setLocale', language.value || navigator.language));

/** Somebody says who they are. Nobody has proved it: a shop with a login would hand over a token of its server instead. */
const order = document.querySelector<HTMLFormElement>('[data-order]')!;
const known = document.querySelector<HTMLElement>('[data-known]')!;
order.addEventListener('submit', (event) => {
  event.preventDefault();
  const said = new FormData(order);
  const [name, email, number] = ['name', 'email', 'order'].map((field) => String(said.get(field)));
  baton('identify', { name, email });
  baton('setAttributes', { order: number });
  baton('showNewMessage', `My order ${number}: `);
  known.hidden = false;
  known.querySelector('b')!.textContent = name ?? '';
});
document.querySelector('[data-forget]')!.addEventListener('click', () => {
  baton('shutdown');
  order.reset();
  known.hidden = true;
  void window.bootChat?.();
});

export {};
