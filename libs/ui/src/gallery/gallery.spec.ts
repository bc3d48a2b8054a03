import { readdirSync, readFileSync } from 'node:fs';
import { TestBed } from '@angular/core/testing';
import GalleryPage from './gallery.page.js';

const UI = 'libs/ui/src';

/** `button[ba-menu-item]` is shown as an attribute, `ba-page` as an element. */
const names = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.startsWith('gallery'))
  .flatMap((path) => [...readFileSync(`${UI}/${path}`, 'utf8').matchAll(/selector: '([^']+)'/gu)])
  .map(([, selector]) => /ba-[\w-]+/u.exec(selector!)![0]);

/** Opened by a button of the gallery. */
const IN_A_DIALOG = ['ba-dialog'];

describe('the gallery', () => {
  const page = readFileSync(`${UI}/gallery/gallery.page.html`, 'utf8');

  it('finds the parts there are', () => expect(names.length).toBeGreaterThan(25));

  it.each(names.filter((name) => !IN_A_DIALOG.includes(name)))('shows %s', (name) => expect(page).toMatch(new RegExp(`${name}[\\s>\\]=]`, 'u')));

  it('draws all of them, with a menu and a dialog to open', async () => {
    const fixture = TestBed.createComponent(GalleryPage);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
    const press = async (text: string) => {
      [...document.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith(text))!.click();
      await fixture.whenStable();
    };
    await press('Resolve');
    expect(document.querySelectorAll('[role^=menuitem]').length).toBeGreaterThan(4);
    await press('Open a dialog');
    expect(document.querySelector('dialog h2')?.textContent).toBe('Resolve with a note');
    document.body.replaceChildren();
  });
});
