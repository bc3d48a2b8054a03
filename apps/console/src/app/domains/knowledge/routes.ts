import type { ResolveFn, Routes } from '@angular/router';
import { newOnlyIf, newOrKnown } from '../../editing/new-or-known';
import { onlyWith } from '../../shell';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { knowledgeTexts } from './texts';

const titleOf: ResolveFn<string> = ({ paramMap }) => knowledgeTexts.title(paramMap.has('id') ? 'titles.edit' : 'titles.create');

const routes: Routes = [
  { path: '', title: knowledgeTexts.title('titles.list'), loadComponent: () => import('./feature-list/article-list.page') },
  {
    matcher: newOrKnown,
    title: titleOf,
    canMatch: [newOnlyIf(onlyWith('knowledge.edit'))],
    loadComponent: () => import('./feature-edit/article-edit.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
