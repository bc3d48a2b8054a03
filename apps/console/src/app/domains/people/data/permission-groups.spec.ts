import { PERMISSIONS } from '#contracts';
import { ALL_PERMISSIONS, KEY_PRESETS, PERMISSION_GROUPS } from './permission-groups';

it('every permission is in exactly one group', () => {
  const grouped = PERMISSION_GROUPS.flatMap(({ permissions }) => [...permissions]);
  expect([...grouped].sort()).toEqual(Object.keys(PERMISSIONS).sort());
});

it('a key that reads writes nothing, and a bot speaks', () => {
  expect(KEY_PRESETS.read.every((permission) => permission.endsWith('.view'))).toBe(true);
  expect(KEY_PRESETS.read.length).toBeGreaterThan(4);
  expect(KEY_PRESETS.bot).toContain('bot.speak');
  expect(KEY_PRESETS.all).toEqual(ALL_PERMISSIONS);
});
