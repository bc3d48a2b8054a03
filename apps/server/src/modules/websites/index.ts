export { Sightings } from './sightings.js';
export { DEFAULT_THEME, type WebsiteSettings } from './website-settings.js';
export { Website } from './website.entity.js';
export { Websites } from './websites.js';
export { WebsitesModule } from './websites.module.js';
export { SaveWebsiteDto } from './website.dto.js';
