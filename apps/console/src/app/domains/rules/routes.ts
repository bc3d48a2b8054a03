import type { ResolveFn, Routes } from '@angular/router';
import { newOnlyIf, newOrKnown } from '../../editing/new-or-known';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { onlyWith } from '../../shell';
import { rulesTexts } from './texts';

const titleOf: ResolveFn<string> = ({ paramMap }) => rulesTexts.title(paramMap.has('id') ? 'titles.edit' : 'titles.create');

const routes: Routes = [
  { path: '', title: rulesTexts.title('titles.list'), loadComponent: () => import('./feature-list/rule-list.page') },
  {
    path: 'topics',
    title: rulesTexts.title('titles.topics'),
    loadComponent: () => import('./feature-topics/topics.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
  {
    matcher: newOrKnown,
    title: titleOf,
    canMatch: [newOnlyIf(onlyWith('rule.edit'))],
    loadComponent: () => import('./feature-edit/rule-edit.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
