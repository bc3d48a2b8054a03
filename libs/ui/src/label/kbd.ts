import { Component, computed, input } from '@angular/core';

const ON_A_MAC = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');
const SIGNS: Readonly<Record<string, string>> = {
  mod: ON_A_MAC ? '⌘' : 'Ctrl',
  alt: ON_A_MAC ? '⌥' : 'Alt',
  shift: '⇧',
  enter: '↵',
  esc: 'Esc',
  up: '↑',
  down: '↓',
};

/** A shortcut, written as the keys of this machine: `mod+enter` is ⌘ ↵ on a Mac and Ctrl ↵ elsewhere; `g i` is one key after the other. */
@Component({
  selector: 'ba-kbd',
  template: `@for (stroke of strokes(); track $index) {
    <kbd>{{ stroke }}</kbd>
  }`,
  styles: `
    :host {
      display: inline-flex;
      gap: 3px;
    }
    kbd {
      font: 500 10px/14px var(--font);
      padding: 0 4px;
      border-radius: 3px;
      background: color-mix(in srgb, currentColor 14%, transparent);
    }
  `,
})
export class BaKbd {
  readonly keys = input.required<string>();
  protected readonly strokes = computed(() => this.keys().split(' ').map(signsOf));
}

const signsOf = (stroke: string): string =>
  stroke
    .split('+')
    .map((key) => SIGNS[key.toLowerCase()] ?? key.toUpperCase())
    .join(' ');
