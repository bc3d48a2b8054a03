import { Problem } from '../../platform/problems/index.js';

export class RuleChanged extends Problem {
  readonly code = 'rule.changed';
  readonly status = 409;
  constructor(by: { readonly id: string; readonly name: string } | null, version: number) {
    super(`${by?.name ?? 'Somebody else'} has changed this rule meanwhile.`, { details: { updatedBy: by, version } });
  }
}

export class RuleIsBuiltIn extends Problem {
  readonly code = 'rule.built_in';
  readonly status = 409;
  constructor() {
    super('A built-in rule cannot be deleted; switch it off instead.');
  }
}
