import { Forbidden, Problem, Unauthenticated } from '../../platform/problems/index.js';

/** One answer for an unknown address, a wrong password, a locked and a deactivated account: none of them is told apart. */
export class LoginRefused extends Unauthenticated {
  override readonly code = 'auth.invalid_credentials';
  constructor() {
    super('The email or the password is wrong. After several wrong attempts an account rests for some minutes.');
  }
}

export class TooManyAttempts extends Problem {
  readonly code = 'auth.too_many_attempts';
  readonly status = 429;
  constructor(retryAfterSeconds: number) {
    super('Too many failed logins from this address. Wait some minutes.', { details: { retryAfterSeconds } });
  }
}

export class OriginNotAllowed extends Forbidden {
  override readonly code = 'origin.not_allowed';
  constructor() {
    super('Requests from this origin are not allowed.');
  }
}

export class EmailTaken extends Problem {
  readonly code = 'user.email_taken';
  readonly status = 409;
  constructor() {
    super('Somebody has this email address already.', { errors: [{ path: 'email', message: 'is taken already' }] });
  }
}
