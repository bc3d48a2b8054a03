import { afterNextRender, Component, computed, DestroyRef, effect, ElementRef, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { BaEmpty, BaPanel, BaSegmented, BaSkeleton, type Choice } from '#ui';
import { editingTexts } from './texts';

/** A `WidgetTheme`, also while a form still holds it: colours half typed, empty text for nothing. */
export interface PreviewTheme {
  readonly accent: string;
  readonly position: string;
  readonly greeting: string | null;
  readonly avatarUrl: string | null;
  readonly scheme: string;
}

/** What the framed page believes its window to be: wide enough that the widget does not take it for a phone. */
const WINDOW = { width: 500, height: 760 };
const MISSING_AFTER_MS = 5000;

/** What visitors will see, while it is being chosen: the widget itself, in a frame that is a picture to everybody. */
@Component({
  selector: 'baton-widget-preview',
  imports: [BaEmpty, BaPanel, BaSegmented, BaSkeleton],
  template: `
    <ba-panel [heading]="t('preview.heading')" padding="none">
      <div class="stage" #stage [style.height.px]="height()">
        @if (state() !== 'missing') {
          <iframe
            #frame
            src="/widget/preview"
            tabindex="-1"
            [title]="t('preview.frame')"
            [class.ready]="state() === 'ready'"
            [style.width.px]="window.width"
            [style.height.px]="window.height"
            [style.transform]="'scale(' + scale() + ')'"
            (load)="loaded()"
          ></iframe>
        }
        @if (state() === 'loading') {
          <ba-skeleton class="coming" [count]="6" shape="rows" />
        } @else if (state() === 'missing') {
          <ba-empty icon="chat" [title]="t('preview.missing')" />
        }
      </div>
      <div class="choices">
        <ba-segmented [label]="t('preview.scenes')" [choices]="scenes()" [(value)]="scene" />
        @if (theme().scheme === 'system') {
          <ba-segmented [label]="t('preview.look')" [choices]="looks()" [(value)]="look" />
        }
      </div>
    </ba-panel>
  `,
  styles: `
    .stage {
      position: relative;
      display: grid;
      justify-items: center;
      overflow: hidden;
      background: var(--sunken);
    }
    iframe {
      position: absolute;
      top: 0;
      border: 0;
      transform-origin: top center;
      visibility: hidden;
    }
    iframe.ready {
      visibility: visible;
    }
    .coming {
      width: 100%;
      padding: 16px;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      justify-content: space-between;
      padding: 12px 8px;
      border-top: 1px solid var(--line);
    }
  `,
})
export class WidgetPreview {
  readonly name = input.required<string>();
  readonly locale = input.required<string>();
  readonly theme = input.required<PreviewTheme>();

  protected readonly t = editingTexts();
  protected readonly window = WINDOW;
  protected readonly state = signal<'loading' | 'ready' | 'missing'>('loading');
  protected readonly scene = signal('ai');
  /** Where the website leaves it to the visitor's system, one may look at both; at first it is as around here. */
  protected readonly look = linkedSignal<string, string>({
    source: () => this.theme().scheme,
    computation: (scheme) => (scheme === 'system' ? schemeAroundHere() : scheme),
  });
  protected readonly scenes = computed<readonly Choice[]>(() => [
    { value: 'ai', label: this.t('preview.scene.ai') },
    { value: 'waiting', label: this.t('preview.scene.waiting') },
    { value: 'agent', label: this.t('preview.scene.agent') },
  ]);
  protected readonly looks = computed<readonly Choice[]>(() => [
    { value: 'light', label: this.t('preview.light') },
    { value: 'dark', label: this.t('preview.dark') },
  ]);
  protected readonly scale = computed(() => Math.min(1, this.width() / WINDOW.width));
  protected readonly height = computed(() => Math.round(WINDOW.height * this.scale()));

  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');
  private readonly width = signal(WINDOW.width);
  /** Counts, because the page says so again whenever it is loaded again. */
  private readonly ready = signal(0);
  private givingUp: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const destroyed = inject(DestroyRef);
    const hear = (event: MessageEvent<unknown>): void => this.heard(event);
    addEventListener('message', hear);
    destroyed.onDestroy(() => {
      removeEventListener('message', hear);
      clearTimeout(this.givingUp);
    });
    afterNextRender(() => {
      const sizes = new ResizeObserver(([entry]) => entry && this.width.set(entry.contentRect.width));
      sizes.observe(this.stage().nativeElement);
      destroyed.onDestroy(() => sizes.disconnect());
    });
    effect(() => this.show());
  }

  protected loaded(): void {
    clearTimeout(this.givingUp);
    if (this.state() === 'loading') this.givingUp = setTimeout(() => this.state.set('missing'), MISSING_AFTER_MS);
  }

  private heard({ data, origin, source }: MessageEvent<unknown>): void {
    if (origin !== location.origin || source !== this.frame()?.nativeElement.contentWindow || !isReady(data)) return;
    clearTimeout(this.givingUp);
    this.state.set('ready');
    this.ready.update((times) => times + 1);
  }

  private show(): void {
    const request = {
      type: 'baton.preview.show',
      name: this.name(),
      locale: this.locale(),
      theme: this.theme(),
      scheme: this.look(),
      scene: this.scene(),
    };
    if (this.ready() > 0) this.frame()?.nativeElement.contentWindow?.postMessage(request, location.origin);
  }
}

function isReady(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'baton.preview.ready';
}

function schemeAroundHere(): 'light' | 'dark' {
  const { colorScheme } = getComputedStyle(document.documentElement);
  if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
