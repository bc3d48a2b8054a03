import { Problem } from '../../platform/problems/index.js';

export class DemoDataHasTheOnlyAdmin extends Problem {
  readonly code = 'demo_data.only_admin';
  readonly status = 409;
  constructor() {
    super('The only administrator belongs to the demo data. Make an administrator of your own first, then remove it.');
  }
}
