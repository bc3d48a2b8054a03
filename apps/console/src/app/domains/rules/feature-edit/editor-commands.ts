import type { Shortcut } from '../../../shell';
import type { RuleEditor } from '../data/rule-editor';
import type { RulesTexts } from '../texts';

interface Acts {
  readonly mayEdit: () => boolean;
  readonly mayReplay: () => boolean;
  readonly save: () => unknown;
  readonly try: () => unknown;
  readonly replay: () => unknown;
  readonly turnView: () => unknown;
}

/** What can be done with a rule that is open, by key or from the palette. */
export function editorCommands(t: RulesTexts, editor: RuleEditor, acts: Acts): readonly Shortcut[] {
  const group = () => t('commands.group');
  const command = (name: 'save' | 'undo' | 'redo' | 'try' | 'json' | 'replay', run: () => unknown, more: Partial<Shortcut> = {}): Shortcut => ({
    id: `rules.${name}`,
    label: () => t(`commands.${name}`),
    group,
    run: () => void run(),
    ...more,
  });
  return [
    command('save', acts.save, { key: 'mod+s', when: acts.mayEdit }),
    command('undo', () => editor.undo(), { key: 'u', icon: 'undo', when: editor.canUndo }),
    command('redo', () => editor.redo(), { key: 'r', when: editor.canRedo }),
    command('try', acts.try, { key: 't', icon: 'play' }),
    command('replay', acts.replay, { icon: 'refresh', when: acts.mayReplay }),
    command('json', acts.turnView),
  ];
}
