import type { Operator } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { VendorEnvironment, VendorKey } from '@main/adapters/adapter';
import type { RawEnvironment, RawKey, RawOperator, RawRoles } from './schema';

const moment = (text: string): string => toInstant(Date.parse(text));

/** Who signed in, with the rights that Keydesk asks about. */
export const toOperator = ({ name, email, rights }: RawOperator): Operator => ({
  name,
  ...(email !== undefined && { email }),
  canWrite: rights.includes('keys:write'),
  canReveal: rights.includes('keys:reveal'),
});

/** An environment in our words; its generation decides what its keys have. */
export const toEnvironment = (raw: RawEnvironment): VendorEnvironment => ({
  environmentId: raw.id,
  name: raw.name,
  parent: raw.application,
  endpoint: raw.endpoint,
  variant: `generation-${raw.generation}`,
  maxValidityDays: raw.maximumValidityDays,
  canEdit: raw.editable,
  production: raw.production,
  state: raw.status === 'running' || raw.status === 'stopped' ? raw.status : 'unknown',
  ...(raw.keyCount !== undefined && { keyCount: raw.keyCount }),
});

/** The roles a key can have. */
export const toRoles = ({ items }: RawRoles): { name: string; description?: string }[] =>
  items.map(({ name, description }) => ({ name, ...(description !== undefined && { description }) }));

/** A key in our words. What the first generation does not have stays absent. */
export const toKey = (raw: RawKey): VendorKey => ({
  id: raw.id,
  name: raw.name,
  type: raw.type ?? null,
  role: raw.role,
  active: null,
  createdAt: moment(raw.createdAt),
  ...(raw.createdBy !== undefined && { createdBy: raw.createdBy }),
  expiresAt: raw.expiresAt === null ? 'never' : moment(raw.expiresAt),
  allowedHosts: raw.allowedHosts.length === 0 ? 'any' : raw.allowedHosts,
  ...(raw.lastUsedAt !== undefined && {
    lastUsedAt: raw.lastUsedAt === null ? 'never' : moment(raw.lastUsedAt),
  }),
  ...(typeof raw.lastUsedIp === 'string' && { lastUsedIp: raw.lastUsedIp }),
  ...(raw.hint !== undefined && { hint: raw.hint }),
  ...(typeof raw.clientRef === 'string' && { clientRef: raw.clientRef }),
  revision: raw.revision,
});

/** A draft or a change on the wire: only what it names. */
export const toWire = ({ expiresAt, ...rest }: KeyChanges): Record<string, unknown> => ({
  ...rest,
  ...(expiresAt !== undefined && { expiresAt: expiresAt === 'never' ? null : expiresAt }),
});
