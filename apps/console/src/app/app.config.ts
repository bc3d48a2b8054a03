import { provideHttpClient, withFetch } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { BatonTeam } from '#sdk';
import { routes } from './app.routes';
import { PageTitle } from './shell/alerts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch()),
    provideRouter(routes, withComponentInputBinding()),
    { provide: TitleStrategy, useExisting: PageTitle },
    // The console is served by the server it talks to.
    { provide: BatonTeam, useFactory: () => new BatonTeam({ url: location.origin }) },
  ],
};
