const KEY = { consoleId: 'acme', environmentId: 'env-staging', keyId: 'key-1' };
const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';

/** An input of each call about many keys, or about replacing one, that main accepts. */
export const BULK_EXAMPLES: Readonly<Record<string, Record<string, unknown>>> = {
  'replacements.issue': {
    operationId: ID,
    old: KEY,
    draft: { name: 'Accounting' },
    wait: { kind: 'silence', days: 1 },
  },
  'replacements.wait': { id: ID, wait: { kind: 'date', at: '2026-12-01T00:00:00.000Z' } },
  'replacements.look': { id: ID },
  'replacements.callOff': { id: ID },
  'replacements.forget': { id: ID },
  'bulk.confirm': { act: { kind: 'stop' }, targets: [{ operationId: ID, key: KEY }] },
  'bulk.pause': { bulkId: 'b' },
  'bulk.resume': { bulkId: 'b' },
  'bulk.save': { bulkId: 'b', format: 'csv' },
  'bulk.exportKeys': { keys: [KEY] },
  'bulk.start': { token: 't', typed: 'DELETE 2 KEYS' },
  'bulk.cancel': { bulkId: 'b' },
  'bulk.report': { bulkId: 'b' },
};
