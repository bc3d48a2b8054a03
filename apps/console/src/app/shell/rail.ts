import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { BaIcon } from '#ui';
import { StartProgress } from '../domains/start/ui/start-progress';
import { Mark } from './mark';
import { Palette } from './palette/palette';
import { MAIN_PLACES } from './places';
import { SignedIn } from './signed-in';
import { shellTexts } from './texts';
import { UserMenu } from './user-menu';

/** Where one can go, down the side or, on a phone, along the bottom. */
@Component({
  selector: 'baton-rail',
  imports: [RouterLink, RouterLinkActive, BaIcon, Mark, StartProgress, UserMenu],
  template: `
    <baton-mark class="mark" />
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      [attr.aria-label]="t('rail.search')"
      [title]="t('rail.search')"
      (click)="palette.open()"
    >
      <ba-icon name="search" />
    </button>
    <nav [attr.aria-label]="t('rail.label')">
      @for (place of places(); track place.path) {
        <a [routerLink]="place.path" routerLinkActive="on" ariaCurrentWhenActive="page" [attr.aria-label]="t(place.name)" [title]="t(place.name)">
          <ba-icon [name]="place.icon" />
        </a>
      }
      <baton-start-progress />
    </nav>
    <baton-user-menu />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 4px;
      padding: 10px 0;
      background: var(--sunken);
      border-right: 1px solid var(--line);
    }
    .mark {
      margin-bottom: 12px;
    }
    nav {
      display: contents;
    }
    nav a,
    button {
      width: 36px;
      height: 36px;
      border-radius: var(--r-m);
      display: grid;
      place-items: center;
      color: var(--text-3);
    }
    button {
      border: 0;
      background: none;
      cursor: pointer;
    }
    nav a:hover,
    button:hover {
      background: var(--hover);
      color: var(--text-2);
    }
    nav a.on {
      background: var(--surface);
      color: var(--text);
      box-shadow: inset 0 0 0 1px var(--line);
    }
    nav a.on:focus-visible {
      box-shadow: var(--focus);
    }
    baton-user-menu {
      margin-top: auto;
    }
    @media (max-width: 720px) {
      :host {
        flex-direction: row;
        justify-content: space-around;
        padding: 4px 8px calc(4px + env(safe-area-inset-bottom));
        border-right: 0;
        border-top: 1px solid var(--line);
      }
      .mark {
        display: none;
      }
      nav a,
      button {
        width: 48px;
        height: 44px;
      }
      baton-user-menu {
        margin-top: 0;
      }
    }
  `,
})
export class Rail {
  protected readonly palette = inject(Palette);
  private readonly signedIn = inject(SignedIn);
  protected readonly t = shellTexts();
  protected readonly places = computed(() => MAIN_PLACES.filter(({ needs }) => needs === null || this.signedIn.can(needs)));
}
