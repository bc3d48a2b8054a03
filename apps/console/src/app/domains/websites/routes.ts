import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes.js';

const routes: Routes = [
  { path: '', title: 'Websites · Baton', loadComponent: () => import('./feature-list/website-list.page.js') },
  { path: 'new', title: 'New website · Baton', loadComponent: () => import('./feature-edit/website-edit.page.js'), canDeactivate: [askBeforeLeaving] },
  { path: ':id', title: 'Website · Baton', loadComponent: () => import('./feature-edit/website-edit.page.js'), canDeactivate: [askBeforeLeaving] },
];

export default routes;
