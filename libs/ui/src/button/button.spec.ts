import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BaButton } from './button.js';

@Component({ imports: [BaButton], template: `<button ba-button [busy]="busy()" (click)="clicks = clicks + 1">Save</button>` })
class Page {
  readonly busy = signal(false);
  clicks = 0;
}

describe('ba-button', () => {
  it('takes no second click while it is busy, yet keeps the focus', () => {
    const fixture = TestBed.createComponent(Page);
    document.body.append(fixture.nativeElement);
    fixture.detectChanges();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
    button.focus();
    button.click();
    fixture.componentInstance.busy.set(true);
    fixture.detectChanges();
    button.click();
    expect(fixture.componentInstance.clicks).toBe(1);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(document.activeElement).toBe(button);
  });
});
