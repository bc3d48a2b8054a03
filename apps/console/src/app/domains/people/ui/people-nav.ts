import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SignedIn } from '../../../shell';
import { peopleTexts } from '../texts';

/** The pages about people, what they may do, and programs. */
@Component({
  selector: 'baton-people-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('nav.label')">
      @for (place of places(); track place.path) {
        <a
          #link
          [routerLink]="place.path"
          routerLinkActive="on"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
          (isActiveChange)="$event && link.scrollIntoView({ inline: 'center', block: 'nearest' })"
          >{{ t(place.name) }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 16px;
      margin-bottom: 16px;
      border-bottom: 1px solid var(--line);
      overflow-x: auto;
      overflow-y: hidden;
      scrollbar-width: none;
    }
    a {
      flex: none;
      padding: 4px 0 8px;
      color: var(--text-2);
      border-bottom: 2px solid transparent;
      margin-bottom: -1px;
    }
    a:hover {
      color: var(--text);
    }
    a.on {
      color: var(--text);
      font-weight: 600;
      border-bottom-color: var(--accent);
    }
    a:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
      box-shadow: none;
    }
    @media (pointer: coarse) {
      a {
        padding: 12px 0;
      }
    }
  `,
})
export class PeopleNav {
  protected readonly t = peopleTexts();
  private readonly signedIn = inject(SignedIn);

  protected readonly places = computed(() =>
    (
      [
        { path: '/people', name: 'nav.members', shown: this.signedIn.can('user.view') },
        { path: '/people/teams', name: 'nav.teams', shown: this.signedIn.can('user.view') },
        { path: '/people/roles', name: 'nav.roles', shown: this.signedIn.can('user.view') },
        { path: '/people/keys', name: 'nav.keys', shown: this.signedIn.can('api_key.edit') },
        { path: '/people/audit', name: 'nav.audit', shown: this.signedIn.can('audit.view') },
        { path: '/people/me', name: 'nav.me', shown: true },
      ] as const
    ).filter(({ shown }) => shown),
  );
}
