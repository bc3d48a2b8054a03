import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Config } from '#config';
import { Users, hashPassword } from '../auth/index.js';
import { DemoData } from './demo-data.js';
import { DEMO_PEOPLE } from './demo-people.js';

const SYSTEM = { kind: 'system' } as const;

/** Loads the demo data into an empty database, with people who run the installation, and prints how to sign in. */
@Injectable()
export class SeedDemo implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly users: Users,
    private readonly demo: DemoData,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.demo && (await this.users.none())) await this.openTheInstallation();
    // Also what a process before this one did not live to finish.
    await this.demo.finish(SYSTEM);
  }

  private async openTheInstallation(): Promise<void> {
    const password = this.config.demoPassword ?? randomBytes(9).toString('base64url');
    const team = { runsTheInstallation: true, passwordHash: await hashPassword(password) } as const;
    if (!(await this.demo.begin(SYSTEM, team, (tx) => this.users.none(tx)))) return;
    process.stdout.write(`Demo logins (password ${password}): ${DEMO_PEOPLE.map(({ email, role }) => `${email} (${role})`).join(', ')}\n`);
  }
}
