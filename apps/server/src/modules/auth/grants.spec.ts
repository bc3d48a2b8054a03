import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#contracts';
import { grantsOf, narrowed, permissionsIn } from './grants.js';

const everywhereAgent = grantsOf([{ websiteId: null, role: 'agent' }]);
const adminOfA = grantsOf([{ websiteId: 'a', role: 'admin' }]);

describe('grants of an API key', () => {
  it('never exceed what its maker holds now', () => {
    expect(permissionsIn(narrowed(everywhereAgent, ['handoff.view', 'user.edit'], null))).toEqual(['handoff.view']);
    expect(narrowed([], ['handoff.view'], null)).toEqual([]);
  });

  it('stay on the website the key is bound to', () => {
    expect(narrowed(everywhereAgent, ['handoff.view'], 'b')).toEqual([{ websiteId: 'b', permissions: ['handoff.view'] }]);
    expect(narrowed(adminOfA, ['handoff.view'], 'b')).toEqual([]);
  });

  it('go wherever the maker goes when the key is bound to none', () => {
    expect(narrowed(adminOfA, ['rule.edit'], null)).toEqual([{ websiteId: 'a', permissions: ['rule.edit'] }]);
  });
});

it('an administrator holds every permission there is', () => {
  expect(permissionsIn(adminOfA)).toEqual([...ROLES.admin].sort());
});
