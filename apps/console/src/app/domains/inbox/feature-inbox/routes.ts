import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { INBOX_VIEWS } from '#contracts';
import { inboxTexts } from '../texts';
import { HandoffPage } from './handoff-page';
import { InboxPage } from './inbox-page';
import { NothingOpen } from './nothing-open';

const onlyKnownViews: CanActivateFn = (route) =>
  INBOX_VIEWS.some((view) => view === route.params['view']) || inject(Router).createUrlTree(['/inbox/unassigned']);

const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'unassigned' },
  {
    path: ':view',
    component: InboxPage,
    canActivate: [onlyKnownViews],
    title: inboxTexts.title('title'),
    children: [
      { path: '', pathMatch: 'full', component: NothingOpen },
      { path: ':handoffId', component: HandoffPage, data: { deep: true } },
    ],
  },
];

export default routes;
