import { TestBed } from '@angular/core/testing';
import { Texts } from '../../../i18n';
import { Moments } from './moments';

const moments = () => TestBed.inject(Moments);

describe('exactSpan', () => {
  it.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 m'],
    [3_599, '59 m'],
    [3_600, '1 h'],
    [7_500, '2 h 5 m'],
    [90_000, '1 d'],
  ])('%d seconds: %s', (seconds, text) => expect(moments().exactSpan(seconds)).toBe(text));
});

describe('aboutSpan', () => {
  it.each([
    [20, 'about a minute'],
    [61, 'about 2 minutes'],
    [300, 'about 5 minutes'],
    [3_600, 'about an hour'],
    [3_700, 'about 2 hours'],
  ])('%d seconds: %s', (seconds, text) => expect(moments().aboutSpan(seconds)).toBe(text));
});

describe('dayName', () => {
  const now = new Date(2026, 2, 29, 3, 30).getTime();
  it('knows today and yesterday, also across a change of the clocks', () => {
    expect(moments().dayName(new Date(2026, 2, 29, 0, 5).toISOString(), now)).toBe('Today');
    expect(moments().dayName(new Date(2026, 2, 28, 23, 55).toISOString(), now)).toBe('Yesterday');
    expect(moments().dayName(new Date(2026, 2, 27).toISOString(), now)).toContain('27');
  });
});

describe('in another language', () => {
  it('says the same times as that language does', async () => {
    const texts = TestBed.inject(Texts);
    const { inboxTexts } = await import('../texts');
    await texts.need(inboxTexts.scope, inboxTexts.loaders as never);
    await texts.choose('de');
    expect(moments().exactSpan(7_500)).toBe('2 Std. 5 Min.');
    expect(moments().dayName(new Date().toISOString())).toBe('Heute');
    expect(moments().dayName('2026-03-04T12:00:00Z', Date.parse('2026-06-01'))).toBe('Mittwoch, 4. März');
    expect(moments().languageName('en')).toBe('Englisch');
    localStorage.clear();
  });
});
