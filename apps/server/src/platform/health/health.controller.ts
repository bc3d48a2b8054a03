import { Controller, Get, Header, type BeforeApplicationShutdown } from '@nestjs/common';
import { Public } from '../access/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';

const PATIENCE_MS = 2_000;

class NotReady extends Problem {
  readonly code = 'server.not_ready';
  readonly status = 503;
}

/** Open to anybody: balancers and probes have no login, and learn nothing but yes or no. */
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly database: Database) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** The process runs and answers; restarting it would not help what else may be wrong. */
  @Public()
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests may be sent here. */
  @Public()
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.stopping) throw new NotReady('This process is stopping.');
    const answer = this.database.query('select 1').then(
      () => true,
      () => false,
    );
    const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
    if (!(await Promise.race([answer, tooLate]))) throw new NotReady('The database does not answer.');
    return { status: 'ok' };
  }
}
