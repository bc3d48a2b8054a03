import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BaMenu, BaMenuFor, BaMenuItem, BaMenuSwitch } from './menu.js';

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
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((each) => each.replaceChildren()));

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
});
