import { PERMISSIONS, ROLES, type Permission, type Role } from '#contracts';

/** Whether it is the name of a role that comes with Baton. */
export function isBuiltIn(role: string): role is Role {
  return Object.hasOwn(ROLES, role);
}

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSIONS, text);
}
