import { TestBed } from '@angular/core/testing';
import type { WebsiteSighting } from '#contracts';
import { InstallationPanel } from './installation-panel';

const at = new Date().toISOString();
const works: WebsiteSighting = { origin: 'https://shop.example', allowed: true, pageUrl: 'https://shop.example/cart', at };
const stranger: WebsiteSighting = { origin: 'https://www.shop.example', allowed: false, pageUrl: null, at };

describe('baton-installation-panel', () => {
  function setup(sightings: readonly WebsiteSighting[] | null, origins = ['https://shop.example']) {
    const fixture = TestBed.createComponent(InstallationPanel);
    fixture.componentRef.setInput('sightings', sightings);
    fixture.componentRef.setInput('origins', origins);
    fixture.componentRef.setInput('mayEdit', true);
    const allowed: string[] = [];
    fixture.componentInstance.allowed.subscribe((origin) => allowed.push(origin));
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    return { root, allowed, button: (name: string) => [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === name) };
  }

  it('says that the chat stands, and on which page it was seen', () => {
    const { root } = setup([works]);
    expect(root.textContent).toContain('It works');
    expect(root.querySelector('.where')?.textContent).toBe('https://shop.example/cart');
  });

  it('waits for the first page, and says so when there can be none', () => {
    expect(setup([]).root.textContent).toContain('Waiting for the first page');
    expect(setup([], []).root.textContent).toContain('the chat opens nowhere');
    expect(setup(null).root.querySelector('ba-callout')).toBeNull();
  });

  it('offers to allow who was turned away, until they are allowed', () => {
    const { allowed, button } = setup([stranger]);
    button('Allow https://www.shop.example')!.click();
    expect(allowed).toEqual(['https://www.shop.example']);
    expect(setup([stranger], ['https://shop.example', 'https://www.shop.example']).root.textContent).not.toContain('turned away');
  });
});
