/** Of `/api/docs`, in the hand of the console. */
export const REFERENCE_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#e4e4e7, #2e2e33); --text: light-dark(#18181b, #ececf1); --soft: light-dark(#63636e, #a0a0ab); --panel: light-dark(#fafafa, #17171a); --accent: light-dark(#4338ca, #a5b4fc); }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 220px minmax(0, 1fr); font: 14px/1.55 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #101012); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 20px 16px; border-right: 1px solid var(--line); background: var(--panel); }
nav a { display: block; padding: 2px 0; }
nav h2 { margin: 16px 0 4px; font-size: 12px; color: var(--soft); }
main { padding: 24px 32px 80px; max-width: 960px; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 22px; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 32px 0 8px; }
h3 { font-size: 12px; margin: 12px 0 4px; color: var(--soft); }
code { font: 12.5px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
details { border: 1px solid var(--line); border-radius: 8px; margin: 6px 0; padding: 0 12px; }
details[open] { padding-bottom: 12px; background: var(--panel); }
summary { padding: 8px 0; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.method { display: inline-block; min-width: 52px; font: 600 11px/1 ui-monospace, monospace; color: light-dark(#3f3f46, #d4d4d8); }
.get { color: light-dark(#15703f, #7ddca3); } .post { color: var(--accent); } .delete { color: light-dark(#b42318, #fca5a5); }
.what { color: var(--soft); }
.about { margin: 0; color: var(--soft); }
ul { margin: 4px 0; padding-left: 20px; }
@media (max-width: 700px) { body { grid-template-columns: 1fr; } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 16px; } }
`;
