import type { CanMatchFn, ResolveFn, Routes, UrlMatcher } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { onlyWith } from '../../shell';
import { rulesTexts } from './texts';

const NEW = 'new';

/** A new rule or a known one. One route for both, so that the page with all that was tried in it stays when the one becomes the other. */
const newOrKnown: UrlMatcher = (segments) => {
  const [place] = segments;
  if (!place || segments.length > 1) return null;
  return place.path === NEW ? { consumed: segments } : { consumed: segments, posParams: { id: place } };
};
const mayBegin = onlyWith('rule.edit');
const newOnlyWithEdit: CanMatchFn = (route, segments, snapshot) => segments[0]?.path !== NEW || mayBegin(route, segments, snapshot);
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
    canMatch: [newOnlyWithEdit],
    loadComponent: () => import('./feature-edit/rule-edit.page'),
    canDeactivate: [askBeforeLeaving],
    data: { deep: true },
  },
];

export default routes;
