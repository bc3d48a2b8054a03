/**
 * Presentational parts of the console: inputs in, outputs out, no data access. Styles: `tokens.css`, then `controls.css`.
 * Every page loads all of this, so what needs a library stands beside it: `#ui/text-list` brings Angular's forms.
 */
export { BaAvatar } from './avatar/avatar.js';
export { initialsOf } from './avatar/initials.js';
export { BaButton, type ButtonLook } from './button/button.js';
export { BaIconButton } from './button/icon-button.js';
export { BaCallout, type CalloutTone } from './feedback/callout.js';
export { BaEmpty } from './feedback/empty.js';
export { BaMeter } from './feedback/meter.js';
export { BaSkeleton } from './feedback/skeleton.js';
export { BaToasts } from './feedback/toast-list.js';
export { Toasts, type Toast, type ToastTone } from './feedback/toasts.js';
export { BaCopyable } from './form/copyable.js';
export { BaField } from './form/field.js';
export { BaInput } from './form/input.js';
export { BaSearch } from './form/search.js';
export { BaSegmented, type Choice } from './form/segmented.js';
export { BaSwitch } from './form/switch.js';
export { BaIcon } from './icon/icon.js';
export { ICONS, type IconName, type IconShape } from './icon/icons.js';
export { uniqueId } from './ids.js';
export { BaChip, type Tone } from './label/chip.js';
export { BaKbd } from './label/kbd.js';
export { BaPill, type PillState } from './label/pill.js';
export { BaListRow } from './layout/list-row.js';
export { BaPage } from './layout/page.js';
export { BaPane } from './layout/pane.js';
export { BaPanel } from './layout/panel.js';
export { BaTable } from './layout/table.js';
export { ConfirmDialog, type Question } from './overlay/confirm-dialog.js';
export { BaMarkdown } from './markdown/markdown.js';
export { parseMarkdown, type Block, type Inline } from './markdown/parse.js';
export { BaDialog } from './overlay/dialog.js';
export { DIALOG_DATA, DialogRef } from './overlay/dialog-ref.js';
export { Dialogs } from './overlay/dialogs.js';
export { BaMenuChoice, BaMenuRadio } from './overlay/menu-choice.js';
export { BaMenuItem, BaMenuSwitch } from './overlay/menu-item.js';
export { BaMenu, BaMenuFor } from './overlay/menu.js';
export { BaTabs, type Tab } from './tabs/tabs.js';
export { ENGLISH_UI_TEXTS, UI_TEXTS, type UiTexts } from './texts.js';
export { growingSpan, since, until, type SpanLabel } from './time/age.js';
export { Ticker } from './time/ticker.js';
export { BaTime } from './time/time.js';
