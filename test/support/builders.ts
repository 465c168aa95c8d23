import type { AppStatus, OperationView } from '@renderer/api/types';
import type { ApiKey } from '@core/domain/api-key';
import type { ConnectionReport, ConsoleView } from '@core/domain/console';
import type { Environment } from '@core/domain/environment';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { DEFAULT_SETTINGS, type Settings } from '@core/domain/settings';

/** The moment around which built things are dated, in epoch milliseconds. */
export const NOW = Date.parse('2026-03-04T12:00:00.000Z');

/** An instant some days before or after `NOW`. */
export const daysFromNow = (days: number): string => toInstant(NOW + days * DAY_MS);

/** An application that is fine: keychain open, not locked. */
export const aStatus = (over: Partial<AppStatus> = {}): AppStatus => ({
  version: '0.1.0',
  electron: '45.4.1',
  platform: 'linux',
  keychain: 'ok',
  sessionOnly: false,
  locked: false,
  revokeOnly: 'off',
  trainingFolder: '/home/ada/.config/keydesk-training',
  ...over,
});

/** Default preferences. */
export const someSettings = (over: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, ...over });

/** A Qodly console with kept credentials. */
export const aConsole = (over: Partial<ConsoleView> = {}): ConsoleView => ({
  id: 'acme',
  vendor: 'qodly',
  label: 'Acme Qodly',
  baseUrl: 'https://console.acme.example',
  method: 'password',
  allowLoopback: false,
  allowPrivate: false,
  practice: false,
  customCa: false,
  credentials: 'kept',
  ...over,
});

/** A running environment of today's generation with a tab. */
export const anEnvironment = (over: Partial<Environment> = {}): Environment => ({
  consoleId: 'acme',
  environmentId: 'env-staging',
  name: 'staging',
  parent: 'Order Desk',
  endpoint: 'https://staging.order-desk.acme.example',
  variant: 'generation-3',
  maxValidityDays: 365,
  canEdit: true,
  production: false,
  productionBasis: 'name',
  state: 'running',
  keyCount: 12,
  tab: true,
  ...over,
});

/** An active Standard key for any host. */
export const aKey = (over: Partial<ApiKey> = {}): ApiKey => ({
  consoleId: 'acme',
  environmentId: 'env-staging',
  id: 'key-1',
  name: 'Accounting',
  type: 'standard',
  role: 'Reader',
  active: null,
  createdAt: daysFromNow(-40),
  createdBy: 'ada@acme.example',
  expiresAt: daysFromNow(200),
  allowedHosts: 'any',
  lastUsedAt: daysFromNow(-2),
  lastUsedIp: '203.0.113.7',
  hint: '…a91f',
  revision: '"1"',
  ...over,
});

/** Keys with numbered ids and names. */
export const someKeys = (count: number, over: (index: number) => Partial<ApiKey> = () => ({})): ApiKey[] =>
  Array.from({ length: count }, (_none, index) =>
    aKey({ id: `key-${index + 1}`, name: `Key ${index + 1}`, ...over(index) }),
  );

/** A change whose outcome nobody knows yet. */
export const anOperation = (over: Partial<OperationView> = {}): OperationView => ({
  id: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11',
  kind: 'issue',
  consoleId: 'acme',
  environmentId: 'env-staging',
  label: 'Accounting',
  state: 'ambiguous',
  startedAt: daysFromNow(0),
  changedAt: daysFromNow(0),
  ...over,
});

/** A connection that works, over TLS. */
export const aReport = (over: Partial<ConnectionReport> = {}): ConnectionReport => ({
  operator: { name: 'Ada Byron', email: 'ada@acme.example', canWrite: true, canReveal: true },
  environments: 3,
  tls: { issuer: 'Acme Internal CA', validTo: daysFromNow(90), sha256: 'ab'.repeat(32), customCa: false },
  roundTripMs: 48,
  skewMs: 200,
  ...over,
});
