import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { BaCopyable, BaPanel, BaSegmented } from '#ui';
import { appCode, cspLines, embedSnippet, embedTag } from '../data/snippet';
import { websitesTexts } from '../texts';

/** The lines that put the chat on a site, with this installation's own address and this website's key. */
@Component({
  selector: 'baton-install-guide',
  imports: [BaCopyable, BaPanel, BaSegmented],
  template: `
    <ba-panel>
      <ba-segmented [label]="t('install.variant')" [choices]="variants()" [(value)]="variant" />
      @switch (variant()) {
        @case ('snippet') {
          <p>{{ t('install.snippetHint') }}</p>
          <ba-copyable [label]="t('install.embedSnippet')" [text]="snippet()" />
        }
        @case ('spa') {
          <p>{{ t('install.spaHint') }}</p>
          <ba-copyable [label]="t('install.appCode')" [text]="app()" />
        }
        @default {
          <p>{{ t('install.tagHint') }}</p>
          <ba-copyable [label]="t('install.embedTag')" [text]="tag()" />
          <h3>{{ t('install.options') }}</h3>
          <dl>
            <div>
              <dt>data-locale="de"</dt>
              <dd>{{ t('install.localeOption') }}</dd>
            </div>
            <div>
              <dt>data-launcher="false"</dt>
              <dd>{{ t('install.launcherOption') }}</dd>
            </div>
          </dl>
        }
      }
      <h3>{{ t('install.csp') }}</h3>
      <p class="tight">{{ t('install.cspHint') }}</p>
      <ba-copyable [label]="t('install.csp')" [text]="csp()" />
    </ba-panel>
  `,
  styles: `
    p {
      margin: 12px 0 8px;
      max-width: 66ch;
      color: var(--text-2);
    }
    p.tight {
      margin-top: 0;
    }
    h3 {
      margin: 20px 0 4px;
      font-size: 13px;
      font-weight: 600;
    }
    dl {
      display: grid;
      gap: 4px;
      margin: 0;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      align-items: baseline;
    }
    dt {
      font-family: var(--mono);
      font-size: 12px;
    }
    dd {
      margin: 0;
      color: var(--text-2);
    }
  `,
})
export class InstallGuide {
  readonly websiteKey = input.required<string>();
  readonly avatarUrl = input<string | null>(null);

  protected readonly t = websitesTexts();
  private readonly baton = inject(DOCUMENT).location.origin;
  protected readonly variant = signal('tag');
  protected readonly variants = computed(() => [
    { value: 'tag', label: this.t('install.tag') },
    { value: 'snippet', label: this.t('install.snippet') },
    { value: 'spa', label: this.t('install.spa') },
  ]);
  protected readonly snippet = computed(() => embedSnippet(this.baton, this.websiteKey()));
  protected readonly tag = computed(() => embedTag(this.baton, this.websiteKey()));
  protected readonly app = computed(() => appCode(this.baton, this.websiteKey()));
  protected readonly csp = computed(() => cspLines(this.baton, this.avatarUrl()));
}
