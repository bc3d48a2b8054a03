import { threadMillis } from '../../../test/harness/thread-millis.js';
import { TOPIC_LIMITS, type TopicList, type TopicWords } from '#contracts';
import { builtInTopics, compileTopics, topicListProblems, understand } from './index.js';

const words = (language: TopicWords['language'], added: string[], off: string[] = []): TopicWords => ({ language, added, off });
const list = (key: string, ...of: TopicWords[]): TopicList => ({
  key,
  label: ['billing', 'complaint', 'safety'].includes(key) ? null : 'Of our own',
  words: of,
});
const found = (text: string, lists: TopicList[], localeHint = 'en') =>
  Object.keys(understand(text, { localeHint, topics: compileTopics(lists) }).topics).toSorted();

describe('a website’s own topics', () => {
  it('are found by their words, whatever the case, the accents and the punctuation between', () => {
    const lists = [list('vip', words('en', ['gold card', 'Café Noir', 'concierge*']))];
    expect(found('I lost my GOLD-card yesterday', lists)).toEqual(['vip']);
    expect(found('is the cafe noir still open', lists)).toEqual(['vip']);
    expect(found('where are your concierges', lists)).toEqual(['vip']);
    expect(found('a gold. Card of mine', lists)).toEqual([]);
    expect(found('golden cards', lists)).toEqual([]);
  });

  it('show the words they rest on', () => {
    const { topics } = understand('Give me the gold card', { topics: compileTopics([list('vip', words('en', ['gold card']))]) });
    expect(topics['vip']!.evidence.map(({ text, label }) => [text, label])).toEqual([
      ['gold', 'vip'],
      ['card', 'vip'],
    ]);
    expect(topics['vip']!.score).toBeGreaterThan(0.8);
  });

  it('have words for each language, and words for all', () => {
    const lists = [list('vip', words('de', ['goldene karte']), words('any', ['AlpenClub']))];
    expect(found('Ich habe meine goldene Karte verloren, was mache ich jetzt?', lists, 'de')).toEqual(['vip']);
    expect(found('Straciłem kartę klubu AlpenClub i nie wiem, co robić dalej', lists, 'pl')).toEqual(['vip']);
    expect(found('I am looking at the goldene karte that you sell in the shop', lists, 'en')).toEqual([]);
  });

  it('add to what a built-in topic knows, and a complaint that is denied stays denied', () => {
    const lists = [list('complaint', words('en', ['hogwash']))];
    expect(found('What hogwash', lists)).toEqual(['complaint']);
    expect(found('no hogwash please', lists)).toEqual([]);
  });

  it('are not found where nobody made any', () => expect(found('gold card', [])).toEqual([]));

  it('cost the same however long the lists are', () => {
    const many = Array.from({ length: 200 }, (_, i) => `${'a '.repeat(5)}b${i}`);
    const lists = [list('vip', words('any', [...many, 'aaa*', 'aaaa*', 'aaaaa*'].slice(0, 200)))];
    const topics = compileTopics(lists);
    const text = 'a '.repeat(4000);
    const millis = Array.from({ length: 5 }, () => threadMillis(() => void understand(text, { topics })));
    expect(Math.min(...millis)).toBeLessThan(50);
  });
});

describe('built-in signs', () => {
  it('are listed for every topic in every language', () => {
    const listed = builtInTopics();
    expect(listed).toHaveLength(5 * 8);
    for (const { topic, language, signs } of listed) {
      expect([topic, language, signs.length > 4]).toEqual([topic, language, true]);
      expect(new Set(signs.map(({ id }) => id)).size).toBe(signs.length);
      for (const { parts } of signs) for (const part of parts) expect(part.words.length).toBeGreaterThan(0);
    }
  });

  it('that are words are switched off one by one, their misspellings too', () => {
    const lists = [list('billing', words('en', [], ['invoice']))];
    expect(found('where is my invoice', lists)).toEqual([]);
    expect(found('where is my invoce', lists)).toEqual([]);
    expect(found('where are my invoices', lists)).toEqual(['billing']);
    expect(found('where is my refund', lists)).toEqual(['billing']);
    expect(found('wo ist die Rechnung', lists, 'de')).toEqual(['billing']);
  });

  it('that are stems are switched off as they are listed', () => {
    expect(found('Die Zahlungsmethode fehlt', [], 'de')).toEqual(['billing']);
    expect(found('Die Zahlungsmethode fehlt', [list('billing', words('de', [], ['zahlungsmethode*']))], 'de')).toEqual([]);
  });

  it('that are phrases are switched off whole', () => {
    const sign = builtInTopics()
      .find(({ topic, language }) => topic === 'billing' && language === 'en')!
      .signs.find(({ parts }) => parts[0]!.words[0] === 'money' && parts[1]?.words[0] === 'back')!;
    expect(found('I want my money back', [])).toEqual(['billing']);
    expect(found('I want my money back', [list('billing', words('en', [], [sign.id]))])).toEqual([]);
  });
});

describe('topicListProblems', () => {
  const problems = (...lists: TopicList[]) => topicListProblems(lists).map(({ path }) => path);

  it('finds none in sound lists', () => {
    expect(problems(list('vip', words('en', ['gold card', 'concierge*'])), list('billing', words('de', ['Beitrag'], ['rechnung'])))).toEqual([]);
  });

  it.each<[string, TopicList[], string]>([
    ['a key with capitals', [list('Vip')], 'topics.0.key'],
    ['a key that every object has', [list('constructor')], 'topics.0.key'],
    ['a key that is too long', [list('v'.repeat(41))], 'topics.0.key'],
    ['one key twice', [list('vip'), list('vip')], 'topics.1.key'],
    ['a topic without a name', [{ ...list('vip'), label: '  ' }], 'topics.0.label'],
    ['a name for a built-in topic', [{ ...list('billing'), label: 'Money' }], 'topics.0.label'],
    ['a language nobody reads', [list('vip', words('xx' as 'en', []))], 'topics.0.words.0.language'],
    ['a language twice', [list('vip', words('en', []), words('en', []))], 'topics.0.words.1.language'],
    ['a word without letters', [list('vip', words('en', ['ok', '!!']))], 'topics.0.words.0.added.1'],
    ['a star after two letters', [list('vip', words('en', ['ab*']))], 'topics.0.words.0.added.0'],
    ['a phrase that is too long', [list('vip', words('en', ['a b c d e f g']))], 'topics.0.words.0.added.0'],
    ['a word twice, with an accent', [list('vip', words('en', ['cafe', 'Café']))], 'topics.0.words.0.added.1'],
    [
      'too many words',
      [
        list(
          'vip',
          words(
            'en',
            Array.from({ length: TOPIC_LIMITS.words + 1 }, (_, i) => `w${i}`),
          ),
        ),
      ],
      'topics.0.words.0.added',
    ],
    ['too many topics', Array.from({ length: TOPIC_LIMITS.topics + 1 }, (_, i) => list(`t${i}`)), 'topics'],
    [
      'too many words in all',
      Array.from({ length: 11 }, (_, t) =>
        list(
          `t${t}`,
          words(
            'en',
            Array.from({ length: 200 }, (_, i) => `w${i}`),
          ),
        ),
      ),
      'topics',
    ],
    ['something off where nothing is built in', [list('vip', words('en', [], ['invoice']))], 'topics.0.words.0.off'],
  ])('names the field of %s', (_, lists, path) => expect(problems(...lists)).toEqual([path]));
});
