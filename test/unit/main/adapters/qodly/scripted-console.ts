import { qodlyAdapter } from '@main/adapters/qodly/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { aConnection } from '@test/support/connection';
import { fakeHttp } from '@test/support/fake-http';

/** A console that is signed in to with a personal token. */
export const CONNECTION = aConnection({
  baseUrl: 'https://console.example.com/qodly/',
  credentials: { token: 'kdp_personal' },
  allowLoopback: false,
});

/** What a scripted console answers to each request. */
export type Script = Parameters<typeof fakeHttp>[0];

/** An adapter over a scripted console, with what was sent to it. */
export function scripted(script: Script, connection: ConsoleConnection = CONNECTION) {
  const fake = fakeHttp(script);
  return { adapter: qodlyAdapter(connection, fake.open), ...fake };
}

/** An operator on the wire. */
export const OPERATOR = { name: 'Ada', rights: [] };

/** A key on the wire. */
export const rawKey = (id: string, more: object = {}) => ({
  id,
  name: id,
  role: 'Admin',
  createdAt: '2030-01-01T00:00:00Z',
  expiresAt: null,
  allowedHosts: [],
  revision: '1',
  ...more,
});
