import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoleInfo } from '#contracts';
import { BaButton, BaChip, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable } from '#ui';
import { SignedIn } from '../../../shell';
import { ALL_PERMISSIONS } from '../data/permission-groups';
import { RoleNames } from '../data/role-names';
import { peopleTexts } from '../texts';
import { LoadProblem } from '../ui/load-problem';
import { PeopleNav } from '../ui/people-nav';

@Component({
  imports: [BaButton, BaChip, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable, LoadProblem, PeopleNav, RouterLink],
  providers: [RoleNames],
  template: `
    <ba-page [heading]="t('heading')" [widthPx]="1040">
      @if (mayEdit) {
        <a actions ba-button look="primary" routerLink="/people/roles/new"><ba-icon name="plus" [size]="14" />{{ t('roles.add') }}</a>
      }
      <baton-people-nav />
      <ba-panel padding="none">
        @if (names.problem(); as problem) {
          <baton-load-problem [heading]="t('roles.failed')" [problem]="problem" (again)="names.reload()" />
        } @else if (names.roles().length > 0) {
          <ba-table [label]="t('nav.roles')">
            <table class="ba-table">
              <thead>
                <tr>
                  <th>{{ t('roles.role') }}</th>
                  <th class="wide-only">{{ t('roles.may') }}</th>
                  <th class="end">{{ t('roles.people') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (role of names.roles(); track role.id) {
                  <tr>
                    <td>
                      <a class="ba-link name" [routerLink]="['/people/roles', role.id]">{{ role.name }}</a>
                      @if (role.builtIn) {
                        <ba-chip class="chip">{{ t('roles.builtIn') }}</ba-chip>
                      }
                      <span class="meaning">{{ role.description }}</span>
                    </td>
                    <td class="quiet wide-only">{{ mayOf(role) }}</td>
                    <td class="quiet num end">{{ role.people ?? '–' }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </ba-table>
        } @else {
          <ba-skeleton shape="rows" [count]="4" />
        }
      </ba-panel>
    </ba-page>
  `,
  styleUrl: '../ui/lists.css',
  styles: `
    .chip {
      margin-left: 6px;
    }
  `,
})
export default class RoleListPage {
  protected readonly t = peopleTexts();
  protected readonly names = inject(RoleNames);
  protected readonly mayEdit = inject(SignedIn).can('role.edit');

  protected mayOf({ permissions }: RoleInfo): string {
    return permissions.length === ALL_PERMISSIONS.length ? this.t('roles.everything') : this.t('roles.permissions', { count: permissions.length });
  }
}
