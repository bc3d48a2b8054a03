import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SignedIn } from '../../../shell';

/** The pages about people and programs. */
@Component({
  selector: 'baton-people-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="People">
      @for (place of places(); track place.path) {
        <a [routerLink]="place.path" routerLinkActive="on" ariaCurrentWhenActive="page" [routerLinkActiveOptions]="{ exact: true }">{{
          place.label
        }}</a>
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
  `,
})
export class PeopleNav {
  private readonly signedIn = inject(SignedIn);

  protected readonly places = computed(() =>
    [
      { path: '/people', label: 'Members', shown: this.signedIn.can('user.view') },
      { path: '/people/keys', label: 'API keys', shown: this.signedIn.can('api_key.edit') },
      { path: '/people/me', label: 'Your profile', shown: true },
    ].filter(({ shown }) => shown),
  );
}
