import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, Directive, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

/** On a button: opens the given `<ng-template>` as a menu under it; arrows, typing ahead and Esc work as in any menu. */
@Directive({
  selector: 'button[ba-menu-for]',
  hostDirectives: [
    {
      directive: CdkMenuTrigger,
      inputs: ['cdkMenuTriggerFor: ba-menu-for', 'cdkMenuTriggerData: menuData'],
      outputs: ['cdkMenuOpened: opened', 'cdkMenuClosed: closed'],
    },
  ],
})
export class BaMenuFor {}

@Component({
  selector: 'ba-menu',
  template: `<ng-content />`,
  hostDirectives: [CdkMenu],
  host: { '[attr.aria-label]': 'label() || null' },
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 1px;
      min-width: 180px;
      max-width: 320px;
      max-height: 60vh;
      overflow: auto;
      margin: 4px 0;
      padding: 4px;
      background: var(--surface);
      border: 1px solid var(--line-strong);
      border-radius: var(--r-m);
      box-shadow: 0 6px 20px light-dark(rgb(0 0 0 / 10%), rgb(0 0 0 / 45%));
      animation: drop 0.09s ease-out;
    }
    @keyframes drop {
      from {
        opacity: 0;
        transform: translateY(-3px);
      }
    }
  `,
})
export class BaMenu {
  readonly label = input('');
}

@Component({
  selector: 'button[ba-menu-item]',
  imports: [BaIcon],
  template: `
    @if (icon(); as icon) {
      <ba-icon [name]="icon" [size]="15" />
    }
    <span><ng-content /></span>
    <ng-content select="ba-kbd" />
  `,
  hostDirectives: [{ directive: CdkMenuItem, inputs: ['cdkMenuItemDisabled: disabled'], outputs: ['cdkMenuItemTriggered: chosen'] }],
  host: { type: 'button', '[attr.data-look]': 'look()' },
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 9px;
      min-height: 30px;
      padding: 4px 10px;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text);
      text-align: left;
      cursor: pointer;
    }
    :host(:hover),
    :host(:focus-visible) {
      background: var(--hover);
      outline: none;
      box-shadow: none;
    }
    :host(:focus-visible) {
      outline: 1px solid var(--line-strong);
    }
    :host([data-look='danger']) {
      color: var(--bad);
    }
    :host([aria-disabled='true']) {
      opacity: 0.5;
      cursor: default;
    }
    span {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    ba-icon {
      color: var(--text-3);
    }
    :host([data-look='danger']) ba-icon {
      color: inherit;
    }
    @media (max-width: 720px) {
      :host {
        min-height: 40px;
      }
    }
  `,
})
export class BaMenuItem {
  readonly icon = input<IconName | null>(null);
  readonly look = input<'plain' | 'danger'>('plain');
}

/** A line of a menu that is on or off; the owner of the setting turns it when it is chosen. */
@Component({
  selector: 'button[ba-menu-switch]',
  imports: [BaIcon],
  template: `<span class="box">
      @if (checked()) {
        <ba-icon name="check" [size]="11" />
      }</span
    ><span class="text"><ng-content /></span>`,
  hostDirectives: [
    {
      directive: CdkMenuItemCheckbox,
      inputs: ['cdkMenuItemChecked: checked', 'cdkMenuItemDisabled: disabled'],
      outputs: ['cdkMenuItemTriggered: chosen'],
    },
  ],
  host: { type: 'button' },
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 9px;
      min-height: 30px;
      padding: 4px 10px;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text);
      text-align: left;
      cursor: pointer;
    }
    :host(:hover),
    :host(:focus-visible) {
      background: var(--hover);
      outline: none;
      box-shadow: none;
    }
    :host(:focus-visible) {
      outline: 1px solid var(--line-strong);
    }
    .box {
      flex: none;
      display: grid;
      place-items: center;
      width: 15px;
      height: 15px;
      border: 1px solid var(--text-3);
      border-radius: 4px;
      color: var(--accent);
    }
    :host([aria-checked='true']) .box {
      border-color: var(--accent);
    }
    .text {
      flex: 1;
      min-width: 0;
    }
    @media (max-width: 720px) {
      :host {
        min-height: 40px;
      }
    }
  `,
})
export class BaMenuSwitch {
  readonly checked = input(false);
}
