import { TestBed } from '@angular/core/testing';
import type { RuleConditions } from '#contracts';
import { Texts, type Language } from '../../../i18n';
import { ruleWords } from '../../../rule-words/texts';
import { rulesTexts } from '../texts';
import { Sentences } from './sentences';
import { english } from './testing';

const BILLING = { fact: 'message.topics', operator: 'contains', value: 'billing' };
const UPSET = { fact: 'message.sentiment', operator: 'lessThan', value: -0.4 };
const OPEN = { fact: 'time.open', operator: 'equal', value: true };
const said = (conditions: RuleConditions) => english().sentences.ruleText(conditions, { type: 'handoff' });

describe('a rule as a sentence', () => {
  it('joins what it asks, and says where a list begins inside another', () => {
    expect(said({ all: [BILLING, { any: [UPSET, { all: [OPEN, UPSET] }] }] })).toBe(
      'Hand over when the message is about billing and either the mood is under -0.4 or both the team is open and the mood is under -0.4.',
    );
  });

  it('needs no words for groups that group nothing', () => {
    expect(said({ all: [{ any: [BILLING] }] })).toBe('Hand over when the message is about billing.');
  });

  it('turns a group into its opposite', () => {
    expect(said({ all: [{ not: { any: [BILLING, OPEN] } }] })).toBe(
      'Hand over when it is not true that either the message is about billing or the team is open.',
    );
  });

  it('leaves a gap where something is still to be chosen', () => {
    expect(said({ all: [{ fact: '', operator: '', value: undefined }] })).toBe('Hand over when ….');
    expect(said({ all: [] })).toBe('Hand over when nothing is asked yet.');
  });

  it('makes what is compared with stand out, and nothing else', () => {
    const parts = english().sentences.rule({ all: [BILLING] }, { type: 'tag', tag: 'money' });
    expect(parts.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['money', 'billing']);
  });

  describe('in every language', () => {
    afterEach(() => TestBed.inject(Texts).choose('en'));

    it.each<[Language, string, string]>([
      ['en', 'capture only', 'German'],
      ['de', 'nur Kontaktdaten', 'Deutsch'],
      ['es', 'solo datos de contacto', 'alemán'],
      ['fr', 'coordonnées seulement', 'allemand'],
    ])('says values in %s, and leaves what people wrote as it is', async (language, mode, german) => {
      await TestBed.runInInjectionContext(() => Promise.all([ruleWords.bring(), rulesTexts.bring()]));
      await TestBed.inject(Texts).choose(language);
      const text = TestBed.inject(Sentences)
        .now()
        .ruleText(
          {
            all: [
              { fact: 'website.mode', operator: 'in', value: ['offline_only'] },
              { fact: 'message.language', operator: 'equal', value: 'de' },
              { fact: 'visitor.plan', operator: 'equal', value: 'off' },
            ],
          },
          { type: 'handoff' },
        );
      for (const word of [mode, german, 'off']) expect(text).toContain(word);
    });
  });
});
