import { parseImport } from './import-parse';

const article = (title: string, body: string, more: object = {}) => ({ title, body, questions: [], language: null, url: null, ...more });

describe('what was pasted', () => {
  it('is an article for every heading of markdown', () => {
    const { articles, flaws } = parseImport('# Returns\r\nWithin **30 days**.\r\n\r\n### Exceptions\r\nNone.\r\n\r\n## Delivery ##\nThree days.\n');
    expect(articles).toEqual([article('Returns', 'Within **30 days**.\n\n### Exceptions\nNone.'), article('Delivery', 'Three days.')]);
    expect(flaws).toEqual([]);
  });

  it('may end an article with other ways to ask', () => {
    const text = '# Returns\nWithin 30 days.\n\n- unworn\n- with receipt\n\nQuestions:\n- Can I send it back?\n* What if it does not fit?\n';
    expect(parseImport(text).articles).toEqual([
      article('Returns', 'Within 30 days.\n\n- unworn\n- with receipt', { questions: ['Can I send it back?', 'What if it does not fit?'] }),
    ]);
  });

  it('keeps what looks like a heading inside code', () => {
    expect(parseImport('# Install\n```\n# a comment\n```\n').articles).toEqual([article('Install', '```\n# a comment\n```')]);
  });

  it('says what cannot be taken over, and takes the rest', () => {
    const { articles, flaws } = parseImport(`\nHello\n# Empty\n\n# ${'x'.repeat(301)}\nBody\n# Good\nBody`);
    expect(articles).toEqual([article('Good', 'Body')]);
    expect(flaws).toEqual([
      { kind: 'noTitle', line: 2 },
      { kind: 'noBody', title: 'Empty' },
      { kind: 'longTitle', title: 'x'.repeat(80) },
    ]);
  });

  it('is a row each of CSV, with quotes, commas and line breaks in its cells', () => {
    const csv =
      '\uFEFFTitle,Body,Questions,Language,URL\n"Returns, refunds","Say ""yes"".\nTwice.","Can I?\nMay I?",de,https://shop.example\n\nDelivery,Three days\n';
    expect(parseImport(csv)).toEqual({
      articles: [
        article('Returns, refunds', 'Say "yes".\nTwice.', { questions: ['Can I?', 'May I?'], language: 'de', url: 'https://shop.example' }),
        article('Delivery', 'Three days'),
      ],
      flaws: [],
    });
  });

  it('may be CSV as spreadsheets of other countries write it', () => {
    expect(parseImport('title;body\nRückgabe;Ja, klar\n;x').articles).toEqual([article('Rückgabe', 'Ja, klar')]);
    expect(parseImport('title;body\n;x').flaws).toEqual([{ kind: 'noTitle', line: 2 }]);
    expect(parseImport('title,text\na,b').flaws).toEqual([{ kind: 'noColumns' }]);
  });

  it('may be nothing', () => expect(parseImport('  \n')).toEqual({ articles: [], flaws: [] }));
});
