import { isReadableOnTheWay, originIssue } from './origins';

describe('a line of allowed origins', () => {
  it.each([
    'https://shop.example',
    'http://localhost:4100',
    'https://shop.example:8443',
    'https://xn--mller-kva.example',
    '',
    '  ',
    ' https://shop.example ',
  ])('may be “%s”', (line) => expect(originIssue(line)).toBeNull());

  it.each([
    ['https://shop.example/', 'slash', 'https://shop.example'],
    ['https://shop.example/cart', 'path', 'https://shop.example'],
    ['https://shop.example/cart?x=1', 'query', 'https://shop.example'],
    ['https://shop.example#top', 'query', 'https://shop.example'],
    ['shop.example', 'scheme', 'https://shop.example'],
    ['shop.example/cart', 'scheme', 'https://shop.example'],
    ['//shop.example', 'scheme', 'https://shop.example'],
    ['localhost:3000', 'scheme', 'http://localhost:3000'],
    ['https://*.shop.example', 'wildcard', 'https://shop.example'],
    ['*', 'wildcard', null],
    ['ftp://shop.example', 'foreign', 'https://shop.example'],
    ['https://ada:secret@shop.example', 'credentials', 'https://shop.example'],
    ['https://Shop.Example', 'spelling', 'https://shop.example'],
    ['https://shop.example:443', 'spelling', 'https://shop.example'],
    ['https://müller.example', 'spelling', 'https://xn--mller-kva.example'],
    ['https://a.example, https://b.example', 'spaces', null],
    ['shop', 'unreadable', null],
    ['https://', 'unreadable', null],
  ])('is not “%s”: %s, rather %s', (line, flaw, suggestion) => {
    expect(originIssue(line)).toEqual({ flaw, suggestion });
    if (suggestion) expect(originIssue(suggestion)).toBeNull();
  });

  it('is told apart by who may read along', () => {
    expect(['http://shop.example', 'http://localhost:3000', 'https://shop.example'].map(isReadableOnTheWay)).toEqual([true, false, false]);
  });
});
