import type { ConsoleConnection } from '@main/adapters/connection';
import type { RecordBook, RecordedKey } from '@main/ports';
import { systemClock } from '@main/electron/clock';

/** A book of recorded keys in memory. */
export function memoryBook(): RecordBook {
  const keys = new Map<string, RecordedKey>();
  const secrets = new Map<string, string>();
  return {
    list: () => Promise.resolve([...keys.values()]),
    put: (key) => Promise.resolve(void keys.set(key.id, key)),
    remove: (keyId) => {
      secrets.delete(keyId);
      return Promise.resolve(void keys.delete(keyId));
    },
    readSecret: (keyId) => Promise.resolve(secrets.get(keyId) ?? null),
    keepSecret: (keyId, secret) => Promise.resolve(void secrets.set(keyId, secret)),
  };
}

/** A connection to a console on loopback, with nothing set by an operator; what differs is given. */
export const aConnection = (
  given: Partial<ConsoleConnection> & Pick<ConsoleConnection, 'baseUrl'>,
): ConsoleConnection => ({
  method: 'token',
  credentials: {},
  allowLoopback: true,
  allowPrivate: false,
  clock: systemClock,
  origins: {},
  routes: {},
  endpoints: {},
  book: memoryBook(),
  saved: () => undefined,
  ...given,
});
