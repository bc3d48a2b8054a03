import { Component, inject, signal } from '@angular/core';
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
  BaMenuFor,
  BaMenuItem,
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
  Dialogs,
  ICONS,
  Toasts,
  type IconName,
  type Tone,
} from '../index.js';
import { BaTextList } from '../form/text-list.js';

const MINUTE_MS = 60_000;
const MARKDOWN = 'Send it back **within 30 days**, *unworn*:\n\n1. Pack it\n2. Write `RMA-4711` on it\n\nMore at https://shop.example/returns.';

/** Every part in every state, for whoever builds screens. Served at `/ui` in development. */
@Component({
  imports: [
    BaTextList,
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
    BaMenuFor,
    BaMenuItem,
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
    FormField,
  ],
  templateUrl: './gallery.page.html',
  styleUrl: './gallery.page.css',
})
export default class GalleryPage {
  protected readonly dialogs = inject(Dialogs);
  protected readonly toasts = inject(Toasts);

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

  protected ask(): void {
    void this.dialogs.confirm({ title: 'Delete Northwind?', body: 'The chat disappears from its pages.', confirm: 'Delete website', look: 'danger' });
  }
}
