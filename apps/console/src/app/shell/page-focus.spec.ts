import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { PageFocus } from './page-focus';

@Component({
  imports: [RouterOutlet],
  template: `<a href="#">Rail</a>
    <main><router-outlet /></main>`,
})
class Frame {}
@Component({
  imports: [RouterOutlet],
  template: `<h1>List</h1>
    <button>Row</button><router-outlet />`,
})
class ListPage {}
@Component({ template: `<h1>Editor</h1>` })
class EditorPage {}
@Component({ template: `<p>Detail</p>` })
class Detail {}

async function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'list', title: 'List', component: ListPage, children: [{ path: ':id', component: Detail }] },
        { path: 'editor', title: 'Editor', component: EditorPage },
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Frame);
  const element = document.body.appendChild(fixture.nativeElement as HTMLElement);
  fixture.autoDetectChanges();
  const router = TestBed.inject(Router);
  const goTo = async (url: string) => {
    await router.navigateByUrl(url);
    await fixture.whenStable();
  };
  await goTo('/list');
  TestBed.inject(PageFocus).follow(element.querySelector('main')!);
  element.querySelector('a')!.focus();
  return { goTo, element };
}

describe('the focus', () => {
  afterEach(() => document.body.replaceChildren());

  it('goes to the heading of the page that came', async () => {
    const { goTo } = await setup();
    await goTo('/editor');
    expect(document.activeElement?.textContent).toBe('Editor');
    await goTo('/list');
    expect(document.activeElement?.textContent).toBe('List');
  });

  it('stays where it is within one page', async () => {
    const { goTo, element } = await setup();
    const row = element.querySelector('button')!;
    row.focus();
    await goTo('/list/1');
    await goTo('/list/2');
    expect(document.activeElement).toBe(row);
  });
});
