import { Component, computed, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaButton, BaIcon, BaIconButton, BaInput } from '#ui';
import { EVERYWHERE, type UserDraft } from '../data/user-draft';
import { ROLE_CHOICES, ROLE_WORDS } from './role-words';

/** Where somebody works and as what. */
@Component({
  selector: 'baton-role-fields',
  imports: [BaButton, BaIcon, BaIconButton, BaInput, FormField],
  template: `
    @for (membership of items(); track $index) {
      <div class="line">
        <select ba-input [attr.aria-label]="'Website ' + ($index + 1)" [formField]="membership.websiteId">
          <option [value]="everywhere">All websites</option>
          @for (website of websites(); track website.id) {
            <option [value]="website.id">{{ website.name }}</option>
          }
        </select>
        <select ba-input class="role" [attr.aria-label]="'Role ' + ($index + 1)" [formField]="membership.role">
          @for (choice of roles; track choice.value) {
            <option [value]="choice.value">{{ choice.label }}</option>
          }
        </select>
        <button ba-icon-button icon="cross" type="button" [size]="14" [label]="'Remove role ' + ($index + 1)" (click)="removed.emit($index)"></button>
      </div>
      <p class="meaning">{{ words[membership.role().value()].meaning }}</p>
    } @empty {
      <p class="meaning">No role: they can sign in, but see nothing.</p>
    }
    <button ba-button look="ghost" type="button" class="add" (click)="added.emit()"><ba-icon name="plus" [size]="14" />Add a role</button>
    @if (error()) {
      <p class="error" role="alert">{{ error() }}</p>
    }
  `,
  styles: `
    .line {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .line select {
      flex: 1;
      min-width: 0;
    }
    .line .role {
      flex: 0 1 150px;
    }
    .meaning {
      margin: 4px 0 12px;
      font-size: 12px;
      color: var(--text-3);
    }
    @media (max-width: 720px) {
      .line {
        flex-wrap: wrap;
      }
      .line .role {
        flex: 1 1 60%;
      }
      .line select:first-child {
        flex-basis: 100%;
      }
    }
    .add {
      color: var(--accent);
      margin-left: -6px;
      padding: 0 8px 0 6px;
    }
    .error {
      margin: 4px 0 0;
      font-size: 12px;
      font-weight: 500;
      color: var(--bad);
    }
  `,
})
export class RoleFields {
  readonly of = input.required<FieldTree<UserDraft['memberships']>>();
  readonly websites = input.required<readonly { readonly id: string; readonly name: string }[]>();
  readonly added = output<void>();
  readonly removed = output<number>();

  protected readonly everywhere = EVERYWHERE;
  protected readonly roles = ROLE_CHOICES;
  protected readonly words = ROLE_WORDS;
  protected readonly items = computed(() => {
    this.of()().value();
    return [...this.of()] as FieldTree<UserDraft['memberships'][number]>[];
  });
  protected readonly error = computed(() => this.of()().errors()[0]?.message);
}
