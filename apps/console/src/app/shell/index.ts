export { InboxNews } from './alerts';
export { onlySignedIn, onlySignedOut, onlyWith } from './guards';
export { Live, type Connection } from './live';
export { ShortcutHelp } from './shortcut-help';
export { Shortcuts, type Shortcut } from './shortcuts';
export { SignedIn } from './signed-in';
export { Theme, THEME_CHOICES, type ThemeChoice } from './theme';
