import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes';

const routes: Routes = [
  { path: '', title: 'Websites · Baton', loadComponent: () => import('./feature-list/website-list.page') },
  {
    path: 'new',
    title: 'New website · Baton',
    loadComponent: () => import('./feature-edit/website-edit.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  {
    path: ':id',
    title: 'Website · Baton',
    loadComponent: () => import('./feature-edit/website-edit.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
