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

/** What such a policy has to allow; styles need nothing, the widget brings them without touching the page. */
export function cspLines(baton: string): string {
  const socket = baton.replace(/^http/u, 'ws');
  return `script-src ${baton};\nconnect-src ${baton} ${socket};\nimg-src ${baton};`;
}
