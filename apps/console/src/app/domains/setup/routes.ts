import type { Routes } from '@angular/router';
import { setupTexts } from './texts';

const routes: Routes = [{ path: '', title: setupTexts.title('title'), loadComponent: () => import('./feature-setup/setup.page') }];

export default routes;
