import { Injectable } from '@nestjs/common';
import type { WidgetWebsite } from '#contracts';
import { NotFound } from '../../platform/problems/index.js';
import { Sightings, Websites, type WebsiteSettings } from '../websites/index.js';
import { OriginNotAllowed } from './conversation.problems.js';

/** A website as its widget knows it, and which pages may hold that widget. */
@Injectable()
export class WidgetWebsites {
  constructor(
    private readonly websites: Websites,
    private readonly sightings: Sightings,
  ) {}

  /**
   * @param origin of the page that asks
   * @param pageUrl where it said one
   * @throws NotFound (no such websiteKey), OriginNotAllowed
   */
  async admit(websiteKey: string, origin: string | undefined, pageUrl?: string): Promise<WebsiteSettings> {
    const website = await this.websites.byPublicKey(websiteKey);
    if (!website) throw new NotFound('website');
    const allowed = origin !== undefined && website.allowedOrigins.includes(origin);
    if (origin) await this.sightings.saw(website.id, { origin, allowed, pageUrl });
    if (!allowed) throw new OriginNotAllowed(origin);
    return website;
  }

  /** What stands on the page before anybody writes; nothing is stored. @throws as `admit` */
  async look(websiteKey: string, origin: string | undefined): Promise<WidgetWebsite> {
    return widgetWebsite(await this.admit(websiteKey, origin));
  }
}

export function widgetWebsite(website: WebsiteSettings): WidgetWebsite {
  return {
    name: website.name,
    theme: website.theme,
    locale: website.locale,
    texts: {},
    mode: website.mode,
    // People may be called at any hour, or, in the mode `off`, never.
    open: website.mode !== 'off',
    opensAt: null,
  };
}
