import type { Routes } from '@angular/router';
import { inboxTexts } from './domains/inbox/texts';
import { knowledgeTexts } from './domains/knowledge/texts';
import { peopleTexts } from './domains/people/texts';
import { rulesTexts } from './domains/rules/texts';
import { setupTexts } from './domains/setup/texts';
import { startTexts } from './domains/start/texts';
import { websitesTexts } from './domains/websites/texts';
import { editingTexts } from './editing/texts';
import { ruleWords } from './rule-words/texts';
import { onlySignedIn, onlySignedOut, onlyWith, shellTexts } from './shell';

declare const ngDevMode: boolean | undefined;

/** Every part of the interface in every state; left out of what is shipped. */
const gallery: Routes =
  ngDevMode === false
    ? []
    : [
        {
          path: 'ui',
          title: shellTexts.title('titles.parts'),
          canActivate: [shellTexts.loaded],
          loadComponent: () => import('../../../../libs/ui/src/gallery/gallery.page'),
        },
      ];

export const routes: Routes = [
  {
    path: 'login',
    canActivate: [onlySignedOut, shellTexts.loaded],
    title: shellTexts.title('titles.signIn'),
    loadComponent: () => import('./shell/login/login-page').then((m) => m.LoginPage),
  },
  {
    path: 'setup',
    canActivate: [shellTexts.loaded, editingTexts.loaded, setupTexts.loaded],
    loadChildren: () => import('./domains/setup/routes'),
  },
  {
    path: 'welcome',
    canActivate: [shellTexts.loaded, editingTexts.loaded, peopleTexts.loaded],
    loadChildren: () => import('./domains/people/welcome-routes'),
  },
  ...gallery,
  {
    path: '',
    canActivate: [onlySignedIn, shellTexts.loaded],
    loadComponent: () => import('./shell/shell-page').then((m) => m.ShellPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'inbox' },
      {
        path: 'start',
        canMatch: [onlyWith('website.create')],
        canActivate: [startTexts.loaded],
        loadChildren: () => import('./domains/start/routes'),
      },
      {
        path: 'inbox',
        canMatch: [onlyWith('handoff.view')],
        canActivate: [inboxTexts.loaded, ruleWords.loaded],
        loadChildren: () => import('./domains/inbox/feature-inbox/routes'),
      },
      {
        path: 'rules',
        canMatch: [onlyWith('rule.view')],
        canActivate: [editingTexts.loaded, rulesTexts.loaded, ruleWords.loaded],
        loadChildren: () => import('./domains/rules/routes'),
      },
      {
        path: 'knowledge',
        canMatch: [onlyWith('knowledge.view')],
        canActivate: [editingTexts.loaded, knowledgeTexts.loaded],
        loadChildren: () => import('./domains/knowledge/routes'),
      },
      {
        path: 'websites',
        canMatch: [onlyWith('website.view')],
        canActivate: [editingTexts.loaded, websitesTexts.loaded],
        loadChildren: () => import('./domains/websites/routes'),
      },
      { path: 'people', canActivate: [editingTexts.loaded, peopleTexts.loaded], loadChildren: () => import('./domains/people/routes') },
      {
        path: '**',
        title: shellTexts.title('titles.notFound'),
        loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage),
      },
    ],
  },
];
