import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import type { Website } from '#contracts';
import { websitesTexts } from '../texts';
import { changesOf, draftOf, newWebsite, toSave, websiteSchema } from './website-draft';

const WEBSITE: Website = {
  id: '0198c5a2-0000-7000-8000-000000000001',
  name: 'Northwind Outdoors',
  publicKey: 'pk_1',
  allowedOrigins: ['https://northwind.example'],
  mode: 'off',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  reopenWindowHours: 24,
  theme: { accent: '#0b6e5f', position: 'left', scheme: 'system', greeting: null, avatarUrl: null },
  assistant: {
    responder: 'openai_compatible',
    baseUrl: 'https://ai.example/v1',
    model: 'small',
    hasApiKey: true,
    instructions: null,
    confidenceThreshold: 0.6,
    deadlineMs: 12_500,
  },
  demo: false,
  identitySecretAt: null,
  lastSeenAt: null,
  createdAt: '2026-01-15T10:00:00Z',
};

describe('a website’s draft', () => {
  it('goes to the server as it came, when nothing was touched', () => {
    const { id, publicKey, createdAt, demo, identitySecretAt, lastSeenAt, assistant, ...rest } = WEBSITE;
    const { hasApiKey, ...settings } = assistant;
    expect(toSave(draftOf(WEBSITE))).toEqual({ ...rest, assistant: settings });
  });

  it('keeps, replaces or removes the key, as asked', () => {
    const draft = draftOf(WEBSITE);
    const keyOf = (assistant: Partial<typeof draft.assistant>) =>
      toSave({ ...draft, assistant: { ...draft.assistant, ...assistant } }).assistant?.apiKey;
    expect(keyOf({})).toBeUndefined();
    expect(keyOf({ apiKey: ' sk-1 ' })).toBe('sk-1');
    expect(keyOf({ forgetApiKey: true })).toBeNull();
  });

  it('sends only what was changed, so that two people do not undo each other', () => {
    const draft = draftOf(WEBSITE);
    expect(changesOf(draft, draft)).toEqual({});
    const changed = {
      ...draft,
      name: 'Northwind',
      theme: { ...draft.theme, accent: '#112233' },
      assistant: { ...draft.assistant, deadlineSeconds: 9 },
    };
    expect(changesOf(draft, changed)).toEqual({ name: 'Northwind', theme: { accent: '#112233' }, assistant: { deadlineMs: 9_000 } });
    expect(changesOf(draft, { ...draft, allowedOrigins: [...draft.allowedOrigins, 'https://b.example'] })).toEqual({
      allowedOrigins: ['https://northwind.example', 'https://b.example'],
    });
  });

  it('leaves empty lines out', () => {
    expect(toSave({ ...draftOf(WEBSITE), allowedOrigins: ['https://a.example', ' ', ''] }).allowedOrigins).toEqual(['https://a.example']);
  });
});

describe('the rules of a website’s form', () => {
  function setup() {
    const model = signal(newWebsite('Europe/Berlin', 'en'));
    return TestBed.runInInjectionContext(() => form(model, websiteSchema(websitesTexts())));
  }

  it('asks for a name and nothing more', () => {
    const website = setup();
    expect(
      website()
        .errorSummary()
        .map(({ message }) => message),
    ).toEqual(['Give the website a name']);
    website.name().value.set('Shop');
    expect(website().valid()).toBe(true);
  });

  it('says of every origin what is wrong with it, and when one is there twice', () => {
    const website = setup();
    website.allowedOrigins().value.set(['https://shop.example/', 'http://localhost:4100', '', 'http://localhost:4100']);
    expect(website.allowedOrigins[0]!().errors()[0]?.message).toBe('Without the slash at the end.');
    expect(website.allowedOrigins[1]!().valid()).toBe(true);
    expect(website.allowedOrigins().errors()[0]?.message).toMatch(/^http:\/\/localhost:4100: .*already/u);
  });

  it('needs address and model only of an endpoint', () => {
    const website = setup();
    website.name().value.set('Shop');
    website.assistant.responder().value.set('openai_compatible');
    expect(website.assistant.baseUrl().valid()).toBe(false);
    expect(website.assistant.model().valid()).toBe(false);
    website.assistant.responder().value.set('none');
    expect(website().valid()).toBe(true);
  });

  it('keeps numbers in their range', () => {
    const website = setup();
    website.assistant.confidenceThreshold().value.set(1.2);
    website.reopenWindowHours().value.set(-1);
    website.assistant.deadlineSeconds().value.set(null);
    expect([
      website.assistant.confidenceThreshold().valid(),
      website.reopenWindowHours().valid(),
      website.assistant.deadlineSeconds().valid(),
    ]).toEqual([false, false, false]);
  });
});
