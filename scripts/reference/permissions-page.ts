import { PERMISSIONS, ROLES, type Permission, type Role } from '#contracts';
import { code, page, table } from './markdown.js';

const roles = Object.keys(ROLES) as Role[];

export function permissionsPage(): string {
  return page(
    'Permissions and roles',
    'A member of the team has a role on one website or on all of them. An API key holds permissions by name, on one website or on all. ' +
      'A route or socket event without a permission refuses everybody; something on a website one may not see answers as if it did not exist.',
    table(
      ['Permission', 'Allows to', ...roles],
      (Object.keys(PERMISSIONS) as Permission[]).map((permission) => [
        code(permission),
        PERMISSIONS[permission],
        ...roles.map((role) => (ROLES[role].includes(permission) ? '✓' : '')),
      ]),
    ),
  );
}
