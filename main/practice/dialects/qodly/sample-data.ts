import type { PracticeContext } from '../../context';
import { EntityStore } from './entity-store';
import { EnvironmentStore, type EnvironmentRecord } from './environment-store';
import { KeyStore, type KeyRecord } from './key-store';
import { generateKeys, sampleKeyId } from './generated-keys';
import { seededRandom } from '../../random';
import { LEGACY_KEYS, PRODUCTION_KEYS, type SampleKey } from './sample-keys';
import { SAMPLE_ROLES } from './sample-roles';

/** How many keys the staging environment begins with. */
export const STAGING_KEYS = 2000;

const DAY_MS = 86_400_000;
const CREATORS = ['ada.lindgren@example.com', 'jo.marek@example.com', 'sam.ito@example.com'];
const BULK_ID = 'bulk';
const BULK_COUNT = 'qodly.bulkKeys';
const SEEDS = { production: 101, staging: 202, legacy: 303, [BULK_ID]: 404 };

const PRESENT = { generation: 3, maximumValidityDays: 365, status: 'running' } as const;

const PRODUCTION: EnvironmentRecord = {
  ...PRESENT,
  id: 'production',
  position: 1,
  name: 'Orders – Production',
  application: 'Orders',
  stage: 'production',
  production: true,
};
const STAGING: EnvironmentRecord = {
  ...PRESENT,
  id: 'staging',
  position: 2,
  name: 'Orders – Staging',
  application: 'Orders',
  stage: 'staging',
  production: false,
};
const LEGACY: EnvironmentRecord = {
  id: 'legacy',
  position: 3,
  name: 'Customer portal – Development',
  application: 'Customer portal',
  stage: 'development',
  generation: 1,
  maximumValidityDays: null,
  production: null,
  status: 'running',
};
const BULK: EnvironmentRecord = {
  ...PRESENT,
  id: BULK_ID,
  position: 4,
  name: 'Load test – Development',
  application: 'Load test',
  stage: 'development',
  production: false,
};

/** Turns sample keys into records of an environment; times count from `now`, in milliseconds. */
export function* sampleRecords(
  samples: readonly SampleKey[],
  environment: EnvironmentRecord,
  now: number,
): Generator<KeyRecord> {
  const random = seededRandom(environment.id === PRODUCTION.id ? SEEDS.production : SEEDS.legacy);
  const typed = environment.generation === 3;
  for (const sample of samples) {
    const [daysSinceUse, lastUsedIp] = sample.used ?? [null, null];
    yield {
      id: sampleKeyId(random),
      environmentId: environment.id,
      name: sample.name,
      type: typed ? (sample.administration ? 'administration' : 'standard') : null,
      role: sample.role,
      createdAt: Math.floor(now - sample.age * DAY_MS),
      createdBy: typed ? random.pick(CREATORS) : null,
      expiresAt: sample.left === null ? null : Math.floor(now + sample.left * DAY_MS),
      allowedHosts: sample.hosts ?? [],
      lastUsedAt: daysSinceUse === null ? null : Math.floor(now - daysSinceUse * DAY_MS),
      lastUsedIp,
      secret: random.uuid(),
      clientRef: null,
      revision: 1,
      revokedAt: null,
    };
  }
}

function generated(
  environmentId: 'staging' | typeof BULK_ID,
  count: number,
  now: number,
): Iterable<KeyRecord> {
  const roleNames = SAMPLE_ROLES.map(({ name }) => name);
  return generateKeys({ environmentId, count, seed: SEEDS[environmentId], now, roleNames });
}

/** Makes what is missing: the three environments at the first start, and `bulk` when so many keys are asked for. */
export function fillSampleData({ store, clock }: PracticeContext, extraKeys: number | undefined): void {
  const environments = new EnvironmentStore(store);
  const keys = new KeyStore(store);
  const now = clock();
  const add = (environment: EnvironmentRecord, records: Iterable<KeyRecord>): void => {
    environments.add(environment, SAMPLE_ROLES);
    new EntityStore(store).fill(environment.id);
    keys.add(records);
  };
  const fillBulk = (count: number): void => {
    keys.clear(BULK_ID);
    if (environments.find(BULK_ID)) keys.add(generated(BULK_ID, count, now));
    else add(BULK, generated(BULK_ID, count, now));
    store.setMeta(BULK_COUNT, String(count));
  };
  store.atomically(() => {
    if (!environments.find(PRODUCTION.id)) {
      add(PRODUCTION, sampleRecords(PRODUCTION_KEYS, PRODUCTION, now));
      add(STAGING, generated('staging', STAGING_KEYS, now));
      add(LEGACY, sampleRecords(LEGACY_KEYS, LEGACY, now));
    }
    if (extraKeys !== undefined && store.meta(BULK_COUNT) !== String(extraKeys)) fillBulk(extraKeys);
  });
}
