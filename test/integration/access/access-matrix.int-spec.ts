import { PERMISSIONS, ROLES, type Permission, type Role } from '#contracts';
import { Database } from '../../../apps/server/src/platform/database/index.js';
import { startTestApp, type TestApp } from '../../harness/app.js';
import { EVENTS, ROUTES, type Expectation } from './expectations.js';
import { eventsOf, routesOf } from './routes.js';
import { Worlds, type World } from './world.js';

const ROLE_NAMES = Object.keys(ROLES) as Role[];
const UNPREFIXED = /^\/(health|metrics|demo)/;
const FOREIGN = 'Somebody else';

type Headers = Readonly<Record<string, string>>;
const teamRoutes = Object.entries(ROUTES).filter(([, { needs }]) => needs !== 'public' && needs !== 'visitor');
const permissionRoutes = teamRoutes.filter(([, { needs }]) => needs !== 'member') as [string, Expectation & { needs: Permission }][];
const visitorRoutes = Object.entries(ROUTES).filter(([, { needs }]) => needs === 'visitor');
const publicRoutes = Object.keys(ROUTES).filter((route) => ROUTES[route]!.needs === 'public');

describe('access', () => {
  let baton: TestApp;
  let worlds: Worlds;
  let foreign: World;
  beforeAll(async () => {
    baton = await startTestApp();
    worlds = new Worlds(baton.get(Database));
    foreign = await worlds.make('admin', FOREIGN);
  });
  afterAll(() => baton.close());

  /** @param world whose things the path and the body name */
  async function call(route: string, world: World, headers: Headers, query = ''): Promise<{ status: number; text: string }> {
    const [method, path] = route.split(' ') as [string, string];
    const { about, body } = ROUTES[route]!;
    const filled = path.replace(':id', about ? world[about] : '');
    const payload = body?.(world);
    const response = await fetch(`${baton.url}${UNPREFIXED.test(path) ? '' : '/api/v1'}${filled}${query}`, {
      method,
      headers: { ...headers, ...(payload && { 'content-type': 'application/json' }) },
      ...(payload && { body: JSON.stringify(payload) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Everything of the foreign website that a request could have changed. */
  async function foreignState(): Promise<unknown> {
    const tables = [
      'website',
      'visitor',
      'session',
      'message',
      'suggestion',
      'handoff',
      'handoff_event',
      'note',
      'knowledge_article',
      'trigger_rule',
      'trigger_rule_version',
      'team',
      'membership',
      'api_key',
    ];
    const state = [];
    for (const table of tables) {
      const column = table === 'website' ? 'id' : 'website_id';
      state.push(
        await baton.get(Database).query(`select '${table}' as "table", t::text from ${table} t where ${column} = $1 order by 2`, [foreign.website]),
      );
    }
    state.push(await baton.get(Database).query(`select u::text from app_user u where id = any ($1) order by 1`, [[foreign.user, foreign.member]]));
    return state;
  }

  it('is ruled on every route, as expected', () => {
    expect(Object.fromEntries(routesOf(baton.app))).toEqual(Object.fromEntries(Object.entries(ROUTES).map(([route, { needs }]) => [route, needs])));
  });

  it('is ruled on every socket event, as expected', () => {
    expect(Object.fromEntries(eventsOf(baton.app))).toEqual(EVENTS);
  });

  it.each(publicRoutes)('%s is open', async (route) => {
    expect([401, 403]).not.toContain((await call(route, foreign, {})).status);
  });

  it.each(teamRoutes)('%s is closed to strangers and visitors', async (route) => {
    expect((await call(route, foreign, {})).status).toBe(401);
    expect((await call(route, foreign, foreign.visitor)).status).toBe(401);
  });

  it.each(visitorRoutes)('%s is for visitors', async (route) => {
    const own = await worlds.make('admin');
    for (const headers of [{}, own.login, await worlds.program(Object.keys(PERMISSIONS) as Permission[])]) {
      expect((await call(route, own, headers)).status).toBe(401);
    }
    const answer = await call(route, own, own.visitor);
    const { answers } = ROUTES[route]!;
    if (answers) expect(answer.status).toBe(answers);
    else expect(answer.status).toBeLessThan(300);
    expect(answer.text).not.toContain(foreign.session);
  });

  describe.each(ROLE_NAMES)('%s of one website:', (role) => {
    it.each(permissionRoutes)('%s', async (route, { needs, also, about, body, everywhere, general, answers }) => {
      const own = await worlds.make(role);
      const enters = ROLES[role].includes(needs) && !everywhere;
      const before = await foreignState();

      const here = await call(route, own, own.login);
      if (!enters || (also && !ROLES[role].includes(also))) expect(here.status).toBe(403);
      else if (answers) expect(here.status).toBe(answers);
      else expect(here.status).toBeLessThan(300);

      const namesWebsite = (about ?? body) !== undefined && !general;
      const elsewhere = await call(route, foreign, own.login, namesWebsite || body ? '' : `?websiteId=${foreign.website}`);
      if (!enters) expect(elsewhere.status).toBe(403);
      else if (namesWebsite) expect(elsewhere.status).toBe(404);
      for (const { text } of [here, elsewhere]) {
        expect(text).not.toContain(FOREIGN);
        expect(text).not.toContain(foreign.website);
      }
      expect(await foreignState()).toEqual(before);
    });
  });

  it.each(permissionRoutes)('%s is open to an administrator of everything', async (route, { answers }) => {
    const own = await worlds.make('agent');
    const answer = await call(route, own, await worlds.everywhere('admin'));
    if (answers) expect(answer.status).toBe(answers);
    else expect(answer.status).toBeLessThan(300);
  });

  it.each(permissionRoutes)('%s is ruled by what a role made here holds', async (route, { needs, answers }) => {
    const all = Object.keys(PERMISSIONS) as Permission[];
    const own = await worlds.make('agent');
    expect((await call(route, own, await worlds.custom(all.filter((permission) => permission !== needs)))).status).toBe(403);
    const answer = await call(route, own, await worlds.custom(all));
    if (answers) expect(answer.status).toBe(answers);
    else expect(answer.status).toBeLessThan(300);
  });

  it.each(permissionRoutes)('%s is closed to a program that holds everything but its permission', async (route, { needs }) => {
    const others = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => permission !== needs);
    expect((await call(route, foreign, await worlds.program(others))).status).toBe(403);
  });
});
