import type { Signal } from '@angular/core';
import type { Permission } from '#contracts';
import type { IconName } from '#ui';
import type { Words } from '../shortcuts';

/** Something the palette found, and where choosing it leads. */
export interface Found {
  /** Unique within its source. */
  readonly id: string;
  readonly title: string;
  /** What tells it from others with the same title. */
  readonly detail?: string;
  readonly icon?: IconName;
  /** A path of this console. */
  readonly url: string;
}

/** One kind of things to search for. */
export interface PaletteSource {
  /** The heading above what it finds. */
  readonly name: Words;
  /** @param query at least two characters, trimmed  @param signal aborted when the query is not wanted any more */
  search(query: string, signal: AbortSignal): Promise<readonly Found[]>;
}

/** A source that is fetched with the palette, for who may see what it finds. Its default export runs in an injection context. */
export interface LazySource {
  readonly needs: Permission;
  /** The words it says, brought with it. */
  readonly texts: { bring(): Promise<void> };
  readonly load: () => Promise<{ readonly default: () => PaletteSource | Promise<PaletteSource> }>;
}

/** What the palette was closed with. */
export type Chosen = { readonly url: string } | { readonly run: () => void };

/** What the panel is opened with. */
export interface PaletteData {
  /** More may be fetched while it is open. */
  readonly sources: Signal<readonly PaletteSource[]>;
  /** What was typed before it was there. */
  readonly typed: string;
}
