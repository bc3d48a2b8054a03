/** Keeps every key from the page, and what they would have written. */
export class HeldKeys {
  private text = '';
  private readonly hold = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Backspace') this.text = this.text.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.text += event.key;
  };

  constructor(private readonly page: Document) {
    page.addEventListener('keydown', this.hold, { capture: true });
  }

  get typed(): string {
    return this.text;
  }

  release(): void {
    this.page.removeEventListener('keydown', this.hold, { capture: true });
  }
}
