import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BaMenuItem, BaMenuSwitch } from './menu-item.js';
import { BaMenu, BaMenuFor } from './menu.js';

@Component({
  imports: [BaMenu, BaMenuFor, BaMenuItem, BaMenuSwitch],
  template: `
    <button [ba-menu-for]="menu">Resolve</button>
    <ng-template #menu>
      <ba-menu label="Resolve">
        <button ba-menu-item (chosen)="chosen.set('resolve')">Resolve</button>
        <button ba-menu-item (chosen)="chosen.set('close')">Close</button>
        <button ba-menu-switch [checked]="isLoud()" (chosen)="isLoud.set(!isLoud())">Sound</button>
      </ba-menu>
    </ng-template>
  `,
})
class Page {
  readonly chosen = signal('');
  readonly isLoud = signal(false);
}

describe('ba-menu', () => {
  function setup() {
    const fixture = TestBed.createComponent(Page);
    document.body.append(fixture.nativeElement);
    fixture.detectChanges();
    const trigger = (fixture.nativeElement as HTMLElement).querySelector('button')!;
    trigger.click();
    fixture.detectChanges();
    return { fixture, trigger, items: [...document.querySelectorAll<HTMLElement>('[role=menu] [role=menuitem]')] };
  }
  afterEach(() => document.body.replaceChildren());

  it('opens under its button and says so', () => {
    const { trigger, items } = setup();
    expect(trigger.getAttribute('aria-haspopup')).toBe('menu');
    expect(trigger.getAttribute('aria-expanded')).toBe('true');
    expect(items.map((item) => item.textContent.trim())).toEqual(['Resolve', 'Close']);
    expect(document.querySelector('[role=menu]')!.getAttribute('aria-label')).toBe('Resolve');
  });

  it('says whether a switch is on', () => {
    const { fixture, trigger } = setup();
    const toggle = () => document.querySelector<HTMLElement>('[role=menu] [role=menuitemcheckbox]')!;
    expect(toggle().getAttribute('aria-checked')).toBe('false');
    toggle().click();
    fixture.detectChanges();
    expect(fixture.componentInstance.isLoud()).toBe(true);
    trigger.click();
    fixture.detectChanges();
    expect(toggle().getAttribute('aria-checked')).toBe('true');
  });

  it('does what was chosen and closes', () => {
    const { fixture, items } = setup();
    items[1]!.click();
    fixture.detectChanges();
    expect(fixture.componentInstance.chosen()).toBe('close');
    expect(document.querySelector('[role=menu]')).toBeNull();
  });

  it('moves by arrows, Home, End and the first letters, and gives the focus back on Esc', async () => {
    const { fixture, trigger } = setup();
    await fixture.whenStable();
    const at = () => document.activeElement?.textContent.trim();
    const press = (key: string) => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(at()).toBe('Resolve');
    const walked = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'c'].map((key) => {
      press(key);
      return at();
    });
    expect(walked).toEqual(['Close', 'Sound', 'Resolve', 'Sound', 'Resolve', 'Sound', 'Close']);
    press('Escape');
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(document.activeElement).toBe(trigger);
  });

  it('stays for Space on a switch, and goes when one presses elsewhere', async () => {
    const { fixture, trigger } = setup();
    await fixture.whenStable();
    const toggle = document.querySelector<HTMLElement>('[role=menuitemcheckbox]')!;
    toggle.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
    expect(fixture.componentInstance.isLoud()).toBe(true);
    expect(document.querySelector('[role=menu]')).not.toBeNull();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    await fixture.whenStable();
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(trigger.getAttribute('aria-expanded')).toBe('false');
  });
});
