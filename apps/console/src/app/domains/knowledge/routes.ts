import type { Routes } from '@angular/router';
import { onlyWith } from '../../shell';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { knowledgeTexts } from './texts';

const loadEditor = () => import('./feature-edit/article-edit.page');

const routes: Routes = [
  { path: '', title: knowledgeTexts.title('titles.list'), loadComponent: () => import('./feature-list/article-list.page') },
  {
    path: 'new',
    title: knowledgeTexts.title('titles.create'),
    canMatch: [onlyWith('knowledge.edit')],
    loadComponent: loadEditor,
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  {
    path: ':id',
    title: knowledgeTexts.title('titles.edit'),
    loadComponent: loadEditor,
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
