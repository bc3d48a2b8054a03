import { plainText } from './plain-text';

describe('plainText', () => {
  it.each([
    ['<p>One</p><p>Two<br>Three</p>', 'One\nTwo\nThree'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<style>p { color: red }</style>Hi&nbsp;&lt;there&gt; &#8364; &#x20AC;', 'Hi <there> € €'],
    ['a\n   b', 'a b'],
    ['<script>alert(1)</script><img src=x onerror=alert(1)>text', 'text'],
    ['&unknown; &#99999999;', '&unknown; &#99999999;'],
  ])('%s', (html, text) => expect(plainText(html)).toBe(text));
});
