import { Problem } from '../../platform/problems/index.js';

export class RuleIsBuiltIn extends Problem {
  readonly code = 'rule.built_in';
  readonly status = 409;
  constructor() {
    super('A built-in rule cannot be deleted; switch it off instead.');
  }
}
