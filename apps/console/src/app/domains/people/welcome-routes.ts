import type { Routes } from '@angular/router';
import { peopleTexts } from './texts';

const routes: Routes = [
  { path: '', pathMatch: 'full', title: peopleTexts.title('titles.welcome'), loadComponent: () => import('./feature-welcome/welcome.page') },
];

export default routes;
