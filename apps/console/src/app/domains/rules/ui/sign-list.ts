import { Component, input, output } from '@angular/core';
import type { BuiltInSign } from '#contracts';
import { rulesTexts } from '../texts';

export interface SignTurn {
  readonly id: string;
  readonly counts: boolean;
}

/** The words and phrases by which a topic is known without anybody's help; each can be switched off. */
@Component({
  selector: 'baton-sign-list',
  template: `
    <ul [attr.aria-label]="t('topics.known')">
      @for (sign of signs(); track sign.id) {
        <li>
          <label class="ba-check">
            <input
              type="checkbox"
              #box
              [checked]="!off().includes(sign.id)"
              [disabled]="!mayEdit()"
              (change)="turned.emit({ id: sign.id, counts: box.checked })"
            />
            <span [class.off]="off().includes(sign.id)">{{ said(sign) }}</span>
          </label>
          @if (sign.weak) {
            <span class="weak">{{ t('topics.weak') }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      columns: 2 240px;
      column-gap: 24px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      break-inside: avoid;
      padding: 2px 0;
      overflow-wrap: anywhere;
    }
    .off {
      color: var(--text-3);
      text-decoration: line-through;
    }
    .weak {
      display: block;
      padding-left: 23px;
      font-size: 12px;
      line-height: 16px;
      color: var(--text-3);
    }
  `,
})
export class SignList {
  readonly signs = input.required<readonly BuiltInSign[]>();
  readonly off = input.required<readonly string[]>();
  readonly mayEdit = input(false);
  readonly turned = output<SignTurn>();

  protected readonly t = rulesTexts();

  /** Other words may stand between its parts; what may be missing is in brackets. */
  protected said({ parts }: BuiltInSign): string {
    return parts
      .map(({ words, optional, gap }, index) => {
        const all = words.join(' / ');
        return `${index > 0 && gap > 0 ? '… ' : ''}${optional ? `(${all})` : all}`;
      })
      .join(' ');
  }
}
