import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import { LISTINGS_AT_ONCE } from '@main/services/listing-service';
import { Lanes } from '@main/services/lanes';
import { aConnection } from '@test/support/connection';
import { median, ratioRow, type Row } from './figures';
import { slowKey, slowServer } from './slow-server';

const ENVIRONMENTS = 24;
const ROUND_TRIP_MS = 50;
const RUNS = 5;

/** Listing many environments of one console, beside the least that its round trips allow. */
export async function listing(): Promise<Row[]> {
  const server = await slowServer(ROUND_TRIP_MS, ({ url = '' }) => pageFor(url));
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

/** Two pages of 100 keys each, so that paging is part of the figure. */
function pageFor(url: string): object {
  const second = url.includes('cursor=');
  const items = Array.from({ length: 100 }, (_, index) =>
    slowKey(`${second ? 'b' : 'a'}${index}`, `Key ${index}`),
  );
  return { items, nextCursor: second ? null : 'next', total: 200 };
}
