import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { toAckProblem } from '../platform/problems/index.js';

/** Whatever goes wrong while an event is handled becomes its acknowledgement; without one there is nobody to tell. */
@Catch()
export class AckFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toAckProblem(error);
    const answer = host.getArgByIndex<unknown>(2);
    if (typeof answer === 'function') answer({ ok: false, error: problem });
  }
}
