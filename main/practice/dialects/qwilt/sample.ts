import type { Permission } from './names';
import type { QwiltUser } from './users';

/** The organization of the administrator's first sign-in. */
export const DEFAULT_ORGANIZATION = 'harbour-media';
const LABS = 'harbour-labs';

const NORA = 'nora.quist@example.com';
const BEN = 'ben.adeyemi@example.com';
const MIRA = 'mira.solano@example.com';

/** The administrator, a user without the right to manage keys, and one of the second organization. */
export const SAMPLE_USERS: readonly Omit<QwiltUser, 'password'>[] = [
  {
    userName: NORA,
    organizations: [DEFAULT_ORGANIZATION, LABS],
    permission: 'Editor',
    managesKeys: true,
  },
  { userName: BEN, organizations: [DEFAULT_ORGANIZATION], permission: 'Viewer', managesKeys: false },
  { userName: MIRA, organizations: [LABS], permission: 'Editor', managesKeys: true },
];

/** A key to begin with. */
export interface SampleKey {
  readonly organization: string;
  readonly name: string;
  readonly description?: string;
  readonly permission: Permission;
  readonly createdBy: string;
  /** Days since its creation, and for how many it is valid from then. */
  readonly age: number;
  readonly ttl: number;
  /** Days since it was revoked. */
  readonly revoked?: number;
}

type Rest = Pick<SampleKey, 'description' | 'createdBy' | 'revoked'>;

const key =
  (organization: string, permission: Permission) =>
  (name: string, age: number, ttl: number, rest: Partial<Rest> = {}): SampleKey => ({
    organization,
    permission,
    name,
    age,
    ttl,
    createdBy: NORA,
    ...rest,
  });

const editor = key(DEFAULT_ORGANIZATION, 'Editor');
const viewer = key(DEFAULT_ORGANIZATION, 'Viewer');
const labsEditor = key(LABS, 'Editor');
const labsViewer = key(LABS, 'Viewer');

/** Oldest first: some expired, some about to, one revoked, and names as people type them. */
export const SAMPLE_KEYS: readonly SampleKey[] = [
  viewer('Traffic dashboard', 391, 365, { description: 'Wall screen in the operations room' }),
  editor('terraform', 352, 365, { createdBy: BEN, description: 'State in the shared bucket' }),
  labsEditor('bench-7', 300, 365, { createdBy: MIRA }),
  editor('Migration from the old CDN', 240, 90, { description: 'Only for the weekend of the move' }),
  viewer('Billing export', 176, 180, { description: 'Monthly, first working day' }),
  editor('Deployment pipeline', 120, 365, { description: 'Publishes site configurations' }),
  labsViewer('grafana', 110, 365, { createdBy: MIRA, description: 'Read only' }),
  editor('contractor-lumen', 75, 180, { revoked: 12, description: 'Left on short notice' }),
  viewer('=SUM(A1:A9)', 61, 90),
  viewer('Überwachung Nordhafen', 58, 365, { createdBy: BEN }),
  editor('Cache purge, live events', 44, 60, { description: 'Purges only — never publishes' }),
  labsEditor('playground', 30, 31, { createdBy: MIRA }),
  viewer('ライブ配信の監視', 21, 365),
  editor('test', 9, 30, { createdBy: BEN, description: 'delete me' }),
  viewer('A name that somebody wrote to explain the whole history of why this key was once needed', 3, 7),
];

/** Names of the sites to begin with, by organization. */
export const SAMPLE_SITES: Readonly<Record<string, readonly string[]>> = {
  [DEFAULT_ORGANIZATION]: ['Harbour Live', 'Harbour On Demand', 'Ferry Cam'],
  [LABS]: ['Latency experiments'],
};
