import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaButton, BaIcon, BaIconButton, BaInput } from '#ui';
import { editingTexts } from '../../../editing/texts';
import { RoleNames } from '../data/role-names';
import { EVERYWHERE, type UserDraft } from '../data/user-draft';
import { peopleTexts } from '../texts';

/** Where somebody works and as what. */
@Component({
  selector: 'baton-role-fields',
  imports: [BaButton, BaIcon, BaIconButton, BaInput, FormField],
  template: `
    @for (membership of items(); track $index) {
      @let n = $index + 1;
      <div class="line">
        <select ba-input [attr.aria-label]="t('person.websiteOf', { n })" [formField]="membership.websiteId">
          <option [value]="everywhere">{{ editing('websites.all') }}</option>
          @for (website of websites(); track website.id) {
            <option [value]="website.id">{{ website.name }}</option>
          }
        </select>
        <select ba-input class="role" [attr.aria-label]="t('person.roleOf', { n })" [formField]="membership.role">
          @for (role of rolesFor(membership.role().value()); track role.id) {
            <option [value]="role.id">{{ role.name }}</option>
          }
        </select>
        <button ba-icon-button icon="cross" type="button" [size]="14" [label]="t('person.removeRole', { n })" (click)="removed.emit($index)"></button>
      </div>
      <p class="meaning">{{ names.meaningOf(membership.role().value()) }}</p>
    } @empty {
      <p class="meaning">{{ t('person.noRoles') }}</p>
    }
    <button ba-button look="ghost" type="button" class="add" (click)="added.emit()">
      <ba-icon name="plus" [size]="14" />{{ t('person.addRole') }}
    </button>
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
      flex: 0 1 190px;
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

  protected readonly t = peopleTexts();
  protected readonly editing = editingTexts();
  protected readonly names = inject(RoleNames);
  protected readonly everywhere = EVERYWHERE;
  protected readonly items = computed(() => {
    this.of()().value();
    return [...this.of()] as FieldTree<UserDraft['memberships'][number]>[];
  });
  protected readonly error = computed(() => this.of()().errors()[0]?.message);

  /** The one that is held stands there from the start, also while the roles are on their way. */
  protected rolesFor(held: string): readonly { readonly id: string; readonly name: string }[] {
    const roles = this.names.roles();
    return roles.some(({ id }) => id === held) ? roles : [...roles, { id: held, name: this.names.nameOf(held) }];
  }
}
