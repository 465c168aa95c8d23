import { topOf } from './organizations';
import type { RawOrganization, RawUser } from './schema';

/** The name of a user as people say it. */
export function nameOf({ firstName, lastName, userName }: RawUser): string {
  const name = [firstName, lastName].filter((part) => (part ?? '') !== '').join(' ');
  return name === '' ? userName : name;
}

/** The role that decides over a user's keys. */
export const roleOf = (user: RawUser | null): string | null => user?.primaryRoleBinding?.role.name ?? null;

/**
 * Whose key is signed in with, as far as the console tells: the only user it shows; else the only one at the top of
 * what is visible who may make calls, for nobody sees more than their own organization and those below it.
 */
export function operatorAmong(
  users: readonly RawUser[],
  organizations: readonly RawOrganization[],
): RawUser | null {
  const [only = null] = users;
  if (users.length === 1) return only;
  const top = topOf(organizations);
  const likely = users.filter(
    ({ organization, status, deleted }) =>
      deleted !== true && status !== 'DISABLED' && top.some(({ id }) => id === organization?.id),
  );
  return top.length === 1 && likely.length === 1 ? (likely[0] ?? null) : null;
}
