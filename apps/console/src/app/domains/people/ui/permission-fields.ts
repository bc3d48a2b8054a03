import { Component, computed, input, output } from '@angular/core';
import type { Permission } from '#contracts';
import { peopleTexts } from '../texts';
import { PERMISSION_GROUPS } from '../data/permission-groups';

/** Every permission in words, in groups, to be given or taken. */
@Component({
  selector: 'baton-permission-fields',
  template: `
    <div class="groups">
      @for (group of groups(); track group.name) {
        <fieldset>
          <legend>{{ t(group.label) }}</legend>
          @for (each of group.permissions; track each.key) {
            <label class="ba-check" [class.off]="each.locked" [title]="each.locked && !readonly() ? t('roles.notYours') : each.key">
              <input type="checkbox" [checked]="chosen().has(each.key)" [disabled]="each.locked" (change)="turn(each.key, $event)" />
              <span>{{ t(each.label) }}</span>
            </label>
          }
        </fieldset>
      }
    </div>
  `,
  styles: `
    .groups {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
      gap: 20px 28px;
    }
    fieldset {
      display: grid;
      align-content: start;
      gap: 4px;
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      padding: 0;
      margin-bottom: 6px;
      font-size: 12px;
      font-weight: 600;
      color: var(--text-2);
    }
    .off {
      cursor: default;
      color: var(--text-2);
    }
    @media (pointer: coarse) {
      .ba-check {
        padding: 10px 0;
        min-height: 44px;
      }
    }
  `,
})
export class PermissionFields {
  readonly chosen = input.required<ReadonlySet<Permission>>();
  /** Which may be given; the others cannot be touched. */
  readonly mayGive = input<(permission: Permission) => boolean>(() => true);
  readonly readonly = input(false);
  /** Leaves out what may not be given, where there is nothing to be seen of it. */
  readonly onlyGiveable = input(false);
  readonly turned = output<{ readonly permission: Permission; readonly on: boolean }>();

  protected readonly t = peopleTexts();
  protected readonly groups = computed(() =>
    PERMISSION_GROUPS.map(({ name, permissions }) => ({
      name,
      label: `groups.${name}` as const,
      permissions: permissions
        .filter((key) => !this.onlyGiveable() || this.mayGive()(key))
        .map((key) => ({ key, label: `permission.${key}` as const, locked: this.readonly() || !this.mayGive()(key) })),
    })).filter(({ permissions }) => permissions.length > 0),
  );

  protected turn(permission: Permission, event: Event): void {
    this.turned.emit({ permission, on: (event.target as HTMLInputElement).checked });
  }
}
