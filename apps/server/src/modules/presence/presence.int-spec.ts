import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { Presence } from './presence.js';

class SetClock extends Clock {
  at = new Date('2026-01-01T10:00:00Z');
  override now(): Date {
    return this.at;
  }
  pass(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }
}

const clock = new SetClock();
const site = newId();
let own: OpenDatabase;
let database: Database;
let presence: Presence;
let ana: string;

beforeAll(async () => {
  own = await openTestDatabase();
  ({ database } = own);
  presence = new Presence(database, clock);
  await database.query(
    `insert into website (id, name, public_key, allowed_origins, created_at, updated_at) values ($1, 'Shop', 'pk', '{}', $2, $2)`,
    [site, clock.now()],
  );
});
afterAll(async () => {
  await own.close();
});
beforeEach(async () => {
  await database.query(`update app_user set presence = 'offline'`);
  ana = await aUser(site);
});

async function aUser(websiteId: string | null): Promise<string> {
  const id = newId();
  await database.query(`insert into app_user (id, email, name, created_at, updated_at) values ($1, $2, 'Ana', $3, $3)`, [
    id,
    `${id}@example.test`,
    clock.now(),
  ]);
  await database.query(`insert into membership (id, user_id, website_id, role, created_at) values ($1, $2, $3, 'agent', $4)`, [
    newId(),
    id,
    websiteId,
    clock.now(),
  ]);
  return id;
}

describe('presence', () => {
  it('tells of changes only, and to whom they matter', async () => {
    expect(await presence.arrived(ana)).toEqual({ userId: ana, state: 'online', websites: [site] });
    expect(await presence.arrived(ana)).toBeNull();
    expect(await presence.left(ana)).toMatchObject({ state: 'offline' });
    expect(await presence.left(ana)).toBeNull();
    expect(await presence.arrived(await aUser(null))).toMatchObject({ websites: 'all' });
  });

  it('does not call somebody back who said they are away', async () => {
    await presence.choose(ana, 'away');
    expect(await presence.arrived(ana)).toBeNull();
    expect(await presence.choose(ana, 'online')).toMatchObject({ state: 'online' });
  });

  it('sends off whom nobody keeps alive, once, and nobody else', async () => {
    const bea = await aUser(site);
    await presence.arrived(ana);
    await presence.arrived(bea);
    clock.pass(45);
    await presence.keepAlive([bea]);
    expect(await presence.sweep()).toEqual([]);
    clock.pass(30);
    const [first, second] = await Promise.all([presence.sweep(), presence.sweep()]);
    expect([...first, ...second]).toEqual([{ userId: ana, state: 'offline', websites: [site] }]);
    await presence.keepAlive([ana]);
    expect(await presence.arrived(ana)).toMatchObject({ state: 'online' });
  });
});
