export { PresenceModule } from './presence.module.js';
export { Presence, type PresenceChange } from './presence.js';
