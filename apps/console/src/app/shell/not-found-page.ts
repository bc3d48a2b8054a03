import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BaButton, BaEmpty } from '#ui';
import { shellTexts } from './texts';

@Component({
  selector: 'baton-not-found-page',
  imports: [RouterLink, BaButton, BaEmpty],
  template: `
    <h1 class="ba-hidden-text">{{ t('notFound.heading') }}</h1>
    <ba-empty icon="search" [title]="t('notFound.title')">
      {{ t('notFound.body') }}
      <a ba-button action routerLink="/inbox">{{ t('notFound.toInbox') }}</a>
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
export class NotFoundPage {
  protected readonly t = shellTexts();
}
