import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Config } from '#config';
import type { FirstWebsite, Setup as SetupBody } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { InvalidInput, NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { hashPassword, Login, Users, type LoggedIn, type Whence } from '../auth/index.js';
import { Websites } from '../websites/index.js';
import { SetupTokenWrong } from './setup.problems.js';

const TOKEN_NAME = 'setup_token';

/**
 * The way in for the first person. It is open while there are no users: a token that only the operator can read, in the
 * log, makes one administrator and, unless they want to look around first, one website, and the way is closed for good.
 */
@Injectable()
export class Setup implements OnApplicationBootstrap {
  private readonly logger = new Logger(Setup.name);

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly websites: Websites,
    private readonly login: Login,
    private readonly audit: Audit,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Demo data brings its own people.
    if (this.config.demo || !this.config.roles.has('web') || !(await this.isOpen())) return;
    this.logger.log(`Set up Baton at ${this.config.publicUrl}/setup?token=${await this.token()}`);
  }

  isOpen(): Promise<boolean> {
    return this.users.none();
  }

  /** @throws NotFound once anybody is there; SetupTokenWrong; InvalidInput */
  async complete(given: SetupBody, whence: Whence): Promise<LoggedIn> {
    if (!(await this.isOpen())) throw new NotFound('setup');
    if (!equal(given.token, await this.token())) throw new SetupTokenWrong();
    const passwordHash = await hashPassword(given.password);
    const userId = await this.database.transaction(async (tx) => {
      // Two who send the token at once take turns, and the second finds somebody there.
      await tx.query(`select pg_advisory_xact_lock(hashtext('baton.setup'))`);
      if (!(await this.users.none(tx))) throw new NotFound('setup');
      return this.furnish(tx, given, passwordHash);
    });
    return this.login.enter(userId, whence);
  }

  private async furnish(tx: Transaction, given: SetupBody, passwordHash: string): Promise<string> {
    const now = this.clock.now();
    const admin = await this.users.create(
      tx,
      { email: given.email, name: given.name, passwordHash, memberships: [{ websiteId: null, role: 'admin' }] },
      now,
    );
    if (given.website) await this.firstWebsite(tx, given.website, now);
    await tx.query(`delete from installation_secret where name = $1`, [TOKEN_NAME]);
    await this.audit.record(tx, { actor: { kind: 'system' }, action: 'setup.completed', subject: { type: 'user', id: admin.id } });
    return admin.id;
  }

  /** @throws InvalidInput naming the field as it was sent, e.g. `website.allowedOrigins.0` */
  private async firstWebsite(tx: Transaction, given: FirstWebsite, now: Date): Promise<void> {
    try {
      await this.websites.create(tx, { kind: 'system' }, given, now);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw new InvalidInput((error.errors ?? []).map(({ path, message }) => ({ path: `website.${path}`, message })));
    }
  }

  /** The same for every process and every start, until it is used. */
  private async token(): Promise<string> {
    const [row] = await this.database.query<{ value: string }>(
      `insert into installation_secret (name, value, created_at) values ($1, $2, $3) on conflict (name) do update set name = excluded.name returning value`,
      [TOKEN_NAME, randomBytes(24).toString('base64url'), this.clock.now()],
    );
    return row!.value;
  }
}

function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
