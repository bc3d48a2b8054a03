import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes';

const loadEditor = () => import('./feature-edit/article-edit.page');

const routes: Routes = [
  { path: '', title: 'Knowledge · Baton', loadComponent: () => import('./feature-list/article-list.page') },
  { path: 'new', title: 'New article · Baton', loadComponent: loadEditor, canDeactivate: [askBeforeLeaving], data: { deep: true } },
  { path: ':id', title: 'Article · Baton', loadComponent: loadEditor, canDeactivate: [askBeforeLeaving], data: { deep: true } },
];

export default routes;
