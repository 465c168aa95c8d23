const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
const KEY = { consoleId: 'acme', environmentId: 'env-staging', keyId: 'key-1' };
const WHEN = '2026-03-04T12:00:00.000Z';
const search = { searchId: 's' };
const incident = { incidentId: ID };

/** An input of each call about leaks and incidents that main accepts. */
export const LEAK_EXAMPLES: Readonly<Record<string, Record<string, unknown>>> = {
  'leak.submit': { text: 'api-key: x' },
  'leak.search': search,
  'leak.cancel': search,
  'leak.discard': search,
  'incidents.read': incident,
  'incidents.open': {
    ...search,
    title: 'A leak',
    by: 'Ada',
    reportedAt: WHEN,
    foundAt: 'A log',
    keys: [KEY],
  },
  'incidents.resume': { ...incident, by: 'Grace' },
  'incidents.attach': { ...incident, ...search, keys: [KEY] },
  'incidents.note': { ...incident, text: 'The owner was told.' },
  'incidents.stop': {
    ...incident,
    mode: 'kill',
    why: 'It is public.',
    keys: [{ operationId: ID, key: KEY }],
  },
  'incidents.replace': { ...incident, operationId: ID, key: KEY, why: 'It is in use.' },
  'incidents.prove': { ...incident, key: KEY },
  'incidents.unwatch': { ...incident, key: KEY },
  'incidents.close': { ...incident, summary: 'Done.' },
  'incidents.save': { ...incident, format: 'html' },
  'incidents.startDrill': { by: 'Ada' },
};
