import type { WidgetTheme, WidgetWebsite } from '#contracts';
import type { RememberedLook, Stage, WidgetOptions } from '../bridge.js';
import { complain } from './complain.js';
import { directionOf, launcherLabel, localeFor } from './languages.js';
import { lookOf, OUR_ACCENT } from './look.js';
import { OptionsReader } from './options.js';

type Known = Pick<WidgetWebsite, 'theme' | 'locale'>;

/** After this long the next page asks again how the website looks. */
const FRESH_MS = 60 * 60 * 1000;
/** A visitor who looks for the button does not wait longer for its colour. */
const LOOK_WITHIN_MS = 3000;
const PLAIN: WidgetTheme = { accent: OUR_ACCENT, position: 'right', greeting: null, avatarUrl: null, scheme: 'system' };

/** How the launcher stands on the page: as the website wants it, and over that as this page does. */
export function dressed({ theme, locale }: Known, options: WidgetOptions, at: number): RememberedLook {
  const spoken = localeFor(options.locale, locale);
  const look = lookOf({ ...theme, ...options.theme });
  return { ...look, direction: directionOf(spoken), label: launcherLabel(spoken), website: { theme, locale }, at };
}

/** Tells the page's developers what cannot be used, and dresses the launcher; asks for the website's look unless it is known. */
export async function settle(stage: Stage): Promise<void> {
  const reader = new OptionsReader();
  const options = reader.read(stage.options);
  reader.wrong.forEach(complain);
  const { website, at = 0 } = stage.look ?? {};
  if (website) stage.dress(dressed(website, options, at));
  if (website && Date.now() - at < FRESH_MS) return;
  const now = await ask(stage.url, options.websiteKey);
  if (now) stage.dress(dressed(now, options, Date.now()));
  else if (!website) stage.dress(dressed({ theme: PLAIN, locale: 'en' }, options, 0));
}

async function ask(url: string, websiteKey: string): Promise<Known | null> {
  try {
    // To its own pages' requests a browser adds no origin, but where they come from.
    const answer = await fetch(`${url}/api/v1/widget/website?websiteKey=${encodeURIComponent(websiteKey)}`, {
      referrerPolicy: 'origin',
      signal: AbortSignal.timeout(LOOK_WITHIN_MS),
    });
    const body = (await answer.json()) as Known & { readonly detail?: string; readonly code?: string };
    if (answer.ok) return body;
    complain(`${body.detail} (${body.code})`);
  } catch {
    // No network: the launcher stands there plainly, and opening it tries again.
  }
  return null;
}
