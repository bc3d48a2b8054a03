import { describe, expect, it } from '@jest/globals';
import { ROLES, type Membership, type Permission } from '#contracts';
import { Member } from '../../platform/access/index.js';
import { mustBeAbove, mustBeGrantable } from './granting.js';

const adminEverywhere = new Member('u', 'Root', [{ websiteId: null, permissions: ROLES.admin }]);
const adminOfA = new Member('u', 'Ada', [{ websiteId: 'a', permissions: ROLES.admin }]);
/** A key that may edit people and nothing else. */
const narrowKey = new Member('u', 'Bot', [{ websiteId: null, permissions: ['user.edit'] satisfies Permission[] }], { apiKeyId: 'k', name: 'HR' });

const NONE = new Map<string, readonly Permission[]>();
const onA: Membership = { websiteId: 'a', role: 'agent' };
const onB: Membership = { websiteId: 'b', role: 'agent' };
const everywhere: Membership = { websiteId: null, role: 'agent' };

describe('granting roles', () => {
  it('is for who administers the website', () => {
    expect(() => mustBeGrantable(adminOfA, [onA], NONE)).not.toThrow();
    expect(() => mustBeGrantable(adminOfA, [onA, onB], NONE)).toThrow();
    expect(() => mustBeGrantable(adminOfA, [everywhere], NONE)).toThrow();
    expect(() => mustBeGrantable(adminEverywhere, [onA, onB, everywhere], NONE)).not.toThrow();
  });

  it('knows a role made here by what it may do', () => {
    const custom = new Map<string, readonly Permission[]>([
      ['lead', ['handoff.assign']],
      ['root', ['website.create']],
    ]);
    const hr = new Member('u', 'HR', [{ websiteId: null, permissions: ['user.edit', 'handoff.assign'] }]);
    expect(() => mustBeGrantable(hr, [{ websiteId: 'a', role: 'lead' }], custom)).not.toThrow();
    expect(() => mustBeGrantable(hr, [{ websiteId: 'a', role: 'root' }], custom)).toThrow();
    expect(() => mustBeGrantable(adminEverywhere, [{ websiteId: 'a', role: 'unheard of' }], custom)).toThrow();
  });

  it('does not hand out more than one holds', () => {
    expect(() => mustBeGrantable(narrowKey, [{ websiteId: null, role: 'admin' }], NONE)).toThrow();
  });
});

describe('changing somebody', () => {
  it('takes all that they hold', () => {
    expect(() => mustBeAbove(adminOfA, [onA], NONE)).not.toThrow();
    expect(() => mustBeAbove(adminOfA, [onA, onB], NONE)).toThrow();
    expect(() => mustBeAbove(narrowKey, [{ websiteId: null, role: 'admin' }], NONE)).toThrow();
  });
});
