import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Dialogs } from '#ui';
import { newOrKnown } from './new-or-known';
import { askBeforeLeaving, guardWindow, type Editing } from './unsaved-changes';

@Component({ template: '' })
class EditPage implements Editing {
  unsaved = false;
  constructor() {
    guardWindow(this);
  }
  hasUnsavedChanges(): boolean {
    return this.unsaved;
  }
}
@Component({ template: '' })
class OtherPage {}

describe('leaving a page', () => {
  async function setup(answer: boolean) {
    const asked: string[] = [];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'edit', component: EditPage, canDeactivate: [askBeforeLeaving] },
          { path: 'other', component: OtherPage },
        ]),
        { provide: Dialogs, useValue: { confirm: async ({ title }: { title: string }) => (asked.push(title), answer) } },
      ],
    });
    const page = await (await RouterTestingHarness.create()).navigateByUrl('/edit', EditPage);
    return { page, asked, router: TestBed.inject(Router) };
  }
  const closeWindow = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented ? 'asks' : 'closes';
  };

  it('is free while nothing would be lost', async () => {
    const { router, asked } = await setup(false);
    expect(closeWindow()).toBe('closes');
    await router.navigateByUrl('/other');
    expect(router.url).toBe('/other');
    expect(asked).toEqual([]);
  });

  it('asks when something would be lost, and stays on a no', async () => {
    const { page, router, asked } = await setup(false);
    page.unsaved = true;
    expect(closeWindow()).toBe('asks');
    await router.navigateByUrl('/other');
    expect(router.url).toBe('/edit');
    expect(asked).toEqual(['Leave without saving?']);
    await router.navigateByUrl('/other', { replaceUrl: true });
    expect(asked).toHaveLength(2);
  });

  it('leaves on a yes, and then lets the window go', async () => {
    const { page, router } = await setup(true);
    page.unsaved = true;
    await router.navigateByUrl('/other');
    expect(router.url).toBe('/other');
    expect(closeWindow()).toBe('closes');
  });

  it('is none when something new comes to its address, with what is being typed in it', async () => {
    const asked: string[] = [];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ matcher: newOrKnown, component: EditPage, canDeactivate: [askBeforeLeaving] }]),
        { provide: Dialogs, useValue: { confirm: async () => (asked.push('asked'), false) } },
      ],
    });
    const harness = await RouterTestingHarness.create();
    const page = await harness.navigateByUrl('/new', EditPage);
    page.unsaved = true;
    await TestBed.inject(Router).navigate(['/0190'], { replaceUrl: true });
    expect(TestBed.inject(Router).url).toBe('/0190');
    expect(await harness.navigateByUrl('/0190', EditPage)).toBe(page);
    expect(asked).toEqual([]);
  });
});
