import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../../platform/problems/index.js';
import { applyWebsite } from './apply-website.js';
import { Website } from './website.entity.js';

const now = new Date('2026-11-22T12:00:00Z');
const seal = (key: string): string => `sealed ${key}`;

function changed(given: Parameters<typeof applyWebsite>[1], website = Website.named('id', 'Shop', now)): Website {
  applyWebsite(website, given, now, seal);
  return website;
}

function refusal(given: Parameters<typeof applyWebsite>[1]): unknown {
  try {
    changed(given);
  } catch (error) {
    return error instanceof InvalidInput ? error.errors : error;
  }
  return null;
}

describe('allowed origins', () => {
  it('are taken as browsers send them', () => {
    expect(changed({ allowedOrigins: ['https://shop.example', 'http://localhost:4100', 'https://shop.example'] }).allowedOrigins).toEqual([
      'https://shop.example',
      'http://localhost:4100',
    ]);
  });

  it.each([
    'https://shop.example/',
    'https://shop.example/path',
    'https://SHOP.example',
    'https://shop.example:443',
    'https://user@shop.example',
    'shop.example',
    '*',
    'null',
    'https://*.shop.example/',
    'javascript:alert(1)',
    'file:///etc',
    'https://shop.example ',
    '',
  ])('refuse %j, naming which', (origin) => {
    expect(refusal({ allowedOrigins: ['https://fine.example', origin] })).toEqual([
      { path: 'allowedOrigins.1', message: expect.stringContaining('origin') },
    ]);
  });
});

describe('the AI of a website', () => {
  const withKey = (): Website =>
    changed({ assistant: { responder: 'openai_compatible', baseUrl: 'https://api.openai.example/v1', model: 'small', apiKey: 'sk-1' } });

  it('keeps its key when other settings change, and loses it on null', () => {
    expect(changed({ assistant: { model: 'large', baseUrl: 'https://api.openai.example/v2' } }, withKey()).aiApiKeyEncrypted).toBe('sealed sk-1');
    expect(changed({ assistant: { apiKey: null } }, withKey()).aiApiKeyEncrypted).toBeNull();
  });

  it('does not carry its key to another host', () => {
    expect(changed({ assistant: { baseUrl: 'https://elsewhere.example/v1' } }, withKey()).aiApiKeyEncrypted).toBeNull();
    expect(changed({ assistant: { baseUrl: 'https://elsewhere.example/v1', apiKey: 'sk-2' } }, withKey()).aiApiKeyEncrypted).toBe('sealed sk-2');
  });

  it('needs an address and a model to be asked', () => {
    expect(refusal({ assistant: { responder: 'openai_compatible' } })).toEqual([
      { path: 'assistant.baseUrl', message: 'is needed for this responder' },
    ]);
    expect(refusal({ assistant: { responder: 'openai_compatible', baseUrl: 'https://a.example' } })).toEqual([
      { path: 'assistant.model', message: 'is needed for this responder' },
    ]);
  });
});
