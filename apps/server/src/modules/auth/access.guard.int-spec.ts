import { Body, Controller, Get, Post } from '@nestjs/common';
import { AnyMember, CurrentMember, CurrentVisitor, Member, Needs, Public, VisitorOnly, type VisitorCaller } from '../../platform/access/index.js';
import { OWN_ORIGIN, startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { VisitorTokens } from '../visitors/index.js';

@Controller('doors')
class Doors {
  @Get('unmarked') unmarked(): string {
    return 'in';
  }
  @Get('public') @Public() open(): string {
    return 'in';
  }
  @Get('member') @AnyMember() member(@CurrentMember() member: Member): object {
    return { userId: member.userId, via: member.via };
  }
  @Get('rules') @Needs('rule.edit') rules(): string {
    return 'in';
  }
  @Post('change') @AnyMember() change(@Body() body: object): object {
    return body;
  }
  @Get('visitor') @VisitorOnly() visitor(@CurrentVisitor() visitor: VisitorCaller): VisitorCaller {
    return visitor;
  }
  @Post('visitor') @VisitorOnly() say(@CurrentVisitor() visitor: VisitorCaller): VisitorCaller {
    return visitor;
  }
}

describe('the guard before every route', () => {
  let people: People;
  let admin: Client & { userId: string };
  let agent: Client & { userId: string };
  beforeAll(async () => {
    people = await startPeople({ controllers: [Doors] });
    admin = await people.admin();
    agent = await people.signedIn({ websiteId: null, role: 'agent' });
  });
  afterAll(() => people.stop());

  it('refuses everybody where nothing says who may enter', async () => {
    expect((await admin.get('/doors/unmarked')).status).toBe(403);
  });

  it('lets in by login and by permission', async () => {
    expect((await people.outside.get('/doors/public')).status).toBe(200);
    expect(await people.outside.get('/doors/member')).toMatchObject({ status: 401, body: { code: 'auth.required' } });
    expect((await agent.get('/doors/member')).body).toEqual({ userId: agent.userId, via: null });
    expect(await agent.get('/doors/rules')).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect((await admin.get('/doors/rules')).status).toBe(200);
  });

  it.each(['baton=', 'baton=x', `baton=${'A'.repeat(43)}`, `baton=${'A'.repeat(100_000)}`, 'session=1', ';;;=;'])(
    'knows nobody by the cookie %.30s',
    async (cookie) => {
      expect([401, 431]).toContain((await people.outside.with({ cookie }).get('/doors/member')).status);
    },
  );

  it.each(['Bearer ', 'Bearer bk_', `Bearer bk_${'A'.repeat(43)}`, 'Basic YTpi', 'bk_', 'Bearer a b'])(
    'takes no cookie for a wrong key: %s',
    async (authorization) => {
      expect((await admin.with({ authorization }).get('/doors/member')).status).toBe(401);
    },
  );

  describe('for what changes something by cookie', () => {
    it.each([
      ['no page at all', {}],
      ['our own page', { origin: OWN_ORIGIN, 'sec-fetch-site': 'same-origin' }],
      ['our own page on plain http', { origin: OWN_ORIGIN }],
    ])('lets %s', async (_, headers) => {
      expect((await agent.with(headers).post('/doors/change')).status).toBe(201);
    });

    it.each([
      ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
      ['another site on plain http', { origin: 'http://evil.example' }],
      ['a sandboxed page', { origin: 'null' }],
      ['a sister site', { origin: 'http://shop.baton.test', 'sec-fetch-site': 'same-site' }],
      ['a site that claims to be asked for', { origin: 'http://evil.example', host: 'baton.test', 'x-forwarded-host': 'evil.example' }],
    ])('refuses %s', async (_, headers) => {
      expect(await agent.with(headers).post('/doors/change')).toMatchObject({ status: 403, body: { code: 'origin.not_allowed' } });
      expect((await people.outside.with(headers).post('/auth/login', { email: 'a@example.test', password: 'x' })).status).toBe(403);
      expect((await agent.with(headers).post('/auth/logout')).status).toBe(403);
      expect((await agent.with(headers).get('/doors/member')).status).toBe(200);
    });
  });

  describe('for visitors', () => {
    let token: string;
    let caller: VisitorCaller;
    const as = (bearer: string, more: Record<string, string> = {}): Client => people.outside.with({ authorization: `Bearer ${bearer}`, ...more });
    beforeAll(async () => {
      const website = await people.aWebsite({ allowedOrigins: ['https://shop.example'] });
      await people.aWebsite({ allowedOrigins: ['https://other.example'] });
      const session = await new Rows(people.database).session({ websiteId: website.id });
      caller = { websiteId: website.id, visitorId: session.visitorId, sessionId: session.id };
      token = await people.database.transaction((tx) => people.app.get(VisitorTokens).issue(tx, caller));
    });

    it('knows whose token it is, from the website’s own pages or from a program', async () => {
      expect((await as(token).get('/doors/visitor')).body).toEqual(caller);
      expect((await as(token, { origin: 'https://shop.example' }).post('/doors/visitor')).body).toEqual(caller);
    });

    it.each(['https://other.example', 'https://evil.example', 'null', 'https://shop.example.evil.example', 'http://shop.example', OWN_ORIGIN])(
      'refuses it from %s',
      async (origin) => {
        expect(await as(token, { origin }).get('/doors/visitor')).toMatchObject({ status: 403, body: { code: 'origin.not_allowed' } });
      },
    );

    it('refuses what is no token of a visitor', async () => {
      for (const wrong of ['', 'vt_', `vt_${'A'.repeat(43)}`, token.slice(0, -1), `${token}A`, caller.sessionId]) {
        expect((await as(wrong).get('/doors/visitor')).status).toBe(401);
      }
      expect((await people.outside.get('/doors/visitor')).status).toBe(401);
      expect((await admin.get('/doors/visitor')).status).toBe(401);
    });

    it('does not let a visitor into the team’s side', async () => {
      for (const path of ['/doors/member', '/doors/rules', '/websites', '/users', '/auth/me']) {
        expect((await as(token).get(path)).status).toBe(401);
      }
    });
  });
});
