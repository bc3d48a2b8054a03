/** The little that moves in the shop: the basket, the filter, and the buttons that open the chat. */
declare global {
  interface Window {
    Baton?: (verb: string, ...args: unknown[]) => void;
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

for (const ask of all<HTMLButtonElement>('[data-ask]')) {
  ask.addEventListener('click', () => window.Baton?.('showNewMessage', ask.dataset['ask']));
}
for (const button of all<HTMLButtonElement>('[data-person]')) {
  button.addEventListener('click', () => window.Baton?.('requestHuman', 'Asked on the help section of the shop'));
}

export {};
