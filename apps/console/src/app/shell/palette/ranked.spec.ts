import type { Shortcut } from '../shortcuts';
import { rankCommands } from './ranked';

const command = (group: string, label: string): Shortcut => ({ group, label, run: () => undefined });
const COMMANDS = [
  command('Everywhere', 'Keyboard shortcuts'),
  command('Inbox', 'Next conversation'),
  command('Go to', 'Inbox: mine'),
  command('Go to', 'Websites'),
  command('Preferences', 'Density: Compact'),
];
const found = (query: string) => rankCommands(query, COMMANDS).map(({ command: { label } }) => label);

describe('rankCommands', () => {
  it.each([
    ['dens', 'Density: Compact'],
    ['nextc', 'Next conversation'],
    ['webs', 'Websites'],
    ['COMPACT', 'Density: Compact'],
  ])('finds %s', (query, label) => expect(found(query)[0]).toBe(label));

  it('puts what is called so before what stands under such a heading', () => {
    expect(found('ver')).toEqual(['Next conversation', 'Keyboard shortcuts']);
    expect(found('inbox')[0]).toBe('Inbox: mine');
  });

  it('finds nothing where nothing fits', () => expect(found('zzz')).toEqual([]));

  it('shows what fitted, and the whole label', () => {
    const [best] = rankCommands('webs', COMMANDS);
    expect(best!.pieces).toEqual([
      { text: 'Webs', hit: true },
      { text: 'ites', hit: false },
    ]);
  });
});
