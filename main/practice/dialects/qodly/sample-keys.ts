/** A sample key, with its times in days from the first start. */
export interface SampleKey {
  readonly name: string;
  readonly role: string;
  /** Days since it was created. */
  readonly age: number;
  /** Days until it expires; negative: it has expired; null: never. */
  readonly left: number | null;
  readonly administration?: true;
  /** Absent: any host. */
  readonly hosts?: readonly string[];
  /** Days since its last use, and from where. */
  readonly used?: readonly [days: number, address: string];
}

const MINUTE = 1 / 1440;

const LONG_NAME =
  'Data exchange with the regional distribution centre for field notebooks, lamps and writing paper, ' +
  'agreed in the spring meeting, to be reviewed by purchasing and by the security team every quarter';

/** Keys of the production environment: one at least in every state that a list can show. */
export const PRODUCTION_KEYS: readonly SampleKey[] = [
  { name: 'Accounting export', role: 'Reporting', age: 351, left: 14, used: [0.3, '203.0.113.24'] },
  { name: 'Old web shop', role: 'Sales', age: 349, left: -169, used: [171, '203.0.113.9'] },
  {
    name: 'Nightly backup',
    role: 'Admin',
    age: 340,
    left: 25,
    hosts: ['203.0.113.40'],
    used: [0.4, '203.0.113.40'],
  },
  {
    name: 'Studio components',
    role: 'Admin',
    age: 322,
    left: 43,
    administration: true,
    used: [12, '203.0.113.77'],
  },
  { name: 'Trade fair demo', role: 'Support read-only', age: 300, left: -270 },
  { name: 'Customer newsletter', role: 'Reporting', age: 288, left: 77, used: [6, '203.0.113.61'] },
  {
    name: 'Label printer',
    role: 'Warehouse',
    age: 251,
    left: 114,
    hosts: ['203.0.113.90', '203.0.113.91'],
    used: [1.1, '203.0.113.91'],
  },
  { name: 'Test', role: 'Admin', age: 240, left: 125 },
  {
    name: 'Partner portal',
    role: 'Sales',
    age: 201,
    left: 164,
    hosts: ['203.0.113.10', '203.0.113.11', '203.0.113.12'],
    used: [2 * MINUTE, '203.0.113.11'],
  },
  {
    name: 'Bestellübersicht – Köln',
    role: 'Support read-only',
    age: 183,
    left: 182,
    used: [0.8, '203.0.113.33'],
  },
  { name: 'Stock count tablets', role: 'Warehouse', age: 176, left: 4, used: [0.1, '203.0.113.92'] },
  { name: '注文管理システム', role: 'Sales', age: 160, left: 205, used: [20, '203.0.113.54'] },
  {
    name: 'Emergency access',
    role: 'Admin',
    age: 151,
    left: 214,
    administration: true,
    hosts: ['127.0.0.1'],
  },
  {
    name: 'Web shop checkout',
    role: 'Sales',
    age: 122,
    left: 243,
    hosts: ['203.0.113.10', '203.0.113.10'],
    used: [1 * MINUTE, '203.0.113.10'],
  },
  {
    name: 'Accounting export',
    role: 'Reporting',
    age: 119,
    left: 246,
    hosts: ['203.0.113.24'],
    used: [9, '203.0.113.24'],
  },
  { name: 'Migration 2', role: 'Admin', age: 95, left: -5, administration: true, used: [37, '203.0.113.70'] },
  { name: LONG_NAME, role: 'Warehouse', age: 88, left: 277, used: [44, '203.0.113.98'] },
  { name: 'Support desk', role: 'Support read-only', age: 84, left: 6, used: [0.02, '203.0.113.15'] },
  { name: '-2 day retry worker', role: 'Sales', age: 71, left: 109, used: [3, '203.0.113.28'] },
  { name: 'تقارير المبيعات', role: 'Reporting', age: 63, left: 302 },
  {
    name: 'IPv6 monitoring',
    role: 'Support read-only',
    age: 55,
    left: 310,
    hosts: ['2001:db8::15'],
    used: [0.5, '2001:db8::15'],
  },
  { name: 'Price list "2026", draft', role: 'Reporting', age: 44, left: 136 },
  {
    name: 'Contractor Lumen',
    role: 'Sales',
    age: 33,
    left: -3,
    hosts: ['203.0.113.120'],
    used: [4, '203.0.113.120'],
  },
  { name: 'Workstation trial', role: 'Sales', age: 21, left: 9, hosts: ['127.0.0.1'] },
  {
    name: 'Warehouse robots 🤖',
    role: 'Warehouse',
    age: 14,
    left: 351,
    hosts: ['203.0.113.93'],
    used: [5 * MINUTE, '203.0.113.93'],
  },
  { name: 'Test', role: 'Reporting', age: 8, left: 82 },
  { name: 'Local development', role: 'Admin', age: 3, left: 27, hosts: ['127.0.0.1', '::1'] },
  { name: 'Quarterly audit', role: 'Support read-only', age: 0.2, left: 6.8 },
];

/** Keys of the first-generation environment, where any duration is possible. */
export const LEGACY_KEYS: readonly SampleKey[] = [
  { name: 'Portal frontend', role: 'Sales', age: 1412, left: null },
  { name: 'Accounting', role: 'Reporting', age: 1380, left: null, hosts: ['203.0.113.24'] },
  { name: 'Import 2022', role: 'Admin', age: 1202, left: -837 },
  { name: 'Mobile app', role: 'Sales', age: 1033, left: 792 },
  { name: 'Mobile app', role: 'Sales', age: 1020, left: null },
  { name: 'Call centre', role: 'Support read-only', age: 918, left: 177, hosts: ['203.0.113.15'] },
  { name: 'Interface tests', role: 'Admin', age: 702, left: 28 },
  { name: 'Newsletter', role: 'Reporting', age: 655, left: -290 },
  { name: 'Monitoring', role: 'Support read-only', age: 540, left: null, hosts: ['127.0.0.1'] },
  { name: 'Größentabelle', role: 'Reporting', age: 410, left: 1415 },
  { name: 'Stock feed', role: 'Warehouse', age: 377, left: 353 },
  { name: 'Demo for management', role: 'Admin', age: 190, left: 11, hosts: ['203.0.113.5'] },
  { name: 'Trainee project', role: 'Support read-only', age: 64, left: 26 },
  { name: 'Second screen', role: 'Sales', age: 12, left: null },
];
