import type { PracticeContext } from '../../context';
import { KeyStore, newKey, type CloudmcKey, type KeyOwner } from './key-store';
import { ADMINISTRATOR, DISABLED, ORDINARY, ORGANIZATIONS, type CloudmcUser } from './sample';

/** A sample key: its name, its age in days, and when (days ago) and from where it was used last. */
type SampleKey = readonly [name: string, age: number, used?: readonly [days: number, address: string]];

const DAY_MS = 86_400_000;
const FILLED = 'cloudmc.filled';

/** Those of the administrator in their own organization: odd names, default names, never used ones. */
const HARBOUR_KEYS: readonly SampleKey[] = [
  ['Terraform', 812, [0.02, '203.0.113.24']],
  ['billing-sync', 640, [0.6, '198.51.100.7']],
  ['api_key_q7h2m0xd', 377, [201, '203.0.113.77']],
  ['api_key_w1v9c4tz', 376],
  ['Monitoring (Zürich) ⚓', 301, [0.004, '2001:db8:51::1f']],
  ['test', 289, [288, '192.0.2.15']],
  ['test', 288],
  ['=cmd|"/c calc"!A1', 214, [30, '203.0.113.5']],
  ['<b>Old portal</b>', 190, [95, '198.51.100.200']],
  [
    'ADA’s laptop, please do not delete before the spring audit is signed by everybody',
    120,
    [3, '192.0.2.44'],
  ],
  ['usage report', 61, [1.5, '203.0.113.24']],
  ['api_key_0k3fzz8p', 9],
];
const FJORD_KEYS: readonly SampleKey[] = [
  ['Shop deployment', 402, [0.2, '203.0.113.31']],
  ['Stock import', 233, [12, '203.0.113.31']],
  ['api_key_5yb6n2ra', 18],
];
const FJORD_PRODUCTION_KEYS: readonly SampleKey[] = [
  ['Shop deployment', 402, [0.1, '203.0.113.31']],
  ['Emergency access', 365],
];
const ORDINARY_KEYS: readonly SampleKey[] = [['victor scripts', 71, [4, '192.0.2.90']]];

const [harbour, fjord, fjordProduction] = ORGANIZATIONS;

function sampleKey({ userId, organizationId }: KeyOwner, sample: SampleKey, now: number): CloudmcKey {
  const [name, age, used] = sample;
  return {
    ...newKey({ userId, organizationId }, name, Math.floor(now - age * DAY_MS)).key,
    lastUsedAt: used ? Math.floor(now - used[0] * DAY_MS) : null,
    lastUsedIp: used?.[1] ?? null,
  };
}

/** Users who can sign in with a key that the console prints, each with the name of that key. */
export const TRAINEES: readonly { readonly user: CloudmcUser; readonly keyName: string }[] = [
  { user: ADMINISTRATOR, keyName: 'Keydesk' },
  { user: ORDINARY, keyName: 'Keydesk (Victor)' },
  { user: DISABLED, keyName: 'Keydesk (Sam)' },
];

/** Makes a training key where there is none, or none any more: it can be revoked like every other. */
function addTrainingKeys(keys: KeyStore, now: number): void {
  for (const { user, keyName } of TRAINEES) {
    if (keys.printed(user.id)) continue;
    const { key, secret } = newKey({ userId: user.id, organizationId: user.organizationId }, keyName, now);
    keys.add({ ...key, printed: secret });
  }
}

/** Puts the sample keys at the first start, and what is missing to sign in at every start. */
export function fillCloudmc({ store, clock }: PracticeContext): void {
  const keys = new KeyStore(store);
  const now = clock();
  const add = (userId: string, organizationId: string | undefined, samples: readonly SampleKey[]): void => {
    for (const sample of samples)
      keys.add(sampleKey({ userId, organizationId: organizationId ?? '' }, sample, now));
  };
  store.atomically(() => {
    if (store.meta(FILLED) === null) {
      add(ADMINISTRATOR.id, harbour?.id, HARBOUR_KEYS);
      add(ADMINISTRATOR.id, fjord?.id, FJORD_KEYS);
      add(ADMINISTRATOR.id, fjordProduction?.id, FJORD_PRODUCTION_KEYS);
      add(ORDINARY.id, ORDINARY.organizationId, ORDINARY_KEYS);
      store.setMeta(FILLED, 'yes');
    }
    addTrainingKeys(keys, now);
  });
}
