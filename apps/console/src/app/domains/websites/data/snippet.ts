/**
 * What goes into every page.
 * @param baton origin of this installation
 */
export function embedSnippet(baton: string, websiteKey: string): string {
  return `<script>!function(w,d,u,s){w.Baton=w.Baton||function(){(w.Baton.q=w.Baton.q||[]).push(arguments)};
s=d.createElement('script');s.async=1;s.src=u+'/widget/v1.js';d.head.append(s)}(window,document,'${baton}');
Baton('boot',{websiteKey:'${websiteKey}'})</script>`;
}

/** The same for pages whose content security policy forbids inline scripts. */
export function embedTag(baton: string, websiteKey: string): string {
  return `<script async src="${baton}/widget/v1.js" data-website-key="${websiteKey}"></script>`;
}

/** For applications that put their pages together themselves: once at the start, then a word on every change of page. */
export function appCode(baton: string, websiteKey: string): string {
  return `window.Baton ??= (...call) => (window.Baton.q ??= []).push(call);

const script = document.createElement('script');
script.async = true;
script.src = '${baton}/widget/v1.js';
document.head.append(script);

window.Baton('boot', { websiteKey: '${websiteKey}' });

// after every change of page
window.Baton('update', {});

// when somebody signs in, and out
window.Baton('identify', { token });
window.Baton('shutdown');`;
}

/** What a content security policy has to allow; styles need nothing, the widget brings them without touching the page. */
export function cspLines(baton: string, avatarUrl: string | null): string {
  const socket = baton.replace(/^http/u, 'ws');
  const picture = avatarUrl && URL.canParse(avatarUrl) ? `\nimg-src ${new URL(avatarUrl).origin};` : '';
  return `script-src ${baton};\nconnect-src ${baton} ${socket};${picture}`;
}
