import type { Routes } from '@angular/router';
import { onlySignedIn, onlySignedOut, onlyWith } from './shell';

export const routes: Routes = [
  { path: 'login', canActivate: [onlySignedOut], title: 'Sign in · Baton', loadComponent: () => import('./shell/login/login-page').then((m) => m.LoginPage) },
  {
    path: '',
    canActivate: [onlySignedIn],
    loadComponent: () => import('./shell/shell-page').then((m) => m.ShellPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'inbox' },
      { path: 'inbox', canMatch: [onlyWith('handoff.view')], loadChildren: () => import('./domains/inbox/feature-inbox/routes') },
      { path: '**', title: 'Not found · Baton', loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage) },
    ],
  },
];
