import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { Texts } from '../../i18n';
import { shellTexts } from '../texts';
import { PageTitle } from './page-title';

@Component({ template: '' })
class Page {}

describe('PageTitle', () => {
  it('names the page behind how much waits, from page to page', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'inbox', title: shellTexts.title('rail.inbox'), component: Page },
          { path: 'nameless', component: Page },
        ]),
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    });
    const router = TestBed.inject(Router);
    const sut = TestBed.inject(PageTitle);
    const titleAt = async (url: string) => {
      await router.navigateByUrl(url);
      TestBed.tick();
      return document.title;
    };
    expect(await titleAt('/inbox')).toBe('Inbox · Baton');
    sut.showCount(3);
    expect(await titleAt('/inbox')).toBe('(3) Inbox · Baton');
    expect(await titleAt('/nameless')).toBe('(3) Baton');
    sut.showCount(0);
    expect(await titleAt('/nameless')).toBe('Baton');
    await titleAt('/inbox');
    await TestBed.runInInjectionContext(() => shellTexts.bring());
    await TestBed.inject(Texts).choose('de');
    TestBed.tick();
    expect(document.title).toBe('Posteingang · Baton');
    await TestBed.inject(Texts).choose('en');
  });
});
