import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toInstant } from '@core/domain/instant';
import { nodeCrypto } from '@main/node-crypto';
import { Fingerprint, FingerprintService } from '@main/services/fingerprint-service';
import { Journal } from '@main/storage/journal';
import { FakeClock } from '@test/support/fake-clock';
import { FakeLog } from '@test/support/fake-ports';
import { MemorySecretStore } from '@test/support/memory-secret-store';
import { median, plainRow, type Row } from './figures';

const KEYS = 100_000;
const LOOKUPS = 200;
const K = '0f'.repeat(32);

const hashOf = (index: number): string => nodeCrypto.sha256(`secret-${index}`);

/** Looking a secret up among the fingerprints of many keys, and the first time after a start, which reads them all. */
export async function fingerprintLookup(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-bench-'));
  try {
    const entries = await filled(join(folder, 'fingerprints.jsonl'));
    const keychain = new MemorySecretStore();
    await keychain.write('fingerprint-key', K);
    const parts = { keychain, entries, crypto: nodeCrypto, clock: new FakeClock(), log: new FakeLog() };
    const service = new FingerprintService(parts);
    const first = await timed(service, 1);
    const figures: number[] = [];
    for (let at = 0; at < LOOKUPS; at += 1) figures.push(await timed(service, at * 499));
    await entries.close();
    return [
      plainRow('fingerprint lookup over 100,000 keys', { measured: median(figures), unit: 'ms', most: 20 }),
      plainRow('the first one after a start', { measured: first, unit: 'ms', most: null }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filled(path: string): Promise<Journal<Fingerprint>> {
  const journal = await Journal.open({ path, schema: Fingerprint });
  const at = toInstant(0);
  const entry = (index: number): Fingerprint => {
    const fingerprint = nodeCrypto.hmacSha256(K, hashOf(index));
    const environmentId = `env-${index % 50}`;
    return { fingerprint, key: { consoleId: 'bench', environmentId, keyId: `key-${index}` }, at };
  };
  await Promise.all(Array.from({ length: KEYS }, (_none, index) => journal.append(entry(index))));
  return journal;
}

async function timed(service: FingerprintService, index: number): Promise<number> {
  const hash = hashOf(index);
  const since = performance.now();
  const found = await service.lookup(hash);
  const spent = performance.now() - since;
  if (found[0]?.key.keyId !== `key-${index}`) throw new Error('The key was not found.');
  return spent;
}
