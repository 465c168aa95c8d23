import type { ApiKey } from '@core/domain/api-key';
import { csvText } from '@core/text/csv';

type Cell = (key: ApiKey) => string | undefined | null;

/** SECURITY: chosen one by one; a secret is no part of a record, and nothing that is added to it gets here by itself. */
const COLUMNS: readonly (readonly [heading: string, cell: Cell])[] = [
  ['console id', ({ consoleId }) => consoleId],
  ['environment id', ({ environmentId }) => environmentId],
  ['identifier', ({ id }) => id],
  ['name', ({ name }) => name],
  ['description', ({ description }) => description],
  ['type', ({ type }) => type],
  ['role', ({ role }) => role],
  ['active', ({ active }) => (active === null ? null : String(active))],
  ['expires', ({ expiresAt }) => expiresAt],
  [
    'allowed hosts',
    ({ allowedHosts }) => (Array.isArray(allowedHosts) ? allowedHosts.join(' ') : allowedHosts),
  ],
  ['created', ({ createdAt }) => createdAt],
  ['created by', ({ createdBy }) => createdBy],
  ['last used', ({ lastUsedAt }) => lastUsedAt],
  ['last used from', ({ lastUsedIp }) => lastUsedIp],
  ['hint', ({ hint }) => hint],
  ['used by', ({ usedBy }) => usedBy?.join(' ')],
  ['revoked', ({ revokedAt }) => revokedAt],
];

/** The records of keys as CSV with a heading; a fact that a vendor does not have is an empty cell. */
export const keysCsv = (keys: readonly ApiKey[]): string =>
  csvText([
    COLUMNS.map(([heading]) => heading),
    ...keys.map((key) => COLUMNS.map(([, cell]) => cell(key) ?? '')),
  ]);
