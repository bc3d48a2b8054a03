import { Problem } from '../../platform/problems/index.js';

/** Somebody else can do it to them; nobody shuts the door behind themselves. */
export class OwnAccess extends Problem {
  readonly code = 'user.own_access';
  readonly status = 409;
  constructor() {
    super('You would lock yourself out. Ask another administrator to do this.');
  }
}

export class UserInactive extends Problem {
  readonly code = 'user.inactive';
  readonly status = 409;
  constructor() {
    super('This person is deactivated. Reactivate them first.');
  }
}
