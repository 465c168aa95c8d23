import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A Qodly console that takes its time with every answer; `null` answers that there is nothing to say. */
export async function slowServer(roundTripMs: number, answer: (request: IncomingMessage) => object | null) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void delay(roundTripMs).then(() => {
      const body = answer(request);
      response.setHeader('Content-Type', 'application/json');
      response.statusCode = body === null ? 204 : 200;
      response.end(body === null ? undefined : JSON.stringify(body));
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
  return { baseUrl: `http://127.0.0.1:${port}/qodly`, requests: () => requests, stop };
}

/** A key as a Qodly console tells it. */
export const slowKey = (id: string, name: string): object => ({
  id,
  name,
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
