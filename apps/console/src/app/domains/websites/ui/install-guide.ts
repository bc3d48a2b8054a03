import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { BaCopyable, BaPanel } from '#ui';
import { cspLines, embedSnippet, embedTag } from '../data/snippet';

/** The lines that put the chat on a site. */
@Component({
  selector: 'baton-install-guide',
  imports: [BaCopyable, BaPanel],
  template: `
    <ba-panel heading="Put it on your site">
      <p>Paste this before <code>&lt;/body&gt;</code> on every page.</p>
      <ba-copyable label="Embed snippet" [text]="snippet()" />
      <p>Does the site send a content security policy? Use this tag instead …</p>
      <ba-copyable label="Embed tag" [text]="tag()" />
      <p>… and add this to the policy.</p>
      <ba-copyable label="Content security policy" [text]="csp" />
    </ba-panel>
  `,
  styles: `
    p {
      margin: 0 0 8px;
      color: var(--text-2);
    }
    ba-copyable + p {
      margin-top: 16px;
    }
    code {
      font-family: var(--mono);
      font-size: 12px;
      color: var(--text);
    }
  `,
})
export class InstallGuide {
  readonly websiteKey = input.required<string>();

  private readonly baton = inject(DOCUMENT).location.origin;
  protected readonly snippet = computed(() => embedSnippet(this.baton, this.websiteKey()));
  protected readonly tag = computed(() => embedTag(this.baton, this.websiteKey()));
  protected readonly csp = cspLines(this.baton);
}
