import type { Assumptions } from '../../assumptions';
import { canonicalHost } from './hosts';
import { Problem, type FieldError } from '../../problem';
import type { EnvironmentRecord } from './environment-store';
import type { KeyRecord } from './key-store';
import type { KeyChanges } from './schema';

/** What the rules depend on besides the fields. */
export interface RuleSetting {
  readonly environment: EnvironmentRecord;
  readonly roleNames: readonly string[];
  readonly now: number;
  readonly assumptions: Assumptions;
}

/** Fields of a key in the form they are kept in. */
export type SettledFields = Partial<Pick<KeyRecord, 'name' | 'type' | 'role' | 'expiresAt' | 'allowedHosts'>>;

const DAY_MS = 86_400_000;

/** Why an expiry is not possible, or `null`. `expiresAt` in milliseconds; null: never. */
export function expiryError(expiresAt: number | null, setting: RuleSetting): string | null {
  const { maximumValidityDays: days } = setting.environment;
  if (expiresAt === null) return days === null ? null : `A key must expire within ${days} days.`;
  if (expiresAt <= setting.now) return 'The expiration date must be in the future.';
  const latest = days === null ? Infinity : setting.now + days * DAY_MS + setting.assumptions.validityGraceMs;
  return expiresAt > latest ? `A key may be valid for at most ${days ?? 0} days.` : null;
}

/** Why a list of hosts is not possible; empty when it is. */
export function hostErrors(hosts: readonly string[], { assumptions }: RuleSetting): FieldError[] {
  const { maximumHosts, cidrHosts, duplicateHosts } = assumptions;
  if (hosts.length > maximumHosts)
    return [{ field: 'allowedHosts', message: `At most ${maximumHosts} hosts are possible.` }];
  const canonical = hosts.map((host) => canonicalHost(host, cidrHosts));
  return canonical.flatMap((host, index): FieldError[] => {
    const field = `allowedHosts.${index}`;
    if (host === null) return [{ field, message: 'Use a plain IPv4 or IPv6 address.' }];
    const repeated = !duplicateHosts && canonical.indexOf(host) !== index;
    return repeated ? [{ field, message: 'This host is already in the list.' }] : [];
  });
}

function errorsOf(fields: KeyChanges, setting: RuleSetting): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (field: string, message: string | null): void => {
    if (message !== null) errors.push({ field, message });
  };
  if (fields.type !== undefined && setting.environment.generation === 1)
    refuse('type', 'Keys of the first generation have no type.');
  if (fields.role !== undefined && !setting.roleNames.includes(fields.role))
    refuse('role', 'This environment has no such role.');
  if (fields.expiresAt !== undefined) refuse('expiresAt', expiryError(time(fields.expiresAt), setting));
  if (fields.allowedHosts !== undefined) errors.push(...hostErrors(fields.allowedHosts, setting));
  return errors;
}

const time = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));

/**
 * Checks the fields that are given against the environment's rules and puts them into the form they are kept in:
 * trimmed name, instant in milliseconds, canonical hosts in their order. Throws `invalid-fields` naming all that
 * is wrong.
 */
export function settle(fields: KeyChanges, setting: RuleSetting): SettledFields {
  const errors = errorsOf(fields, setting);
  if (errors.length > 0)
    throw new Problem('invalid-fields', 'Some fields are not possible in this environment.', { errors });
  const { name, type, role, expiresAt, allowedHosts } = fields;
  const { cidrHosts } = setting.assumptions;
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(type !== undefined && { type }),
    ...(role !== undefined && { role }),
    ...(expiresAt !== undefined && { expiresAt: time(expiresAt) }),
    ...(allowedHosts !== undefined && {
      allowedHosts: allowedHosts.map((host) => canonicalHost(host, cidrHosts) ?? host),
    }),
  };
}
