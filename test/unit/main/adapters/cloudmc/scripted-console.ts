import { AppError } from '@core/domain/app-error';
import type { RouteProfile } from '@core/domain/route-profile';
import { cloudmcAdapter } from '@main/adapters/cloudmc/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { aConnection } from '@test/support/connection';
import { fakeHttp } from '@test/support/fake-http';

/** Routes that an operator set. */
export const ROUTES: RouteProfile = {
  'keys.list': { method: 'GET', path: '/api_keys' },
  'keys.create': { method: 'POST', path: '/api_keys' },
  'keys.rename': { method: 'PUT', path: '/api_keys/{keyId}' },
  'keys.revoke': { method: 'DELETE', path: '/api_keys/{keyId}' },
};

/** An organization and a user on the wire, as a published example has them. */
export const SHIRE = { id: 'c64dcd1d', name: 'The Shire', entryPoint: 'shire', environments: [{ id: 'e1' }] };
export const FRODO = {
  id: 'fdf60a19',
  userName: 'frodo',
  firstName: 'Frodo',
  lastName: 'Baggins',
  email: 'frodo@cloud.mc',
  status: 'ACTIVE',
  organization: { id: 'c64dcd1d', name: 'The Shire' },
  primaryRoleBinding: { id: 'b', role: { id: 'r', name: 'User', isSystem: true, isFixed: true } },
};

/** What a scripted console answers to each request. */
export type Script = Parameters<typeof fakeHttp>[0];

/** Talks HTTP with a script for keys and tasks; organizations and users answer as in the documents. */
export function scripted(script: Script, given: Partial<ConsoleConnection> = {}) {
  const fake = fakeHttp((request, settings) => {
    const [first] = request.path;
    if (first === 'organizations') return { body: { data: [SHIRE], metadata: { recordCount: 1 } } };
    if (first === 'users') return { body: { data: [FRODO] } };
    return script(request, settings);
  });
  const connection = aConnection({
    baseUrl: 'https://console.example.com/',
    method: 'api-key',
    credentials: { apiKey: 'mc-key' },
    routes: ROUTES,
    ...given,
  });
  return { adapter: cloudmcAdapter(connection, fake.open), ...fake };
}

/** A key on the wire. */
export const rawKey = (id: string, more: object = {}) => ({
  id,
  name: id,
  lastIp: null,
  lastActivity: null,
  ...more,
});

/** A list on the wire. */
export const listOf = (keys: readonly unknown[], recordCount = keys.length) => ({
  body: { data: keys, metadata: { recordCount } },
});

/** That the console has no such thing, as its answer is read. */
export const notThere = (): AppError => new AppError('not-found', 'gone', { status: 404 });
