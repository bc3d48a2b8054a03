import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', title: 'Set up Baton', loadComponent: () => import('./feature-setup/setup.page') }];

export default routes;
