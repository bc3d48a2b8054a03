import { HttpErrorResponse } from '@angular/common/http';
import { inject, provideEnvironmentInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Texts } from '../i18n';
import { fieldWords } from './field-words';
import { problemOf } from './problem';
import { de } from './texts/de';
import { provideEditingWords } from './words';

const refusal = (body: object): HttpErrorResponse =>
  new HttpErrorResponse({ status: 409, error: { type: 'about:blank', title: 'x', status: 409, detail: 'In English.', ...body } });

describe('what went wrong', () => {
  async function speaking(language: 'en' | 'de'): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideEditingWords(), provideEnvironmentInitializer(() => inject(Texts).take('editing', 'de', de))],
    });
    await TestBed.inject(Texts).choose(language);
  }
  afterEach(() => TestBed.inject(Texts).choose('en'));

  it('is said in the chosen language where it is known', async () => {
    await speaking('de');
    expect(problemOf(refusal({ code: 'user.last_admin' })).detail).toBe(de.problems.user.last_admin);
    expect(problemOf(refusal({ code: 'role.in_use', details: { people: 1 } })).detail).toBe(de.problems.role.in_use.one);
    expect(problemOf(refusal({ code: 'role.in_use', details: { people: 3 } })).detail).toContain('3 Personen');
    expect(problemOf(refusal({ code: 'server.error', incident: 'i-1' })).detail).toContain('i-1');
    expect(problemOf(new HttpErrorResponse({ status: 0 })).detail).toBe(de.problems.connection.lost);
    expect(problemOf(new HttpErrorResponse({ status: 502 })).detail).toContain('502');
  });

  it('is what the server says where it is not, and in English', async () => {
    await speaking('de');
    expect(problemOf(refusal({ code: 'something.new' })).detail).toBe('In English.');
    await TestBed.inject(Texts).choose('en');
    expect(problemOf(refusal({ code: 'user.last_admin' })).detail).toBe('In English.');
  });

  it('is said at the field, numbers included', async () => {
    await speaking('de');
    expect(fieldWords('must be longer than or equal to 10 characters')).toBe('Mindestens 10 Zeichen');
    expect(fieldWords('must not be greater than 300')).toBe('Höchstens 300');
    expect(fieldWords('is taken already')).toBe('Ist schon vergeben');
    expect(fieldWords('must rhyme')).toBe('Das stimmt nicht');
    await TestBed.inject(Texts).choose('en');
    expect(fieldWords('must rhyme')).toBe('must rhyme');
  });
});
