import { HANDOFF_SORTS, type HandoffSort, type InboxView } from '#contracts';
import type { Shortcut } from '../../../shell';
import type { InboxSay } from '../texts';

export interface ListActs {
  readonly step: (by: 1 | -1) => void;
  readonly openFirst: () => void;
  readonly search: () => void;
  readonly filter: () => void;
  readonly goTo: (view: InboxView) => void;
  readonly sortBy: (sort: HandoffSort) => void;
  readonly hasRows: () => boolean;
  readonly isOpen: () => boolean;
}

/** What keys and the palette do in the list. */
export function listKeys(t: InboxSay, acts: ListActs): readonly Shortcut[] {
  const group = () => t('keys.inbox');
  return [
    { key: 'j', label: () => t('keys.next'), group, icon: 'down', when: acts.hasRows, run: () => acts.step(1) },
    { key: 'k', label: () => t('keys.previous'), group, when: acts.hasRows, run: () => acts.step(-1) },
    {
      key: 'Enter',
      label: () => t('keys.open'),
      group,
      when: () => acts.hasRows() && !acts.isOpen() && !isOnControl(),
      run: acts.openFirst,
    },
    { key: '/', label: () => t('keys.search'), group, icon: 'search', run: acts.search },
    { key: 'f', label: () => t('keys.filter'), group, icon: 'settings', run: acts.filter },
    // The others are reached from every page, with keys of their own.
    ...(['sla_at_risk', 'offline'] as const).map((view): Shortcut => ({
      label: () => t('keys.goTo', { view: t(`views.${view}`) }),
      group,
      icon: 'inbox',
      run: () => acts.goTo(view),
    })),
    ...HANDOFF_SORTS.map((sort): Shortcut => ({
      label: () => t('keys.sort', { order: t(`sorts.${sort}`) }),
      group,
      icon: 'sort',
      run: () => acts.sortBy(sort),
    })),
  ];
}

/** Enter belongs to whatever has the focus, if that does something with it. */
function isOnControl(): boolean {
  return document.activeElement?.closest('a, button, summary, [role="button"]') != null;
}
