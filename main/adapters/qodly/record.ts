import type { KeyChanges } from '@core/domain/key-draft';
import type { DecidedDraft, VendorKey } from '@main/adapters/adapter';

/** The last characters of a secret identify it; of a short one they would give too much away. */
const HINT_LENGTH = 4;
const SHORTEST_HINTED = 16;

/** The name of an environment that has only an endpoint. */
export function placeName(endpoint: string): string {
  if (!URL.canParse(endpoint)) return endpoint;
  const { host, pathname } = new URL(endpoint);
  return `${host}${pathname.replace(/\/+$/, '')}`;
}

/** A record of a key that was made elsewhere; never its secret. */
export function recorded(id: string, draft: DecidedDraft, secret: string, at: string): VendorKey {
  const key: VendorKey = {
    id,
    name: draft.name,
    type: draft.type ?? 'standard',
    role: draft.role ?? null,
    active: null,
    createdAt: at,
    expiresAt: draft.expiresAt ?? 'unknown',
    allowedHosts: hostsOf(draft.allowedHosts),
    readable: draft.keepSecret === true,
    revision: '1',
    clientRef: id,
  };
  return secret.length < SHORTEST_HINTED ? key : { ...key, hint: secret.slice(-HINT_LENGTH) };
}

/** The record after a change, as its next version. */
export const withChanges = (
  key: VendorKey,
  { name, type, role, expiresAt, allowedHosts }: KeyChanges,
): VendorKey => ({
  ...key,
  ...(name !== undefined && { name }),
  ...(type !== undefined && { type }),
  ...(role !== undefined && { role }),
  ...(expiresAt !== undefined && { expiresAt }),
  ...(allowedHosts !== undefined && { allowedHosts: hostsOf(allowedHosts) }),
  revision: String(Number(key.revision ?? '0') + 1),
});

const hostsOf = (hosts: readonly string[] = []): NonNullable<VendorKey['allowedHosts']> =>
  hosts.length === 0 ? 'any' : [...hosts];
