import { NgTemplateOutlet } from '@angular/common';
import { Component, DestroyRef, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Person } from '#contracts';
import { BaAvatar, BaButton, BaChip, BaEmpty, BaIcon, BaInput, BaPage, BaPanel, BaSearch, BaSkeleton, BaTable, BaTime, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { WebsiteNames } from '../../../editing/website-names';
import { Live, SignedIn } from '../../../shell';
import { RoleNames } from '../data/role-names';
import { UserList } from '../data/user-list';
import { peopleTexts } from '../texts';
import { LoadProblem } from '../ui/load-problem';
import { PeopleNav } from '../ui/people-nav';
import { PresenceMark } from '../ui/presence-mark';

@Component({
  imports: [
    BaAvatar,
    BaButton,
    BaChip,
    BaEmpty,
    BaIcon,
    BaInput,
    BaPage,
    BaPanel,
    BaSearch,
    BaSkeleton,
    BaTable,
    BaTime,
    LoadProblem,
    NgTemplateOutlet,
    PeopleNav,
    PresenceMark,
    RouterLink,
  ],
  providers: [RoleNames, UserList, WebsiteNames],
  templateUrl: './user-list.page.html',
  styleUrl: '../ui/lists.css',
  styles: `
    .who ba-chip {
      margin-left: 6px;
    }
    .email {
      display: block;
      color: var(--text-3);
      font-size: 12px;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .gone {
      margin-top: 20px;
    }
    summary {
      width: fit-content;
      padding: 4px 6px;
      margin: 0 -6px 8px;
      border-radius: var(--r-s);
      color: var(--text-2);
      cursor: pointer;
    }
    summary:focus-visible {
      outline: 2px solid var(--accent);
      box-shadow: none;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
      padding: 10px 16px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    li .name {
      color: var(--text-2);
      font-weight: 400;
    }
    .narrow-only {
      display: none;
    }
    @media (max-width: 720px) {
      .who .narrow-only {
        display: inline-flex;
        margin-left: 0;
      }
    }
  `,
})
export default class UserListPage {
  protected readonly t = peopleTexts();
  protected readonly list = inject(UserList);
  protected readonly names = inject(WebsiteNames);
  private readonly roleNames = inject(RoleNames);
  private readonly signedIn = inject(SignedIn);
  private readonly toasts = inject(Toasts);

  protected readonly mayEdit = this.signedIn.can('user.edit');
  protected readonly self = this.signedIn.userId;

  constructor() {
    // Who comes and goes is seen as it happens.
    inject(DestroyRef).onDestroy(inject(Live).socket.on('presence.updated', ({ userId, state }) => this.list.showPresence(userId, state)));
  }

  protected rolesOf({ memberships }: Person): readonly string[] {
    return memberships.map(({ websiteId, role }) =>
      websiteId === null
        ? this.roleNames.nameOf(role)
        : this.t('list.roleOn', { role: this.roleNames.nameOf(role), website: this.names.nameOf(websiteId) }),
    );
  }

  protected async reactivate({ id, name }: Person): Promise<void> {
    try {
      await this.list.reactivate(id);
      this.toasts.done(this.t('list.reactivated', { name }));
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
