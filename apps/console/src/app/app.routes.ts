import type { Routes } from '@angular/router';
import { onlySignedIn, onlySignedOut, onlyWith } from './shell';

declare const ngDevMode: boolean | undefined;

/** Every part of the interface in every state; left out of what is shipped. */
const gallery: Routes =
  ngDevMode === false ? [] : [{ path: 'ui', title: 'Parts · Baton', loadComponent: () => import('../../../../libs/ui/src/gallery/gallery.page') }];

export const routes: Routes = [
  {
    path: 'login',
    canActivate: [onlySignedOut],
    title: 'Sign in · Baton',
    loadComponent: () => import('./shell/login/login-page').then((m) => m.LoginPage),
  },
  { path: 'setup', loadChildren: () => import('./domains/setup/routes') },
  ...gallery,
  {
    path: '',
    canActivate: [onlySignedIn],
    loadComponent: () => import('./shell/shell-page').then((m) => m.ShellPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'inbox' },
      { path: 'inbox', canMatch: [onlyWith('handoff.view')], loadChildren: () => import('./domains/inbox/feature-inbox/routes') },
      { path: 'knowledge', canMatch: [onlyWith('knowledge.view')], loadChildren: () => import('./domains/knowledge/routes') },
      { path: 'websites', canMatch: [onlyWith('website.view')], loadChildren: () => import('./domains/websites/routes') },
      { path: 'people', loadChildren: () => import('./domains/people/routes') },
      { path: '**', title: 'Not found · Baton', loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage) },
    ],
  },
];
