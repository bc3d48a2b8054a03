import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { Me, Setup } from '#contracts';
import { FirstRun } from './first-run';
import { SetupApi } from './setup-api';

const ANSWERS = {
  token: 't',
  name: 'Ana',
  email: 'ana@example.com',
  password: 'long enough',
  websiteName: 'Shop',
  websiteOrigin: 'https://shop.example',
};

describe('FirstRun', () => {
  function setup(api: Partial<SetupApi> = {}) {
    const sent: Setup[] = [];
    const defaults: Partial<SetupApi> = { state: async () => ({ open: true }), complete: async (answers: Setup) => (sent.push(answers), {} as Me) };
    TestBed.configureTestingModule({ providers: [FirstRun, { provide: SetupApi, useValue: { ...defaults, ...api } }] });
    return { run: TestBed.inject(FirstRun), sent };
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

  it('sends the origin of whatever address was pasted', async () => {
    const { run, sent } = setup();
    run.form().value.set({ ...ANSWERS, websiteOrigin: 'https://shop.example/cart?x=1' });
    expect(await run.complete()).toBe(true);
    expect(sent[0]?.website?.allowedOrigins).toEqual(['https://shop.example']);
  });

  it('names every empty field before it asks the server', async () => {
    const { run, sent } = setup();
    expect(await run.complete()).toBe(false);
    expect(run.form().errorSummary()).toHaveLength(6);
    expect(sent).toEqual([]);
  });

  it('shows a wrong token above the form and keeps the input', async () => {
    const refusal = { code: 'setup.token_wrong', detail: 'This is not the setup token.', status: 403 };
    const { run } = setup({ complete: async () => Promise.reject(new HttpErrorResponse({ status: 403, error: refusal })) });
    run.form().value.set(ANSWERS);
    expect(await run.complete()).toBe(false);
    expect(run.draft.problem()?.detail).toBe('This is not the setup token.');
    expect(run.form().value()).toEqual(ANSWERS);
  });
});
