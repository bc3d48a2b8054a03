import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { newWebsite, websiteSchema } from '../data/website-draft';
import { websitesTexts } from '../texts';
import { OriginList } from './origin-list';

@Component({ imports: [OriginList], template: `<baton-origin-list [of]="form.allowedOrigins" />` })
class Page {
  readonly form = form(signal(newWebsite('UTC', 'en')), websiteSchema(websitesTexts()));
}

describe('baton-origin-list', () => {
  function setup() {
    const fixture = TestBed.createComponent(Page);
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    const lines = () => [...root.querySelectorAll('input')];
    const type = (index: number, text: string) => {
      const input = lines()[index]!;
      input.value = text;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('blur'));
      fixture.detectChanges();
    };
    const button = (name: string) => [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === name);
    return { fixture, root, lines, type, button, origins: fixture.componentInstance.form.allowedOrigins };
  }

  it('names the mistake at its line, and puts it right with one click', () => {
    const { fixture, root, lines, type, button, origins } = setup();
    type(0, 'https://shop.example/cart');
    const message = root.querySelector(`#${lines()[0]!.getAttribute('aria-describedby')}`);
    expect(message?.textContent).toBe('Without the path: an origin ends after host and port.');
    expect(lines()[0]!.getAttribute('aria-invalid')).toBe('true');
    button('Use https://shop.example')!.click();
    fixture.detectChanges();
    expect(origins().value()).toEqual(['https://shop.example']);
    expect(lines()[0]!.getAttribute('aria-invalid')).toBeNull();
  });

  it('takes several origins pasted at once, and warns of the one that can be read on its way', () => {
    const { fixture, root, lines, origins } = setup();
    const paste = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { getData: () => 'https://a.example, http://b.example\nhttp://localhost:3000' },
    });
    lines()[0]!.dispatchEvent(paste);
    fixture.detectChanges();
    expect(paste.defaultPrevented).toBe(true);
    expect(origins().value()).toEqual(['https://a.example', 'http://b.example', 'http://localhost:3000']);
    expect(root.querySelectorAll('.note')).toHaveLength(1);
  });
});
