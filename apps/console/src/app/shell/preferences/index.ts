export { Preferences } from './preferences';
export { PreferenceFields } from './preference-fields';
