import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Membership } from '#contracts';
import { isBuiltIn, isPermission, type Member } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { InvalidInput } from '../../platform/problems/index.js';
import { mustBeAbove, mustBeGrantable, type CustomRoles } from './granting.js';

/** Whether a member may give roles, or touch somebody who has them, by what the roles allow at this moment. */
@Injectable()
export class Roles {
  /** @throws InvalidInput naming the membership whose role there is not */
  async mustExist(tx: Transaction, memberships: readonly Membership[]): Promise<void> {
    const custom = await this.behind(tx, memberships);
    const errors = memberships.flatMap(({ role }, i) =>
      isBuiltIn(role) || custom.has(role) ? [] : [{ path: `memberships.${i}.role`, message: 'is no role' }],
    );
    if (errors.length > 0) throw new InvalidInput(errors);
  }

  /** @throws Forbidden */
  async mustBeGrantable(tx: Transaction, member: Member, memberships: readonly Membership[]): Promise<void> {
    mustBeGrantable(member, memberships, await this.behind(tx, memberships));
  }

  /** @throws Forbidden */
  async mustBeAbove(tx: Transaction, member: Member, memberships: readonly Membership[]): Promise<void> {
    mustBeAbove(member, memberships, await this.behind(tx, memberships));
  }

  /** What those made here allow. Held until the commit, so that a role does not grow between being judged and being given. */
  private async behind(tx: Transaction, memberships: readonly Membership[]): Promise<CustomRoles> {
    const ids = [...new Set(memberships.map(({ role }) => role).filter((role) => !isBuiltIn(role) && isUUID(role)))];
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; permissions: string[] }>(`select id, permissions from role where id = any ($1) order by id for share`, [
      ids,
    ]);
    return new Map(rows.map(({ id, permissions }) => [id, permissions.filter(isPermission)]));
  }
}
