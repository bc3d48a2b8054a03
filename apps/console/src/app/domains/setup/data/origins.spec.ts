import { originOf } from './origins';

describe('the origin somebody means', () => {
  it.each([
    ['shop.example.com', 'https://shop.example.com'],
    [' Shop.Example.com/cart?x=1 ', 'https://shop.example.com'],
    ['http://shop.example.com', 'http://shop.example.com'],
    ['https://shop.example.com:443/', 'https://shop.example.com'],
    ['shop.example.com:8443', 'https://shop.example.com:8443'],
    ['localhost:3000', 'http://localhost:3000'],
    ['shop.localhost', 'http://shop.localhost'],
    ['192.168.1.5:8080/index.html', 'http://192.168.1.5:8080'],
    ['https://localhost:3000', 'https://localhost:3000'],
    ['münchen.example', 'https://xn--mnchen-3ya.example'],
  ])('of %j is %s', (typed, origin) => expect(originOf(typed)).toBe(origin));

  it.each(['', '  ', 'shop', 'my shop.com', '*.example.com', 'ftp://shop.example', 'javascript:alert(1)', 'me@shop.example', 'https://'])(
    'is nothing in %j',
    (typed) => expect(originOf(typed)).toBeNull(),
  );
});
