import { Component } from '@angular/core';
import { BaEmpty, BaKbd } from '#ui';
import { inboxTexts } from '../texts';

@Component({
  selector: 'baton-nothing-open',
  imports: [BaEmpty, BaKbd],
  template: `
    <ba-empty icon="chat" [title]="t('empty.none.title')">
      {{ t('empty.none.choose') }} <ba-kbd keys="j" /> {{ t('empty.none.first') }} <ba-kbd keys="?" /> {{ t('empty.none.help') }}
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
export class NothingOpen {
  protected readonly t = inboxTexts();
}
