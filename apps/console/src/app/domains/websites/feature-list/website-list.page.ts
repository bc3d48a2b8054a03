import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaChip, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable } from '#ui';
import { SignedIn } from '../../../shell';
import { WebsiteList } from '../data/website-list';
import { MODE_WORDS, RESPONDER_WORDS } from '../ui/website-words';

@Component({
  imports: [BaButton, BaCallout, BaChip, BaEmpty, BaIcon, BaPage, BaPanel, BaSkeleton, BaTable, RouterLink],
  providers: [WebsiteList],
  template: `
    <ba-page heading="Websites" [widthPx]="960">
      @if (mayCreate) {
        <a actions ba-button look="primary" routerLink="new"><ba-icon name="plus" [size]="14" />Add website</a>
      }
      <ba-panel padding="none">
        @if (list.problem(); as problem) {
          <ba-callout tone="bad">{{ problem.detail }}</ba-callout>
          <ba-empty icon="refresh" title="The websites could not be loaded">
            <button action ba-button type="button" (click)="list.reload()">Try again</button>
          </ba-empty>
        } @else if (list.loading()) {
          <ba-skeleton shape="rows" [count]="3" />
        } @else {
          <ba-table label="Websites">
            @if (list.websites().length > 0) {
              <table class="ba-table">
                <thead>
                  <tr>
                    <th>Name</th>
                    <th class="wide-only">Allowed origins</th>
                    <th>People</th>
                    <th class="wide-only">AI</th>
                  </tr>
                </thead>
                <tbody>
                  @for (website of list.websites(); track website.id) {
                    <tr>
                      <td>
                        <a class="ba-link name" [routerLink]="website.id">{{ website.name }}</a>
                      </td>
                      <td class="quiet wide-only">
                        {{ website.allowedOrigins[0] ?? 'none yet' }}
                        @if (website.allowedOrigins.length > 1) {
                          <ba-chip>+{{ website.allowedOrigins.length - 1 }}</ba-chip>
                        }
                      </td>
                      <td>{{ modes[website.mode].label }}</td>
                      <td class="wide-only">{{ responders[website.assistant.responder].label }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            } @else {
              <ba-empty icon="website" title="No websites yet">
                A website is where the chat stands. Rules, hours and people belong to it.
                @if (mayCreate) {
                  <a action ba-button look="primary" routerLink="new">Add the first website</a>
                }
              </ba-empty>
            }
          </ba-table>
        }
      </ba-panel>
    </ba-page>
  `,
  styles: `
    .name {
      color: var(--text);
    }
    ba-callout {
      margin: 16px 16px 0;
    }
  `,
})
export default class WebsiteListPage {
  protected readonly list = inject(WebsiteList);
  protected readonly mayCreate = inject(SignedIn).can('website.create');
  protected readonly modes = MODE_WORDS;
  protected readonly responders = RESPONDER_WORDS;
}
