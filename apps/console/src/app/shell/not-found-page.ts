import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BaButton, BaEmpty } from '#ui';

@Component({
  selector: 'baton-not-found-page',
  imports: [RouterLink, BaButton, BaEmpty],
  template: `
    <h1 class="ba-hidden-text">Not found</h1>
    <ba-empty icon="search" title="There is nothing here">
      The address is wrong, or what was here is gone, or you may not see it.
      <a ba-button action routerLink="/inbox">Go to the inbox</a>
    </ba-empty>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      height: 100%;
    }
  `,
})
export class NotFoundPage {}
