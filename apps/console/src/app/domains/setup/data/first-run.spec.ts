import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { DemoData, Me, Setup } from '#contracts';
import { FirstRun } from './first-run';
import { SetupApi } from './setup-api';

const ME = { user: { id: 'u1' }, permissions: [] } as unknown as Me;
const refusal = (status: number, code: string, errors: object[] = []): HttpErrorResponse =>
  new HttpErrorResponse({ status, error: { code, status, detail: 'No.', errors } });

describe('FirstRun', () => {
  function setup(api: Partial<SetupApi> = {}) {
    const sent: Setup[] = [];
    let demoLoads = 0;
    const defaults: Partial<SetupApi> = {
      state: async () => ({ open: true }),
      complete: async (answers: Setup) => (sent.push(answers), ME),
      loadDemoData: async () => ((demoLoads += 1), {} as DemoData),
    };
    TestBed.configureTestingModule({ providers: [FirstRun, { provide: SetupApi, useValue: { ...defaults, ...api } }] });
    return { run: TestBed.inject(FirstRun), sent, demoLoads: () => demoLoads };
  }

  function answerYou(run: FirstRun): void {
    run.form.token().value.set(' t ');
    run.form.you().value.set({ name: ' Ana ', email: 'ana@example.com', password: 'long enough' });
  }
  function answerWebsite(run: FirstRun): void {
    run.form.website.name().value.set('Shop');
    run.form.website.origins().value.set(['shop.example.com/cart', '']);
  }
  async function toTheEnd(run: FirstRun): Promise<void> {
    answerYou(run);
    await run.next();
    answerWebsite(run);
    await run.next();
  }

  it('takes the token from the address', async () => {
    const { run } = setup();
    await run.begin('from-the-log');
    expect(run.state()).toBe('open');
    expect(run.form.token().value()).toBe('from-the-log');
  });

  it('is over once somebody exists', async () => {
    const { run } = setup({ state: async () => ({ open: false }) });
    await run.begin('');
    expect(run.state()).toBe('done');
  });

  it('says when the server cannot be asked', async () => {
    const { run } = setup({ state: async () => Promise.reject(new HttpErrorResponse({ status: 0 })) });
    await run.begin('');
    expect(run.state()).toBe('failed');
    expect(run.failed()?.code).toBe('connection.lost');
  });

  it('goes from step to step as each is answered, and back', async () => {
    const { run } = setup();
    expect(await run.next()).toBe(false);
    expect(run.form.you().errorSummary()).toHaveLength(3);
    run.goTo('look');
    expect(run.step()).toBe('you');

    answerYou(run);
    run.form.you.password().value.set('too short');
    expect(await run.next()).toBe(false);
    expect(run.form.you.password().errors()[0]?.message).toContain('At least 10 characters');
    run.form.you.password().value.set(' '.repeat(12));
    expect(await run.next()).toBe(false);
    answerYou(run);
    expect(await run.next()).toBe(true);

    run.form.website.origins().value.set(['not an address']);
    expect(await run.next()).toBe(false);
    answerWebsite(run);
    expect(await run.next()).toBe(true);
    expect([run.step(), run.open()]).toEqual(['look', 3]);
    run.goTo('you');
    expect(run.form.you.name().value()).toBe(' Ana ');
  });

  it('sends what is meant: origins, this Baton beside them, a greeting or none', async () => {
    const { run, sent } = setup();
    await toTheEnd(run);
    run.form.look.accent().value.set('#B4236B');
    expect(await run.complete()).toBe(ME);
    expect(sent[0]).toMatchObject({
      token: 't',
      name: 'Ana',
      website: {
        name: 'Shop',
        allowedOrigins: ['https://shop.example.com', location.origin],
        theme: { accent: '#b4236b', position: 'right', greeting: null },
      },
    });
    run.form.website.tryHere().value.set(false);
    await run.complete();
    expect(sent[1]?.website?.allowedOrigins).toEqual(['https://shop.example.com']);
  });

  it('brings the server’s objection to its field, and its step, and keeps the input', async () => {
    const { run } = setup({
      complete: async () =>
        Promise.reject(refusal(422, 'input.invalid', [{ path: 'website.allowedOrigins.0', message: 'allowedOrigins.0 must be an origin' }])),
    });
    await toTheEnd(run);
    expect(await run.complete()).toBeNull();
    expect(run.step()).toBe('website');
    expect(run.form.website.origins[0]!().errors()[0]?.message).toMatch(/origin/);
    expect(run.form.website.origins().value()).toEqual(['shop.example.com/cart', '']);
  });

  it('asks again for a token that is wrong, and is over when somebody was quicker', async () => {
    let code = 'setup.token_wrong';
    const { run } = setup({ complete: async () => Promise.reject(refusal(403, code)) });
    await toTheEnd(run);
    expect(await run.complete()).toBeNull();
    expect([run.step(), run.draft.problem()?.code]).toEqual(['you', code]);
    code = 'setup.not_found';
    expect(await run.complete()).toBeNull();
    expect(run.state()).toBe('done');
  });

  it('loads demo data instead of a website, whatever stands in that step', async () => {
    const { run, sent, demoLoads } = setup();
    answerYou(run);
    await run.next();
    run.form.website.origins().value.set(['half an addr']);
    expect(await run.lookAround()).toBe(ME);
    expect(sent[0]).toEqual({ token: 't', name: 'Ana', email: 'ana@example.com', password: 'long enough' });
    expect(demoLoads()).toBe(1);
  });

  it('lets in who looks around also when the demo data could not be loaded', async () => {
    const { run } = setup({ loadDemoData: async () => Promise.reject(refusal(503, 'database.unavailable')) });
    answerYou(run);
    await run.next();
    expect(await run.lookAround()).toBe(ME);
  });
});
