import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Permission } from '#contracts';
import { SignedIn } from './signed-in';

/** Pages behind the login; whoever is not known yet comes back to where they wanted to go. */
export const onlySignedIn: CanActivateFn = async (_route, state) => {
  const signedIn = inject(SignedIn);
  const router = inject(Router);
  return (await signedIn.isKnown()) || router.createUrlTree(['/login'], { queryParams: state.url === '/' ? {} : { next: state.url } });
};

export const onlySignedOut: CanActivateFn = async () => {
  const signedIn = inject(SignedIn);
  const router = inject(Router);
  return !(await signedIn.isKnown()) || router.createUrlTree(['/']);
};

/** A courtesy: the server refuses in any case. */
export function onlyWith(permission: Permission): CanMatchFn {
  return async () => {
    const signedIn = inject(SignedIn);
    return (await signedIn.isKnown()) ? signedIn.can(permission) : true;
  };
}
