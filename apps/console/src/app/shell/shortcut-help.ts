import { Component, computed, inject } from '@angular/core';
import { BaDialog, BaKbd } from '#ui';
import { Shortcuts, wordsOf } from './shortcuts';
import { shellTexts } from './texts';

/** Every key that does something right now. */
@Component({
  imports: [BaDialog, BaKbd],
  template: `
    <ba-dialog [heading]="t('help.heading')">
      @for (group of groups(); track group.name) {
        <h3>{{ group.name }}</h3>
        <dl>
          @for (shortcut of group.shortcuts; track shortcut.label) {
            <div>
              <dt>{{ shortcut.label }}</dt>
              <dd><ba-kbd [keys]="shortcut.key" /></dd>
            </div>
          }
        </dl>
      }
    </ba-dialog>
  `,
  styles: `
    h3 {
      margin: 0 0 6px;
      font-size: 12px;
      font-weight: 600;
      color: var(--text-3);
    }
    dl {
      margin: 0 0 16px;
      display: grid;
      gap: 2px;
    }
    dl:last-child {
      margin-bottom: 0;
    }
    div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-height: 28px;
    }
    dd {
      margin: 0;
    }
  `,
})
export class ShortcutHelp {
  protected readonly t = shellTexts();
  private readonly shortcuts = inject(Shortcuts);
  protected readonly groups = computed(() => {
    const inForce = this.shortcuts
      .inForce()
      .flatMap(({ key, label, group, when }) =>
        key === undefined || when?.() === false ? [] : [{ key, label: wordsOf(label), group: wordsOf(group) }],
      );
    // What the page itself brought was registered last.
    return [...Map.groupBy(inForce, ({ group }) => group)].map(([name, shortcuts]) => ({ name, shortcuts })).reverse();
  });
}
