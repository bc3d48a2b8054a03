import { cookieOf, PASSWORD, startPeople, type People } from '../../../../../test/harness/people.js';
import { Authenticator } from './authenticator.js';

const DAY_MS = 86_400_000;

describe('signing in', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople();
  });
  afterAll(() => people.stop());

  const agentSomewhere = async () => people.aUser([{ websiteId: null, role: 'agent' }]);

  it('gives the user, their permissions, and a cookie that scripts cannot read', async () => {
    const user = await agentSomewhere();
    const answer = await people.outside.post('/auth/login', { email: ` ${user.email.toUpperCase()} `, password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body.user).toMatchObject({ id: user.id, email: user.email, active: true, memberships: [{ websiteId: null, role: 'agent' }] });
    expect(answer.body.permissions).toContain('handoff.claim');
    expect(answer.body.permissions).not.toContain('user.edit');
    expect(answer.headers['set-cookie']).toMatch(/^baton=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.body)).not.toMatch(/argon2|hash/i);

    const me = await people.outside.with({ cookie: cookieOf(answer) }).get('/auth/me');
    expect(me).toMatchObject({ status: 200, body: answer.body });
  });

  it('tells a wrong password, an unknown and a deactivated account apart for nobody', async () => {
    const known = await agentSomewhere();
    const gone = await agentSomewhere();
    await people.database.query(`update app_user set active = false where id = $1`, [gone.id]);
    const answers = await Promise.all([
      people.outside.post('/auth/login', { email: known.email, password: 'wrong' }),
      people.outside.post('/auth/login', { email: 'nobody@example.test', password: 'wrong' }),
      people.outside.post('/auth/login', { email: gone.email, password: PASSWORD }),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'auth.invalid_credentials' } });
      expect(answer.body).toEqual(answers[0].body);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it.each([
    ['numbers', { email: 1, password: 2 }],
    ['operators', { email: { $ne: null }, password: { $ne: null } }],
    ['lists', { email: ['a@example.test'], password: PASSWORD }],
    ['nothing', {}],
  ])('refuses %s for an email and a password', async (_, body) => {
    expect(await people.outside.post('/auth/login', body)).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
  });

  it('keeps only hashes of tokens', async () => {
    const user = await agentSomewhere();
    const token = (await people.logIn(user.email)).headers['cookie']!.split('=')[1]!;
    const [row] = await people.database.query<{ text: string }>(`select string_agg(s::text, ' ') as text from login_session s where user_id = $1`, [
      user.id,
    ]);
    expect(row!.text).not.toContain(token);
    expect(row!.text).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('ends with signing out, for this login alone', async () => {
    const user = await agentSomewhere();
    const [here, there] = [await people.logIn(user.email), await people.logIn(user.email)];
    expect((await here.get('/auth/me')).status).toBe(200);
    const out = await here.post('/auth/logout');
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^baton=; .*Max-Age=0/);
    expect(people.broadcaster.cut).toContain(`user ${user.id}`);
    expect((await here.get('/auth/me')).status).toBe(401);
    expect((await there.get('/auth/me')).status).toBe(200);
    expect((await here.post('/auth/logout')).status).toBe(204);
  });

  it('ends after a week without use, and after a month whatever happens', async () => {
    const user = await agentSomewhere();
    const [idle, busy] = [await people.logIn(user.email), await people.logIn(user.email)];
    let days = 0;
    const later = (more: number): void => {
      people.clock.advance(more * DAY_MS);
      days += more;
      people.app.get(Authenticator).forget();
    };
    try {
      later(6);
      expect((await busy.get('/auth/me')).status).toBe(200);
      later(6);
      expect([(await busy.get('/auth/me')).status, (await idle.get('/auth/me')).status]).toEqual([200, 401]);
      for (const more of [6, 6, 5.5]) {
        later(more);
        expect((await busy.get('/auth/me')).status).toBe(200);
      }
      later(1);
      expect((await busy.get('/auth/me')).status).toBe(401);
    } finally {
      people.clock.advance(-days * DAY_MS);
    }
  });

  it('is worth nothing to somebody who was deactivated while it began', async () => {
    const user = await agentSomewhere();
    const client = await people.logIn(user.email);
    await people.database.query(`update app_user set active = false where id = $1`, [user.id]);
    expect((await client.get('/auth/me')).status).toBe(401);
  });

  it('is written down, also when it is refused', async () => {
    const user = await agentSomewhere();
    await people.outside.post('/auth/login', { email: user.email, password: 'wrong' });
    await people.logIn(user.email);
    const entries = await people.database.query<{ action: string }>(`select action from audit_entry where subject_id = $1 order by at, id`, [
      user.id,
    ]);
    expect(entries.map((entry) => entry.action)).toEqual(['auth.login_refused', 'auth.logged_in']);
  });
});

describe('changing one’s password', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople();
  });
  afterAll(() => people.stop());

  it('ends every other login and gives this one a new cookie', async () => {
    const user = await people.aUser([{ websiteId: null, role: 'agent' }]);
    const [here, stolen] = [await people.logIn(user.email), await people.logIn(user.email)];
    expect((await stolen.get('/auth/me')).status).toBe(200);
    const changed = await here.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'another long one' });
    expect(changed.status).toBe(200);
    expect([(await here.get('/auth/me')).status, (await stolen.get('/auth/me')).status]).toEqual([401, 401]);
    expect((await people.outside.with({ cookie: cookieOf(changed) }).get('/auth/me')).status).toBe(200);
    expect(people.broadcaster.cut).toContain(`user ${user.id}`);
    expect((await people.outside.post('/auth/login', { email: user.email, password: PASSWORD })).status).toBe(401);
    expect((await people.outside.post('/auth/login', { email: user.email, password: 'another long one' })).status).toBe(200);
  });

  it('takes the current one, and a new one of some length', async () => {
    const client = await people.signedIn({ websiteId: null, role: 'agent' });
    expect(await client.post('/auth/password', { currentPassword: 'wrong', newPassword: 'another long one' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'currentPassword' }] },
    });
    expect(await client.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'short' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'newPassword' }] },
    });
    expect((await client.get('/auth/me')).status).toBe(200);
  });
});

describe('guessing passwords', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople({ env: { BATON_RATE_LIMIT: 'on' } });
  });
  afterAll(() => people.stop());

  const guess = (email: string, password: string) => people.outside.post('/auth/login', { email, password });

  it('stops after ten attempts, also when they come at once; the account rests, then opens again', async () => {
    const user = await people.aUser([{ websiteId: null, role: 'agent' }]);
    const many = await Promise.all(Array.from({ length: 14 }, () => guess(user.email, 'wrong')));
    expect(new Set(many.map((answer) => answer.status))).toEqual(new Set([401]));
    const [row] = await people.database.query<{ failed_logins: number }>(`select failed_logins from app_user where id = $1`, [user.id]);
    expect(row!.failed_logins).toBe(10);
    expect(await guess(user.email, PASSWORD)).toMatchObject({ status: 401, body: { code: 'auth.invalid_credentials' } });
    people.clock.advance(61_000);
    expect((await guess(user.email, PASSWORD)).status).toBe(200);
  });

  it('is refused for an address that goes on, whatever it claims to be forwarded for', async () => {
    const user = await people.aUser([{ websiteId: null, role: 'agent' }]);
    const statuses: number[] = [];
    for (let i = 0; i < 40; i++) {
      const from = people.outside.with({ 'x-forwarded-for': `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` });
      statuses.push((await from.post('/auth/login', { email: `nobody${i}@example.test`, password: 'wrong' })).status);
    }
    expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    expect(await guess(user.email, PASSWORD)).toMatchObject({ status: 429 });
  });
});
