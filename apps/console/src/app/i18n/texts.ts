import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { localeFor, rememberedLanguage, rememberLanguage, type Language } from './languages';
import type { AnyLoaders, TextTree } from './text-types';

/** The chosen language, and the texts loaded for it. */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly spoken = signal<Language>(rememberedLanguage());
  private readonly needed = new Map<string, AnyLoaders>();
  private readonly present = new Set<string>();

  readonly language = this.spoken.asReadonly();
  /** For `Intl`. */
  readonly locale = computed(() => localeFor(this.spoken()));
  private readonly plurals = computed(() => new Intl.PluralRules(this.spoken()));

  constructor() {
    effect(() => this.root.setAttribute('lang', this.spoken()));
  }

  /** Changes the language when everything on the page can be said in it, so that nobody sees a page half in each. */
  async choose(language: Language): Promise<void> {
    await this.bring(language);
    rememberLanguage(language);
    this.spoken.set(language);
  }

  /** Brings the texts of a part of the console, in the language chosen now and from now on. */
  async need(scope: string, loaders: AnyLoaders): Promise<void> {
    this.needed.set(scope, loaders);
    await this.bring(this.spoken());
    // Somebody may have chosen another language meanwhile.
    if (!this.present.has(pathOf(scope, this.spoken()))) await this.bring(this.spoken());
  }

  take(scope: string, language: Language, tree: TextTree): void {
    this.transloco.setTranslation(tree, pathOf(scope, language), { emitChange: false });
    this.present.add(pathOf(scope, language));
  }

  /** Whether there is such a text, where the key comes from elsewhere. */
  has(key: string): boolean {
    return key in this.transloco.getTranslation(this.spoken());
  }

  say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const language = this.spoken();
    const { count } = params;
    const texts = this.transloco.getTranslation(language);
    if (typeof count !== 'number' || !(`${key}.other` in texts)) return this.transloco.translate(key, params, language);
    const exact = `${key}.${this.plurals().select(count)}`;
    const shown = { ...params, count: count.toLocaleString(this.locale()) };
    return this.transloco.translate(exact in texts ? exact : `${key}.other`, shown, language);
  }

  private async bring(language: Language): Promise<void> {
    const missing = () => [...this.needed].filter(([scope]) => !this.present.has(pathOf(scope, language)));
    // A page may come to need more while this waits.
    while (missing().length > 0) {
      await Promise.all(
        missing().map(async ([scope, loaders]) => {
          const texts = await loaders[language]();
          this.take(scope, language, texts[language] as TextTree);
        }),
      );
    }
  }
}

const pathOf = (scope: string, language: Language): string => `${scope}/${language}`;
