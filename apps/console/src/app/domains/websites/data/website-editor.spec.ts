import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Website } from '#contracts';
import { WebsiteEditor } from './website-editor';

const ID = '0198c5a2-0000-7000-8000-000000000001';

function aWebsite(changes: Partial<Website> = {}): Website {
  return {
    id: ID,
    name: 'Northwind',
    publicKey: 'pk_1',
    allowedOrigins: ['https://northwind.example'],
    mode: 'always',
    timeZone: 'UTC',
    locale: 'en',
    reopenWindowHours: 24,
    theme: { accent: '#0b6e5f', position: 'right', scheme: 'system', greeting: null, avatarUrl: null },
    assistant: {
      responder: 'openai_compatible',
      baseUrl: 'https://ai.example/v1',
      model: 'small',
      hasApiKey: true,
      instructions: null,
      confidenceThreshold: 0.5,
      deadlineMs: 20_000,
    },
    demo: false,
    identitySecretAt: null,
    lastSeenAt: null,
    createdAt: '2026-01-15T10:00:00Z',
    ...changes,
  };
}

describe('WebsiteEditor', () => {
  function setup() {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), WebsiteEditor] });
    return { editor: TestBed.inject(WebsiteEditor), http: TestBed.inject(HttpTestingController) };
  }
  const soon = () => new Promise((done) => setTimeout(done));

  async function opened() {
    const { editor, http } = setup();
    const opening = editor.open(ID);
    http.expectOne(`/api/v1/websites/${ID}`).flush(aWebsite());
    await opening;
    return { editor, http };
  }

  it('opens what the server holds', async () => {
    const { editor } = await opened();
    expect(editor.form.name().value()).toBe('Northwind');
    expect(editor.draft.changed()).toBe(false);
  });

  it('says why there is nothing to edit', async () => {
    const { editor, http } = setup();
    const opening = editor.open(ID);
    http
      .expectOne(`/api/v1/websites/${ID}`)
      .flush({ code: 'website.not_found', detail: 'No such website', status: 404 }, { status: 404, statusText: 'Not Found' });
    await opening;
    expect(editor.loadProblem()?.status).toBe(404);
  });

  it('creates a website once and changes it from then on', async () => {
    const { editor, http } = setup();
    editor.form.name().value.set('Shop');
    const creating = editor.save();
    await soon();
    http.expectOne({ method: 'POST', url: '/api/v1/websites' }).flush(aWebsite({ name: 'Shop' }));
    expect(await creating).toBe(true);
    editor.form.name().value.set('Better shop');
    const changing = editor.save();
    await soon();
    const change = http.expectOne({ method: 'PATCH', url: `/api/v1/websites/${ID}` });
    expect(change.request.body).toEqual({ name: 'Better shop' });
    change.flush(aWebsite({ name: 'Better shop' }));
    expect(await changing).toBe(true);
  });

  it('shows the server’s objection at the field, in the unit of the form', async () => {
    const { editor, http } = await opened();
    editor.form.name().value.set('Other');
    const saving = editor.save();
    await soon();
    http
      .expectOne({ method: 'PATCH' })
      .flush(
        { code: 'input.invalid', detail: 'Bad', status: 400, errors: [{ path: 'assistant.deadlineMs', message: 'is too short' }] },
        { status: 400, statusText: 'Bad' },
      );
    expect(await saving).toBe(false);
    expect(editor.form.assistant.deadlineSeconds().errors()[0]?.message).toBe('Is too short');
    expect(editor.form.name().value()).toBe('Other');
  });

  it('warns that the stored key does not follow to another host', async () => {
    const { editor } = await opened();
    expect(editor.dropsApiKey()).toBe(false);
    editor.form.assistant.baseUrl().value.set('https://ai.example/v2');
    expect(editor.dropsApiKey()).toBe(false);
    editor.form.assistant.baseUrl().value.set('https://other.example/v1');
    expect(editor.dropsApiKey()).toBe(true);
    editor.form.assistant.apiKey().value.set('sk-new');
    expect(editor.dropsApiKey()).toBe(false);
  });

  it('allows an origin at once, unless other changes wait to be saved with it', async () => {
    const { editor, http } = await opened();
    const allowing = editor.allow('https://new.example');
    await soon();
    const allowedOrigins = ['https://northwind.example', 'https://new.example'];
    const change = http.expectOne({ method: 'PATCH' });
    expect(change.request.body).toEqual({ allowedOrigins });
    change.flush(aWebsite({ allowedOrigins }));
    expect(await allowing).toBe(true);
    editor.form.name().value.set('Other');
    expect(await editor.allow('https://more.example')).toBe(false);
    http.expectNone({ method: 'PATCH' });
    expect(editor.form.allowedOrigins().value()).toEqual([...allowedOrigins, 'https://more.example']);
  });

  it('hands a new identity secret out once and remembers only since when there is one', async () => {
    const { editor, http } = await opened();
    const renewing = editor.renewIdentitySecret();
    http.expectOne({ method: 'POST', url: `/api/v1/websites/${ID}/identity-secret` }).flush({ secret: 'is_1' });
    expect(await renewing).toBe('is_1');
    expect(Date.parse(editor.website()!.identitySecretAt!)).not.toBeNaN();
    expect(JSON.stringify(editor.website())).not.toContain('is_1');
  });
});
