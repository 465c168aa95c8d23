import type { ApiKey } from '@core/domain/api-key';
import { toInstant } from '@core/domain/instant';
import { nodeCrypto } from '@main/node-crypto';
import { nodeSealing } from '@main/node-sealing';
import { LastKnownKey } from '@main/services/last-known/last-known-key';
import { LastKnownService } from '@main/services/last-known/last-known-service';
import { aKey, NOW } from '@test/support/builders';
import { FakeClock } from '@test/support/fake-clock';
import { FakeLog } from '@test/support/fake-ports';
import { STAGING } from '@test/support/key-desk';
import { MemoryFolder } from '@test/support/memory-folder';
import { MemorySecretStore } from '@test/support/memory-secret-store';

/** When the keys of these tests were listed. */
export const asOf = toInstant(NOW);

/** As long as nothing is written. */
export const PAUSE_MS = 3_000;

/** Another environment of the same console. */
export const PRODUCTION = { ...STAGING, environmentId: 'env-production' };

/** One page for each name. */
export const pages = (...names: string[]): string[] =>
  names.map((name) => JSON.stringify([aKey({ ...STAGING, id: name, name })]));

/** What is kept over restarts, in memory. */
export class LastKnownRig {
  readonly folder = new MemoryFolder();
  readonly keychain = new MemorySecretStore();
  readonly clock = new FakeClock();
  readonly log = new FakeLog();
  consoles = ['acme'];
  sessionOnly = false;

  /** Keydesk after another start. */
  started(): LastKnownService {
    const { folder, keychain, clock, log } = this;
    const crypto = nodeCrypto;
    return new LastKnownService({
      folder,
      key: new LastKnownKey({ keychain, crypto, clock, log }),
      sealing: nodeSealing,
      crypto,
      clock,
      log,
      mayKeep: () => !this.sessionOnly,
      consoleIds: async () => this.consoles,
    });
  }

  /** Lets what waits be written, part by part. */
  async written(): Promise<void> {
    await this.clock.pass(PAUSE_MS);
    for (let turn = 0; turn < 10; turn += 1) await this.clock.pass(0);
  }

  /** Has listed keys of these names, and kept them. */
  async kept(...names: string[]): Promise<LastKnownService> {
    const service = this.started();
    service.keepKeys(STAGING, { pages: pages(...names), rows: names.length, asOf });
    await this.written();
    return service;
  }

  /** The names that are given back; null where nothing is. */
  async names(service: LastKnownService): Promise<string[] | null> {
    const listing = await service.keys(STAGING);
    if (listing === null) return null;
    const names: string[] = [];
    for (let page = 0; page < listing.pages; page += 1)
      for (const { name } of JSON.parse(await service.page(listing.listing, page)) as ApiKey[])
        names.push(name);
    return names;
  }

  /** The name of the file of keys. */
  get keysFile(): string {
    return (
      [...this.folder.files.keys()].find((name) => name.includes('keys') && name.endsWith('.sealed')) ?? ''
    );
  }
}
