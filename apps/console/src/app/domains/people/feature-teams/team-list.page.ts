import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Person, Team } from '#contracts';
import { BaAvatar, BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable } from '#ui';
import { WebsiteNames } from '../../../editing/website-names';
import { SignedIn } from '../../../shell';
import { TeamList } from '../data/team-list';
import { UserList } from '../data/user-list';
import { peopleTexts } from '../texts';
import { LoadProblem } from '../ui/load-problem';
import { PeopleNav } from '../ui/people-nav';

const FACES_SHOWN = 5;

@Component({
  imports: [BaAvatar, BaButton, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable, LoadProblem, PeopleNav, RouterLink],
  providers: [TeamList, UserList, WebsiteNames],
  template: `
    <ba-page [heading]="t('heading')" [widthPx]="1040">
      @if (mayEdit) {
        <a actions ba-button look="primary" routerLink="/people/teams/new"><ba-icon name="plus" [size]="14" />{{ t('teams.add') }}</a>
      }
      <baton-people-nav />
      <ba-panel padding="none">
        @if (list.problem(); as problem) {
          <baton-load-problem [heading]="t('teams.failed')" [problem]="problem" (again)="list.reload()" />
        } @else if (list.teams().length > 0) {
          <ba-table [label]="t('nav.teams')">
            <table class="ba-table">
              <thead>
                <tr>
                  <th>{{ t('teams.name') }}</th>
                  <th>{{ t('teams.members') }}</th>
                  <th class="wide-only">{{ t('teams.website') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (team of list.teams(); track team.id) {
                  <tr>
                    <td>
                      @if (mayEdit) {
                        <a class="ba-link name" [routerLink]="['/people/teams', team.id]">{{ team.name }}</a>
                      } @else {
                        <span class="name">{{ team.name }}</span>
                      }
                    </td>
                    <td>
                      @let members = membersOf(team);
                      <span class="faces">
                        @for (member of members.slice(0, shown); track member.id) {
                          <ba-avatar kind="agent" [name]="member.name" [size]="24" [title]="member.name" />
                        }
                      </span>
                      <span class="quiet">
                        @if (members.length > shown) {
                          {{ t('teams.more', { count: members.length - shown }) }}
                        } @else if (members.length === 0) {
                          {{ t('teams.empty') }}
                        } @else {
                          {{ names(members) }}
                        }
                      </span>
                    </td>
                    <td class="quiet wide-only">{{ websites.nameOf(team.websiteId) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </ba-table>
        } @else if (list.loading()) {
          <ba-skeleton shape="rows" [count]="3" />
        } @else {
          <ba-empty icon="people" [title]="t('teams.none')">
            {{ t('teams.noneHint') }}
            @if (mayEdit) {
              <a action ba-button look="primary" routerLink="/people/teams/new">{{ t('teams.first') }}</a>
            }
          </ba-empty>
        }
      </ba-panel>
    </ba-page>
  `,
  styleUrl: '../ui/lists.css',
  styles: `
    .faces {
      display: inline-flex;
      gap: 2px;
      vertical-align: middle;
      margin-right: 8px;
    }
    .faces:empty {
      display: none;
    }
    @media (max-width: 720px) {
      .faces {
        display: none;
      }
    }
  `,
})
export default class TeamListPage {
  protected readonly t = peopleTexts();
  protected readonly list = inject(TeamList);
  protected readonly websites = inject(WebsiteNames);
  private readonly people = inject(UserList);

  protected readonly mayEdit = inject(SignedIn).can('user.edit');
  protected readonly shown = FACES_SHOWN;
  private readonly byId = computed(() => new Map(this.people.all().map((person) => [person.id, person])));

  /** Those who were deactivated stay in it for the day they come back, and are not counted till then. */
  protected membersOf({ memberIds }: Team): readonly Person[] {
    return memberIds.flatMap((id) => this.byId().get(id) ?? []).filter(({ active }) => active);
  }

  protected names(members: readonly Person[]): string {
    return members.map(({ name }) => name).join(', ');
  }
}
