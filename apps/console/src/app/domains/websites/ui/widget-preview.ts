import { Component, computed, input } from '@angular/core';
import { BaIcon, BaPanel } from '#ui';
import { bestInkOn } from '../data/contrast';
import type { WebsiteDraft } from '../data/website-draft';

/** What visitors will see, while it is being chosen. */
@Component({
  selector: 'baton-widget-preview',
  imports: [BaIcon, BaPanel],
  template: `
    <ba-panel heading="Preview" padding="none">
      <div
        class="stage"
        aria-hidden="true"
        [class.left]="theme().position === 'left'"
        [style.color-scheme]="scheme()"
        [style.--brand]="theme().accent"
        [style.--brand-ink]="ink()"
      >
        <div class="panel">
          <div class="head">
            @if (theme().avatarUrl) {
              <img [src]="theme().avatarUrl" alt="" width="26" height="26" />
            }
            <b>{{ name() || 'Your website' }}</b>
          </div>
          <p class="bubble">{{ theme().greeting || 'Hello! How can we help?' }}</p>
          <p class="bubble mine">When will my order arrive?</p>
          <div class="write">Write a message …</div>
        </div>
        <div class="launcher"><ba-icon name="chat" [size]="22" /></div>
      </div>
    </ba-panel>
  `,
  styles: `
    .stage {
      display: flex;
      flex-direction: column;
      align-items: flex-end;
      gap: 12px;
      padding: 20px;
      background: repeating-linear-gradient(135deg, var(--sunken) 0 10px, transparent 10px 20px);
    }
    .stage.left {
      align-items: flex-start;
    }
    .panel {
      width: 264px;
      padding-bottom: 12px;
      border: 1px solid var(--line-strong);
      border-radius: 14px;
      overflow: hidden;
      background: light-dark(#fff, #17181b);
      color: light-dark(#1a1a1e, #ececef);
    }
    .head {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 12px 14px;
      background: var(--brand);
      color: var(--brand-ink);
    }
    .head b {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    img {
      border-radius: 50%;
      object-fit: cover;
    }
    .bubble {
      margin: 12px 14px 0;
      padding: 7px 11px;
      border-radius: 12px;
      max-width: 200px;
      width: fit-content;
      overflow-wrap: anywhere;
      background: light-dark(#f1f1ef, #26282d);
    }
    .bubble.mine {
      margin-left: auto;
      background: var(--brand);
      color: var(--brand-ink);
    }
    .write {
      margin: 16px 12px 0;
      padding: 8px 12px;
      border: 1px solid light-dark(#d6d5d1, #363940);
      border-radius: 10px;
      color: light-dark(#73737d, #868892);
    }
    .launcher {
      width: 48px;
      height: 48px;
      border-radius: 50%;
      display: grid;
      place-items: center;
      background: var(--brand);
      color: var(--brand-ink);
    }
  `,
})
export class WidgetPreview {
  readonly name = input.required<string>();
  readonly theme = input.required<WebsiteDraft['theme']>();

  protected readonly ink = computed(() => bestInkOn(this.theme().accent)?.ink ?? '#ffffff');
  protected readonly scheme = computed(() => (this.theme().scheme === 'system' ? null : this.theme().scheme));
}
