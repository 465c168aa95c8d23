import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The environment whose keys it has. */
export const ENVIRONMENT = {
  id: 'bench',
  name: 'bench',
  application: 'Bench',
  endpoint: 'http://127.0.0.1/bench',
  generation: 3,
  maximumValidityDays: 365,
  editable: true,
  production: false,
  status: 'running',
};

/** A Qodly console of one environment that takes its time with every request and loses the keys it is told to. */
export async function slowKeys(count: number, roundTripMs: number) {
  const keys = new Set(Array.from({ length: count }, (_none, index) => `key-${index}`));
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void delay(roundTripMs).then(() => {
      const url = request.url ?? '';
      if (request.method === 'DELETE') keys.delete(url.split('/').at(-1) ?? '');
      response.setHeader('Content-Type', 'application/json');
      response.statusCode = request.method === 'DELETE' ? 204 : 200;
      response.end(request.method === 'DELETE' ? undefined : JSON.stringify(answer(url, keys)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { baseUrl: `http://127.0.0.1:${port}/qodly`, requests: () => requests, left: () => keys.size, stop };
}

function answer(url: string, keys: ReadonlySet<string>): object {
  if (!url.includes('/keys')) return { items: [ENVIRONMENT], nextCursor: null };
  return { items: [...keys].map(record), nextCursor: null, total: keys.size };
}

const record = (id: string): object => ({
  id,
  name: id,
  type: 'standard',
  role: 'Admin',
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'bench@example.com',
  expiresAt: '2027-01-01T00:00:00.000Z',
  allowedHosts: [],
  lastUsedAt: null,
  lastUsedIp: null,
  hint: 'abcd',
  clientRef: null,
  revision: '1',
});
