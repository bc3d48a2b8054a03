import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { onlyWith } from '../../shell';

const loadEditor = () => import('./feature-users/user-edit.page');

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [onlyWith('user.view')],
    title: 'People · Baton',
    loadComponent: () => import('./feature-users/user-list.page'),
  },
  { path: 'me', title: 'Your profile · Baton', loadComponent: () => import('./feature-me/profile.page'), canDeactivate: [askBeforeLeaving] },
  { path: 'keys', canMatch: [onlyWith('api_key.edit')], title: 'API keys · Baton', loadComponent: () => import('./feature-keys/key-list.page') },
  {
    path: 'new',
    canMatch: [onlyWith('user.edit')],
    title: 'Add a person · Baton',
    loadComponent: loadEditor,
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  {
    path: ':id',
    canMatch: [onlyWith('user.edit')],
    title: 'Person · Baton',
    loadComponent: loadEditor,
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
