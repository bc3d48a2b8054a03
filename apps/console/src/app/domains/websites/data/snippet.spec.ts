import { cspLines, embedSnippet, embedTag } from './snippet';

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

  it('allow the socket beside the rest', () => {
    expect(cspLines(BATON)).toContain('connect-src https://chat.example.com wss://chat.example.com;');
    expect(cspLines('http://localhost:4100')).toContain('ws://localhost:4100;');
  });
});
