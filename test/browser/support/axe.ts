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
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe.source);
  const [now, other] = (await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`))
    ? (['dark', 'light'] as const)
    : (['light', 'dark'] as const);
  const found = await look(page, part, part ? RULES_OF_A_PART : {});
  await page.emulateMedia({ colorScheme: other });
  await page.evaluate(COLOURS_HAVE_TURNED);
  const foundToo = await look(page, part, RULES_OF_COLOUR);
  return [...found.map((each) => `${now}: ${each}`), ...foundToo.map((each) => `${other}: ${each}`)];
}

/** A button passes from one colour to the other, if only for a moment. */
const COLOURS_HAVE_TURNED = `new Promise(requestAnimationFrame).then(() =>
  Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)))`;

/** Only what is wrong comes back; everything that axe has looked at would be a megabyte. */
function look(page: Page, part: string | undefined, rules: object): Promise<string[]> {
  const where = part ? JSON.stringify(part) : 'document';
  return page.evaluate<string[]>(`axe.run(${where}, ${JSON.stringify({ resultTypes: ['violations'], ...rules })}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`);
}
