import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '../../editing/unsaved-changes';
import { onlyWith } from '../../shell';
import { peopleTexts } from './texts';

const { title } = peopleTexts;
const loadPerson = () => import('./feature-users/user-edit.page');
const loadTeam = () => import('./feature-teams/team-edit.page');
const loadRole = () => import('./feature-roles/role-edit.page');
/** A page with a form: it has its own way back, and asks before input is lost. */
const editing = { canDeactivate: [askBeforeLeaving], data: { deep: true } };

const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [onlyWith('user.view')],
    title: title('titles.people'),
    loadComponent: () => import('./feature-users/user-list.page'),
  },
  { path: 'me', title: title('titles.me'), loadComponent: () => import('./feature-me/profile.page'), canDeactivate: [askBeforeLeaving] },
  {
    path: 'teams',
    canMatch: [onlyWith('user.view')],
    title: title('titles.teams'),
    loadComponent: () => import('./feature-teams/team-list.page'),
  },
  { path: 'teams/new', canMatch: [onlyWith('user.edit')], title: title('titles.team'), loadComponent: loadTeam, ...editing },
  { path: 'teams/:id', canMatch: [onlyWith('user.edit')], title: title('titles.team'), loadComponent: loadTeam, ...editing },
  {
    path: 'roles',
    canMatch: [onlyWith('user.view')],
    title: title('titles.roles'),
    loadComponent: () => import('./feature-roles/role-list.page'),
  },
  { path: 'roles/new', canMatch: [onlyWith('role.edit')], title: title('titles.role'), loadComponent: loadRole, ...editing },
  { path: 'roles/:id', canMatch: [onlyWith('user.view')], title: title('titles.role'), loadComponent: loadRole, ...editing },
  {
    path: 'keys',
    canMatch: [onlyWith('api_key.edit')],
    title: title('titles.keys'),
    loadComponent: () => import('./feature-keys/key-list.page'),
  },
  { path: 'audit', canMatch: [onlyWith('audit.view')], title: title('titles.audit'), loadComponent: () => import('./feature-audit/audit.page') },
  { path: 'new', canMatch: [onlyWith('user.edit')], title: title('titles.invite'), loadComponent: loadPerson, ...editing },
  { path: ':id', canMatch: [onlyWith('user.edit')], title: title('titles.person'), loadComponent: loadPerson, ...editing },
];

export default routes;
