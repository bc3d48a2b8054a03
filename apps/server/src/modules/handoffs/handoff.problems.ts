import { Problem } from '../../platform/problems/index.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

export class HandoffAlreadyClaimed extends Problem {
  readonly code = 'handoff.already_claimed';
  readonly status = 409;
  constructor(assignee: Person | null) {
    super(assignee ? `${assignee.name} has claimed this already.` : 'Somebody has claimed this already.', { details: { assignee } });
  }
}

export class HandoffEnded extends Problem {
  readonly code = 'handoff.ended';
  readonly status = 409;
  constructor(state: string) {
    super(`This handoff is ${state} already.`, { details: { status: state } });
  }
}

export class HandoffNotClaimed extends Problem {
  readonly code = 'handoff.not_claimed';
  readonly status = 409;
  constructor(state: string) {
    super(state === 'pending' ? 'Claim this handoff first.' : `This handoff is ${state} already.`, { details: { status: state } });
  }
}

export class HandoffNotYours extends Problem {
  readonly code = 'handoff.not_yours';
  readonly status = 409;
  constructor(assignee: Person | null) {
    super(assignee ? `${assignee.name} holds this handoff.` : 'You do not hold this handoff.', { details: { assignee } });
  }
}

/** The website has switched off the rule that would have called a person. */
export class HandoffNotOffered extends Problem {
  readonly code = 'handoff.not_offered';
  readonly status = 409;
  constructor() {
    super('No person can be called on this website at the moment.');
  }
}

export class AssigneeUnfit extends Problem {
  readonly code = 'handoff.assignee_unfit';
  readonly status = 422;
  constructor(path: 'userId' | 'teamId') {
    const message = path === 'userId' ? 'is not an active agent of this website' : 'is not a team of this website';
    super(`${path} ${message}.`, { errors: [{ path, message }] });
  }
}
