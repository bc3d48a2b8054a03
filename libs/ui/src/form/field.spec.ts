import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { BaField } from './field.js';
import { BaInput } from './input.js';

@Component({
  imports: [BaField, BaInput, FormField],
  template: `
    <ba-field label="Name" hint="As visitors see it" [of]="form.name">
      <input ba-input [formField]="form.name" />
    </ba-field>
  `,
})
class Page {
  readonly form = form(signal({ name: '' }), (path) => required(path.name, { message: 'A website needs a name' }));
}

describe('ba-field', () => {
  function setup() {
    const fixture = TestBed.createComponent(Page);
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    const input = root.querySelector('input')!;
    const described = () => root.querySelector(`#${input.getAttribute('aria-describedby')}`)?.textContent;
    return { fixture, root, input, described, page: fixture.componentInstance };
  }

  it('ties label and hint to the control', () => {
    const { root, input, described } = setup();
    expect(root.querySelector('label')!.htmlFor).toBe(input.id);
    expect(described()).toBe('As visitors see it');
    expect(input.getAttribute('aria-invalid')).toBeNull();
  });

  it('says what is wrong once the field was left, in place of the hint', () => {
    const { fixture, input, described } = setup();
    input.dispatchEvent(new Event('blur'));
    fixture.detectChanges();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(described()).toBe('A website needs a name');
  });

  it('shows what the server said about the field and forgets it when the value changes', async () => {
    const { fixture, input, described, page } = setup();
    page.form.name().value.set('Shop');
    await submit(page.form, async (field) => [{ kind: 'server', message: 'This name is taken', fieldTree: field.name }]);
    fixture.detectChanges();
    expect(described()).toBe('This name is taken');
    input.value = 'Other shop';
    input.dispatchEvent(new Event('input'));
    fixture.detectChanges();
    expect(described()).toBe('As visitors see it');
  });
});
