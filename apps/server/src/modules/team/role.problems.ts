import { Problem } from '../../platform/problems/index.js';

export class RoleNameTaken extends Problem {
  readonly code = 'role.name_taken';
  readonly status = 409;
  constructor() {
    super('There is a role of this name already.', { errors: [{ path: 'name', message: 'is taken already' }] });
  }
}

export class RoleBuiltIn extends Problem {
  readonly code = 'role.built_in';
  readonly status = 409;
  constructor() {
    super('This role comes with Baton and stays as it is. Make a new one and begin with its permissions.');
  }
}

export class RoleInUse extends Problem {
  readonly code = 'role.in_use';
  readonly status = 409;
  constructor(people: number) {
    super(
      people === 1 ? 'One person holds this role. Give them another one first.' : `${people} people hold this role. Give them another one first.`,
      {
        details: { people },
      },
    );
  }
}
