import { createServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import { LISTINGS_AT_ONCE } from '@main/services/listing-service';
import { Lanes } from '@main/services/lanes';
import { aConnection } from '@test/support/connection';
import { median, ratioRow, type Row } from './figures';

const ENVIRONMENTS = 24;
const ROUND_TRIP_MS = 50;
const RUNS = 5;

/** Listing many environments of one console, beside the least that its round trips allow. */
export async function listing(): Promise<Row[]> {
  const server = await slowConsole();
  const adapter = adapterRegistry(openHttp).qodly(
    aConnection({ baseUrl: server.baseUrl, credentials: { token: 'bench' } }),
  );
  const names = Array.from({ length: ENVIRONMENTS }, (_, index) => `e${index}`);
  const figures: number[] = [];
  let requests = 0;
  for (let run = 0; run <= RUNS; run += 1) {
    const lanes = new Lanes(LISTINGS_AT_ONCE);
    const before = server.requests();
    const since = performance.now();
    await Promise.all(names.map((name) => lanes.run('bench', () => drain(adapter.keys(name)))));
    // The first run opens the connections.
    if (run > 0) figures.push(performance.now() - since);
    requests = server.requests() - before;
  }
  await server.stop();
  const beside = Math.ceil(requests / LISTINGS_AT_ONCE) * ROUND_TRIP_MS;
  const what = `listing ${ENVIRONMENTS} environments, ${requests} requests of ${ROUND_TRIP_MS} ms, ${LISTINGS_AT_ONCE} at a time`;
  return [ratioRow(what, { measured: median(figures), beside, unit: 'ms', most: 1.25 })];
}

async function drain(pages: AsyncIterable<unknown>): Promise<void> {
  for await (const _page of pages) void _page;
}

async function slowConsole() {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void delay(ROUND_TRIP_MS).then(() => {
      response.setHeader('Content-Type', 'application/json');
      response.end(pageFor(request.url ?? ''));
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

/** Two pages of 100 keys each, so that paging is part of the figure. */
function pageFor(url: string): string {
  const second = url.includes('cursor=');
  const items = Array.from({ length: 100 }, (_, index) => ({
    id: `${second ? 'b' : 'a'}${index}`,
    name: `Key ${index}`,
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
  }));
  return JSON.stringify({ items, nextCursor: second ? null : 'next', total: 200 });
}
