import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What a colour scheme can break; everything else is the same in both. */
const RULES_OF_COLOUR = { runOnly: ['color-contrast', 'link-in-text-block'] };
/** A part is looked at wherever on the page it stands. */
const RULES_OF_A_PART = { rules: { region: { enabled: false } } };

/**
 * What axe finds wrong with the page as it stands, in the light and in the dark.
 * @param part a selector, to look at that alone
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const [now, other] = (await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`))
    ? (['dark', 'light'] as const)
    : (['light', 'dark'] as const);
  const found = await violationsAsItIs(page, part);
  await page.emulateMedia({ colorScheme: other });
  const foundToo = await look(page, part, RULES_OF_COLOUR);
  return [...found.map((each) => `${now}: ${each}`), ...foundToo.map((each) => `${other}: ${each}`)];
}

/** The same in the scheme it stands in alone. */
export async function violationsAsItIs(page: Page, part?: string): Promise<string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe.source);
  await page.evaluate(STAND_STILL);
  return look(page, part, part ? RULES_OF_A_PART : {});
}

/**
 * A colour on its way from one to another has a contrast that nobody would see. A sheet of rules goes past the page's policy for
 * styles; shadow roots have sheets of their own. What has begun is brought to its end, and what is drawn is waited for.
 */
const STAND_STILL = `(() => {
  const still = globalThis.stillSheet ??= new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation-duration: 0s !important; animation-delay: 0s !important; caret-color: transparent !important }');
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const root of roots) if (!root.adoptedStyleSheets.includes(still)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, still];
  for (const one of document.getAnimations()) {
    try { one.finish(); } catch { one.cancel(); }
  }
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
})()`;

/** Only what is wrong comes back; everything that axe has looked at would be a megabyte. Style sheets need no second fetch. */
function look(page: Page, part: string | undefined, rules: object): Promise<string[]> {
  const where = part ? JSON.stringify(part) : 'document';
  const how = JSON.stringify({ resultTypes: ['violations'], preload: false, ...rules });
  return page.evaluate<string[]>(`axe.run(${where}, ${how}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`);
}
