import { provideHttpClient, withFetch } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { BatonTeam } from '#sdk';
import { UI_TEXTS } from '#ui';
import { routes } from './app.routes';
import { sources } from './app.palette';
import { provideEditingWords } from './editing/words';
import { provideTexts } from './i18n';
import { LAZY_SOURCES } from './shell';
import { PageTitle } from './shell/alerts';
import { partsTexts } from './shell/parts-texts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch()),
    provideRouter(routes, withComponentInputBinding()),
    provideTexts(),
    provideEditingWords(),
    { provide: UI_TEXTS, useFactory: partsTexts },
    { provide: LAZY_SOURCES, useValue: sources },
    { provide: TitleStrategy, useExisting: PageTitle },
    // The console is served by the server it talks to.
    { provide: BatonTeam, useFactory: () => new BatonTeam({ url: location.origin }) },
  ],
};
