import type { Routes } from '@angular/router';
import { startTexts } from './texts';

const routes: Routes = [{ path: '', title: startTexts.title('title'), loadComponent: () => import('./feature-start/start.page') }];

export default routes;
