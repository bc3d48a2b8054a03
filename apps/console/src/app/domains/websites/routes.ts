import type { Routes } from '@angular/router';
import { onlyWith } from '../../shell';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { websitesTexts } from './texts';

const routes: Routes = [
  { path: '', title: websitesTexts.title('titles.list'), loadComponent: () => import('./feature-list/website-list.page') },
  {
    path: 'new',
    title: websitesTexts.title('titles.create'),
    canMatch: [onlyWith('website.create')],
    loadComponent: () => import('./feature-create/website-create.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  {
    path: ':id',
    title: websitesTexts.title('titles.edit'),
    loadComponent: () => import('./feature-edit/website-edit.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
