import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { VisitorIdentityDto } from './visitor-identity.dto.js';

const wrong = (body: object): string[] =>
  validateSync(plainToInstance(VisitorIdentityDto, body), { whitelist: true, forbidNonWhitelisted: true }).map((error) => error.property);

describe('what a widget says of its visitor', () => {
  it('may be nothing, or all there is', () => {
    expect(wrong({})).toEqual([]);
    expect(
      wrong({ name: 'Vera', email: 'vera@example.test', phone: '+41 44 000 00 00', attributes: { plan: 'pro', seats: 3, trial: false } }),
    ).toEqual([]);
  });

  it.each([
    ['name', { name: null }],
    ['name', { name: ['Vera'] }],
    ['email', { email: 'vera' }],
    ['attributes', { attributes: null }],
    ['attributes', { attributes: [1] }],
    ['attributes', { attributes: { nested: { a: 1 } } }],
    ['attributes', { attributes: { long: 'x'.repeat(1001) } }],
    ['attributes', { attributes: { _hidden: 1 } }],
    ['attributes', { attributes: { 'a.b': 1 } }],
    ['attributes', { attributes: { nul: '\0' } }],
    ['attributes', { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`a${i}`, i])) }],
    ['verified', { verified: true }],
    ['websiteId', { websiteId: 'x' }],
  ])('may not be a wrong %s: %j', (property, body) => {
    expect(wrong(body)).toEqual([property]);
  });
});
