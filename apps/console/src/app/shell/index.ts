export { AlertChoices, InboxNews } from './alerts';
export { onlySignedIn, onlySignedOut, onlyWith } from './guards';
export { Live, type Connection } from './live';
export { LAZY_SOURCES, Palette, type Found, type LazySource, type PaletteSource } from './palette/palette';
export { ShortcutHelp } from './shortcut-help';
export { Shortcuts, type Shortcut } from './shortcuts';
export { SignedIn } from './signed-in';
export { PreferenceFields, Preferences } from './preferences';
export { shellTexts, type ShellTexts } from './texts';
