import { TestBed } from '@angular/core/testing';
import { BaTabs } from './tabs.js';

describe('ba-tabs', () => {
  function setup() {
    const fixture = TestBed.createComponent(BaTabs);
    fixture.componentRef.setInput('label', 'Settings');
    fixture.componentRef.setInput('tabs', [
      { id: 'a', label: 'General' },
      { id: 'b', label: 'AI' },
      { id: 'c', label: 'Widget' },
    ]);
    fixture.componentRef.setInput('selected', 'a');
    document.body.append(fixture.nativeElement);
    fixture.detectChanges();
    const heads = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    const press = (key: string) => {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      fixture.detectChanges();
    };
    return { fixture, heads, press };
  }

  it('is one stop of the Tab key', () => {
    expect(
      setup()
        .heads()
        .map((head) => head.tabIndex),
    ).toEqual([0, -1, -1]);
  });

  it('goes round with the arrow keys and takes the focus along', () => {
    const { fixture, heads, press } = setup();
    heads()[0]!.focus();
    press('ArrowRight');
    expect(fixture.componentInstance.selected()).toBe('b');
    expect(document.activeElement).toBe(heads()[1]);
    press('End');
    press('ArrowRight');
    expect(fixture.componentInstance.selected()).toBe('a');
    press('ArrowLeft');
    expect(fixture.componentInstance.selected()).toBe('c');
  });

  it('points at the panel it shows', () => {
    const { fixture, heads } = setup();
    expect(heads()[0]!.getAttribute('aria-controls')).toBe(fixture.componentInstance.panelId);
    expect(heads()[1]!.getAttribute('aria-controls')).toBeNull();
  });
});
