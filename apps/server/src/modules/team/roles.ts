import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Membership } from '#contracts';
import type { Transaction } from '../../platform/database/index.js';
import { InvalidInput } from '../../platform/problems/index.js';
import { isBuiltIn, isPermission } from '../auth/index.js';
import type { CustomRoles } from './granting.js';

/** What the roles of memberships may do. */
@Injectable()
export class Roles {
  /** Holds them until the commit, so that a role does not grow between being judged and being given. */
  async behind(tx: Transaction, memberships: readonly Membership[]): Promise<CustomRoles> {
    const ids = [...new Set(memberships.map(({ role }) => role).filter((role) => !isBuiltIn(role) && isUUID(role)))];
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; permissions: string[] }>(`select id, permissions from role where id = any ($1) order by id for share`, [
      ids,
    ]);
    return new Map(rows.map(({ id, permissions }) => [id, permissions.filter(isPermission)]));
  }

  /** @throws InvalidInput naming the membership whose role there is not */
  mustKnow(memberships: readonly Membership[], custom: CustomRoles): void {
    const errors = memberships.flatMap(({ role }, i) =>
      isBuiltIn(role) || custom.has(role) ? [] : [{ path: `memberships.${i}.role`, message: 'is no role' }],
    );
    if (errors.length > 0) throw new InvalidInput(errors);
  }
}
