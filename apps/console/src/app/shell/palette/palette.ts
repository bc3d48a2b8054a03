import { DOCUMENT, EnvironmentInjector, inject, Injectable, InjectionToken, runInInjectionContext, signal, type Type } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs, Toasts } from '#ui';
import { SignedIn } from '../signed-in';
import type { Chosen, LazySource, PaletteData, PaletteSource } from './found';
import { HeldKeys } from './held-keys';
import { shellTexts } from '../texts';

export const LAZY_SOURCES = new InjectionToken<readonly LazySource[]>('LAZY_SOURCES', { factory: () => [] });

const WIDTH_PX = 620;

const loadPanel = () => import('./palette-panel');

/** Go anywhere, do anything, find anybody: Ctrl+K. Everything behind it is loaded when it is first opened. */
@Injectable({ providedIn: 'root' })
export class Palette {
  private readonly t = shellTexts();
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly signedIn = inject(SignedIn);
  private readonly injector = inject(EnvironmentInjector);
  private readonly lazy = inject(LAZY_SOURCES);
  private readonly known = signal<readonly PaletteSource[]>([]);
  private readonly loaded = new Set<LazySource>();
  private opening = false;

  /** @returns a function that takes it away again */
  add(source: PaletteSource): () => void {
    this.known.update((all) => [...all, source]);
    return () => this.known.update((all) => all.filter((other) => other !== source));
  }

  async open(): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      const opened = await this.fetch();
      if (!opened) return;
      const chosen = await this.dialogs.open<Chosen, PaletteData>(opened.panel, { sources: this.known, typed: opened.typed }, WIDTH_PX, 'top');
      if (!chosen) return;
      if ('url' in chosen) await this.router.navigateByUrl(chosen.url);
      else chosen.run();
    } finally {
      this.opening = false;
    }
  }

  /** So that it opens at once when it is asked for. */
  prepare(): void {
    void loadPanel().catch(() => undefined);
  }

  /** What is typed before the panel is there was meant for its field, not for the page's own keys. */
  private async fetch(): Promise<{ readonly panel: Type<unknown>; readonly typed: string } | null> {
    const keys = new HeldKeys(this.document);
    try {
      const [{ PalettePanel }] = await Promise.all([loadPanel(), this.loadSources()]);
      return { panel: PalettePanel, typed: keys.typed };
    } catch {
      this.toasts.fail(this.t('palette.notLoaded'));
      return null;
    } finally {
      keys.release();
    }
  }

  /** One that cannot be fetched now is asked for again next time; the others work without it. */
  private async loadSources(): Promise<void> {
    const wanted = this.lazy.filter((source) => !this.loaded.has(source) && this.signedIn.can(source.needs));
    await Promise.allSettled(
      wanted.map(async (source) => {
        const [{ default: create }] = await Promise.all([source.load(), runInInjectionContext(this.injector, () => source.texts.bring())]);
        const created = await runInInjectionContext(this.injector, create);
        if (this.loaded.has(source)) return;
        this.loaded.add(source);
        this.add(created);
      }),
    );
  }
}
