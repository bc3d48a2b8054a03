import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What a colour scheme can break; everything else is the same in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Buttons pass from one colour to another, which takes them a frame also where motion is not wanted. */
const COLOURS_HAVE_TURNED = `new Promise(requestAnimationFrame).then(() =>
  Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)))`;

/**
 * What axe finds wrong with the page as it stands, in the light and in the dark.
 * @param part a selector, to look at that alone; then it does not matter where on the page it stands
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe.source);
  return [...(await inScheme(page, 'light', part)), ...(await inScheme(page, 'dark', part))];
}

async function inScheme(page: Page, colorScheme: 'light' | 'dark', part?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(COLOURS_HAVE_TURNED);
  const options = {
    resultTypes: ['violations'],
    ...(colorScheme === 'dark' ? { runOnly: RULES_OF_COLOUR } : {}),
    ...(part ? { rules: { region: { enabled: false } } } : {}),
  };
  // Only what is wrong comes back; everything that axe has looked at would be a megabyte.
  const found = await page.evaluate<string[]>(`axe.run(${JSON.stringify(part ?? null)} ?? document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`);
  return found.map((violation) => `${colorScheme}: ${violation}`);
}
