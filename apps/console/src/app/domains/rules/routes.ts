import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { onlyWith } from '../../shell';
import { rulesTexts } from './texts';

const loadEditor = () => import('./feature-edit/rule-edit.page');

const routes: Routes = [
  { path: '', title: rulesTexts.title('titles.list'), loadComponent: () => import('./feature-list/rule-list.page') },
  {
    path: 'new',
    title: rulesTexts.title('titles.create'),
    canMatch: [onlyWith('rule.edit')],
    loadComponent: loadEditor,
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  {
    path: 'topics',
    title: rulesTexts.title('titles.topics'),
    loadComponent: () => import('./feature-topics/topics.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  { path: ':id', title: rulesTexts.title('titles.edit'), loadComponent: loadEditor, canDeactivate: [askBeforeLeaving], data: { deep: true } },
];

export default routes;
