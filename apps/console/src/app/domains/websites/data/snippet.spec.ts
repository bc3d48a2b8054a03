import { appCode, cspLines, embedSnippet, embedTag } from './snippet';

const BATON = 'https://chat.example.com';

describe('the lines a site takes over', () => {
  it('load the widget and queue what is called meanwhile', () => {
    const page = new DOMParser().parseFromString(`<head></head><body>${embedSnippet(BATON, 'pk_1')}</body>`, 'text/html');
    const inline = page.querySelector('script')!.textContent;
    const appended: HTMLScriptElement[] = [];
    const host: { Baton?: { q: ArrayLike<unknown>[] } } = {};
    const documentOfHost = { createElement: () => ({}) as HTMLScriptElement, head: { append: (script: HTMLScriptElement) => appended.push(script) } };
    new Function('window', 'document', `${inline.replace(/\nBaton\(/u, '\nwindow.Baton(')}`)(host, documentOfHost);
    expect(appended[0]!.src).toBe('https://chat.example.com/widget/v1.js');
    expect(Array.from(host.Baton!.q[0]!)).toEqual(['boot', { websiteKey: 'pk_1' }]);
  });

  it('come as one tag for pages that forbid inline scripts', () => {
    expect(embedTag(BATON, 'pk_1')).toBe('<script async src="https://chat.example.com/widget/v1.js" data-website-key="pk_1"></script>');
  });

  it('queue calls until the widget is there, in applications too', () => {
    const host: { Baton?: { q: unknown[][] } } = {};
    const appended: { src?: string }[] = [];
    new Function('window', 'document', 'token', appCode(BATON, 'pk_1'))(
      host,
      { createElement: () => ({}), head: { append: (script: object) => appended.push(script) } },
      'a token',
    );
    expect(appended).toEqual([{ async: true, src: 'https://chat.example.com/widget/v1.js' }]);
    expect(host.Baton!.q.map(([verb]) => verb)).toEqual(['boot', 'update', 'identify', 'shutdown']);
    expect(host.Baton!.q[0]).toEqual(['boot', { websiteKey: 'pk_1' }]);
  });

  it('allow the socket beside the rest, and the picture where it comes from', () => {
    expect(cspLines(BATON, null)).toBe('script-src https://chat.example.com;\nconnect-src https://chat.example.com wss://chat.example.com;');
    expect(cspLines('http://localhost:4100', null)).toContain('ws://localhost:4100;');
    expect(cspLines(BATON, 'https://shop.example/a/b.png?x=1')).toMatch(/\nimg-src https:\/\/shop\.example;$/u);
  });
});
