import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { applyEach, form, validate } from '@angular/forms/signals';
import { BaTextList } from './text-list.js';

@Component({ imports: [BaTextList], template: `<ba-text-list label="Origins" add="Add origin" [of]="form.origins" />` })
class Page {
  readonly form = form(signal({ origins: ['one'] }), (path) =>
    applyEach(path.origins, (origin) => validate(origin, ({ value }) => (value() === 'bad' ? { kind: 'bad', message: 'Not an origin' } : null))),
  );
}

describe('ba-text-list', () => {
  function setup() {
    const fixture = TestBed.createComponent(Page);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    fixture.detectChanges();
    const inputs = () => [...root.querySelectorAll('input')];
    const settle = async () => {
      fixture.detectChanges();
      await new Promise((done) => setTimeout(done));
    };
    const press = async (input: HTMLInputElement, key: string) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settle();
    };
    return { fixture, root, inputs, press, settle, values: () => fixture.componentInstance.form.origins().value() };
  }

  it('adds a line below with Enter and goes there', async () => {
    const { inputs, press, values } = setup();
    await press(inputs()[0]!, 'Enter');
    expect(values()).toEqual(['one', '']);
    expect(document.activeElement).toBe(inputs()[1]);
    await press(inputs()[1]!, 'Enter');
    expect(values()).toEqual(['one', '']);
  });

  it('takes an empty line away with Backspace and goes to the one above', async () => {
    const { inputs, press, values } = setup();
    await press(inputs()[0]!, 'Enter');
    await press(inputs()[1]!, 'Backspace');
    expect(values()).toEqual(['one']);
    expect(document.activeElement).toBe(inputs()[0]);
    await press(inputs()[0]!, 'Backspace');
    expect(values()).toEqual(['one']);
  });

  it('names each line and each way to remove it', async () => {
    const { root, values, settle } = setup();
    expect(root.querySelector('input')!.getAttribute('aria-label')).toBe('Origins 1');
    root.querySelector<HTMLButtonElement>('[aria-label="Remove one"]')!.click();
    await settle();
    expect(values()).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Add origin');
  });

  it('says what is wrong under its line', async () => {
    const { fixture, root, inputs } = setup();
    fixture.componentInstance.form.origins().value.set(['good', 'bad']);
    fixture.componentInstance.form().markAsTouched();
    fixture.detectChanges();
    const [good, bad] = inputs();
    expect(good!.getAttribute('aria-invalid')).toBeNull();
    expect(bad!.getAttribute('aria-invalid')).toBe('true');
    expect(root.querySelector(`#${bad!.getAttribute('aria-describedby')}`)!.textContent).toBe('Not an origin');
  });
});
