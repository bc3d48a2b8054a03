import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import {
  BaAvatar,
  BaButton,
  BaCallout,
  BaChip,
  BaCopyable,
  BaEmpty,
  BaField,
  BaIcon,
  BaIconButton,
  BaInput,
  BaKbd,
  BaListRow,
  BaMarkdown,
  BaMenu,
  BaMenuChoice,
  BaMenuFor,
  BaMenuItem,
  BaMenuRadio,
  BaMenuSwitch,
  BaMeter,
  BaPage,
  BaPane,
  BaPanel,
  BaPill,
  BaSearch,
  BaSegmented,
  BaSkeleton,
  BaSwitch,
  BaTable,
  BaTabs,
  BaTime,
  BaToasts,
  Dialogs,
  ICONS,
  Toasts,
  type IconName,
  type Tone,
} from '../index.js';
import { GalleryDialog } from './gallery-dialog.js';
import { BaTextList } from '../form/text-list.js';

const MINUTE_MS = 60_000;
const MARKDOWN = 'Send it back **within 30 days**, *unworn*:\n\n1. Pack it\n2. Write `RMA-4711` on it\n\nMore at https://shop.example/returns.';

/** Every part in every state, for whoever builds screens. Served at `/ui` in development. */
@Component({
  imports: [
    BaAvatar,
    BaButton,
    BaCallout,
    BaChip,
    BaCopyable,
    BaEmpty,
    BaField,
    BaIcon,
    BaIconButton,
    BaInput,
    BaKbd,
    BaListRow,
    BaMarkdown,
    BaMenu,
    BaMenuChoice,
    BaMenuFor,
    BaMenuItem,
    BaMenuRadio,
    BaMenuSwitch,
    BaMeter,
    BaPage,
    BaPane,
    BaPanel,
    BaPill,
    BaSearch,
    BaSegmented,
    BaSkeleton,
    BaSwitch,
    BaTable,
    BaTabs,
    BaTextList,
    BaTime,
    BaToasts,
    FormField,
  ],
  templateUrl: './gallery.page.html',
  styleUrl: './gallery.page.css',
})
export default class GalleryPage {
  protected readonly dialogs = inject(Dialogs);
  protected readonly toasts = inject(Toasts);
  private readonly root = inject(DOCUMENT).documentElement;

  protected readonly icons = Object.keys(ICONS) as IconName[];
  protected readonly tones: readonly Tone[] = ['neutral', 'accent', 'ai', 'note', 'warn', 'bad', 'good'];
  protected readonly tabs = [
    { id: 'reply', label: 'Reply' },
    { id: 'note', label: 'Note' },
    { id: 'earlier', label: 'Earlier', count: 3 },
  ];
  protected readonly choices = [
    { value: 'off', label: 'Off' },
    { value: 'shadow', label: 'Shadow' },
    { value: 'live', label: 'Live' },
  ];
  protected readonly themes = [
    { value: 'system', label: 'System' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ];
  protected readonly densities = [
    { value: 'comfortable', label: 'Comfortable' },
    { value: 'compact', label: 'Compact' },
  ];
  protected readonly shapes = ['rows', 'lines'] as const;
  protected readonly theme = signal('system');
  protected readonly density = signal('comfortable');
  protected readonly markdown = MARKDOWN;

  protected readonly tab = signal('reply');
  protected readonly choice = signal('shadow');
  protected readonly searched = signal('');
  protected readonly on = signal(true);
  protected readonly form = form(signal({ name: '', origins: ['https://shop.example', 'shop'] }), (path) =>
    required(path.name, { message: 'Give the website a name' }),
  );

  protected minutesAgo(minutes: number): string {
    return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
  }

  /** For this page alone; the console remembers what is chosen, this does not. */
  protected wear(what: 'theme' | 'density', value: string): void {
    this[what].set(value);
    this.root.setAttribute(`data-${what}`, value);
  }

  protected showDialog(): void {
    void this.dialogs.open(GalleryDialog);
  }

  protected ask(): void {
    void this.dialogs.confirm({ title: 'Delete Northwind?', body: 'The chat disappears from its pages.', confirm: 'Delete website', look: 'danger' });
  }
}
