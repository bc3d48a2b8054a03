import { Component } from '@angular/core';
import { BaEmpty, BaKbd } from '#ui';

@Component({
  selector: 'baton-nothing-open',
  imports: [BaEmpty, BaKbd],
  template: `
    <ba-empty icon="chat" title="No conversation is open">
      Choose one from the list, or press <ba-kbd keys="j" /> for the first. <ba-kbd keys="?" /> shows every shortcut.
    </ba-empty>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      height: 100%;
      background: var(--surface);
    }
  `,
})
export class NothingOpen {}
