import { Problem } from '../../platform/problems/index.js';

export class OriginNotAllowed extends Problem {
  readonly code = 'origin.not_allowed';
  readonly status = 403;
  constructor(origin: string | undefined) {
    super(
      origin
        ? `${origin} is not among the allowed origins of this website. An admin can add it in the website's settings.`
        : 'This needs an Origin header that is among the allowed origins of the website.',
    );
  }
}
