import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PresenceState, TeamUser } from '#contracts';
import { BaAvatar, BaButton, BaChip, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable } from '#ui';
import { SignedIn } from '../../../shell';
import { UserList } from '../data/user-list';
import { WebsiteNames } from '../../../editing/website-names';
import { PeopleNav } from '../ui/people-nav';
import { ROLE_WORDS } from '../ui/role-words';

const PRESENCE_WORDS: Readonly<Record<PresenceState, string>> = { online: 'Online', away: 'Away', offline: 'Offline' };

@Component({
  imports: [BaAvatar, BaButton, BaChip, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable, PeopleNav, RouterLink],
  providers: [UserList, WebsiteNames],
  templateUrl: './user-list.page.html',
  styles: `
    .who {
      display: flex;
      gap: 10px;
      align-items: center;
      min-width: 0;
    }
    .who > span {
      min-width: 0;
    }
    .name {
      color: var(--text);
    }
    .email {
      display: block;
      color: var(--text-3);
      font-size: 12px;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .gone .name {
      color: var(--text-2);
      font-weight: 400;
    }
    .presence {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      white-space: nowrap;
    }
    .presence::before {
      content: '';
      width: 8px;
      height: 8px;
      border-radius: 50%;
      box-shadow: inset 0 0 0 1.5px var(--text-3);
    }
    .presence.online::before {
      background: var(--good);
      box-shadow: none;
    }
    .presence.away::before {
      background: var(--warn);
      box-shadow: none;
    }
    .roles {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
    .roles ba-chip {
      white-space: normal;
    }
  `,
})
export default class UserListPage {
  protected readonly list = inject(UserList);
  protected readonly mayEdit = inject(SignedIn).can('user.edit');
  protected readonly presence = PRESENCE_WORDS;
  private readonly names = inject(WebsiteNames);

  protected rolesOf(user: TeamUser): readonly string[] {
    return user.memberships.map(({ websiteId, role }) =>
      websiteId === null ? ROLE_WORDS[role].label : `${ROLE_WORDS[role].label} · ${this.names.nameOf(websiteId)}`,
    );
  }
}
