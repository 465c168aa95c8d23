import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BulkFile, type BulkReport } from '@core/domain/bulk';
import { Operation } from '@core/domain/operation';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { adapterRegistry } from '@main/adapters/registry';
import { bulkOver } from '@main/app-bulk';
import { systemClock as clock } from '@main/electron/clock';
import { openHttp } from '@main/http/console-http';
import { nodeCrypto } from '@main/node-crypto';
import { CONSOLE_WIDTH } from '@main/services/bulk/console-pace';
import type { Place } from '@main/services/environment-service';
import { OperationJournal } from '@main/services/operation-journal';
import { OperationService } from '@main/services/operation-service';
import { Journal } from '@main/storage/journal';
import { JsonStore } from '@main/storage/json-store';
import { aConnection } from '@test/support/connection';
import { FakeDialogs, FakeFiles } from '@test/support/fake-ports';
import { ACME } from '@test/support/key-desk';
import { ratioRow, type Row } from './figures';
import { ENVIRONMENT, slowKeys } from './slow-keys';

const KEYS = 1_000;
const ROUND_TRIP_MS = 50;

/** Stopping many keys, each journaled on a real disk and read back, beside the least that its round trips allow. */
export async function revoking(): Promise<Row[]> {
  const server = await slowKeys(KEYS, ROUND_TRIP_MS);
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-bench-'));
  const log = await Journal.open({ path: join(folder, 'operations.jsonl'), schema: Operation });
  const place = await placeAt(server.baseUrl);
  const bulk = await bulkAt(folder, log, place);
  const before = server.requests();
  const since = performance.now();
  const report = await stopAll(bulk);
  const measured = performance.now() - since;
  const requests = server.requests() - before;
  await Promise.all([log.close(), server.stop()]);
  await rm(folder, { recursive: true });
  if (server.left() > 0 || !report.rows.every(({ state }) => state === 'done'))
    throw new Error('Not all were stopped.');
  const beside = Math.ceil(requests / CONSOLE_WIDTH) * ROUND_TRIP_MS;
  const what = `revoking ${KEYS} keys, ${requests} requests of ${ROUND_TRIP_MS} ms, ${CONSOLE_WIDTH} at a time, journaled and read back`;
  return [ratioRow(what, { measured, beside, unit: 'ms', most: 1.3 })];
}

async function stopAll(bulk: Awaited<ReturnType<typeof bulkAt>>): Promise<BulkReport> {
  const targets = Array.from({ length: KEYS }, (_none, index) => ({
    operationId: randomUUID(),
    key: { consoleId: ACME.id, environmentId: ENVIRONMENT.id, keyId: `key-${index}` },
  }));
  const confirmed = await bulk.confirm({ act: { kind: 'stop' }, targets });
  const { bulkId } = await bulk.start(confirmed?.token ?? '', `DELETE ${KEYS} KEYS`);
  return bulk.ended(bulkId);
}

async function bulkAt(folder: string, log: Journal<Operation>, place: Place) {
  const journal = new OperationJournal(log, clock, nodeCrypto, () => undefined);
  const operations = new OperationService(journal, clock, () =>
    Promise.reject(new Error('Nothing is left to settle.')),
  );
  const plans = new JsonStore({ path: join(folder, 'bulk-runs.json'), schema: BulkFile, initial: () => [] });
  const { bulk } = bulkOver(
    {
      clock,
      plans,
      dialogs: new FakeDialogs(),
      files: new FakeFiles(),
      progress: () => undefined,
      permit: () => Promise.resolve(),
    },
    {
      operations,
      journal,
      environments: { place: () => Promise.resolve(place) },
      listings: { find: () => undefined, records: () => [] },
      deployments: { note: () => Promise.resolve() },
    },
  );
  return bulk;
}

async function placeAt(baseUrl: string): Promise<Place> {
  const adapter = adapterRegistry(openHttp).qodly(aConnection({ baseUrl, credentials: { token: 'bench' } }));
  const [raw] = await adapter.environments();
  if (raw === undefined) throw new Error('The console has no environment.');
  const vendor = vendorInfo('qodly');
  const environment = {
    ...raw,
    consoleId: ACME.id,
    production: false,
    productionBasis: 'vendor',
    tab: true,
  } as const;
  return { adapter, record: ACME, vendor, traits: traitsOf(vendor, raw.variant), environment, raw };
}
