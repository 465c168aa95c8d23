import type { ApiKey } from '@core/domain/api-key';
import type { ConsoleView } from '@core/domain/console';
import { environmentRefOf } from '@renderer/api/environment-ref';
import type { Environment } from '@core/domain/environment';
import { vendorInfo, type VendorId } from '@core/domain/vendor';
import { aConsole, aKey, anEnvironment, daysFromNow } from '@test/support/builders';

const NAMES = {
  qodly: { console: 'Acme Qodly', environment: 'staging' },
  mia: { console: 'Acme Mia', environment: 'shop/main' },
  cloudmc: { console: 'Acme Cloud', environment: 'Acme' },
  qwilt: { console: 'Acme CDN', environment: 'Acme Media' },
} as const;

/** A console of a vendor with kept credentials. */
export const consoleOf = (vendor: VendorId, over: Partial<ConsoleView> = {}): ConsoleView =>
  aConsole({
    id: vendor,
    vendor,
    label: NAMES[vendor].console,
    method: vendorInfo(vendor).signIn[0]?.id ?? '',
    ...over,
  });

/** An environment of a vendor's newest variant; a dialect without a known end of life says so. */
export const environmentOf = (vendor: VendorId, over: Partial<Environment> = {}): Environment =>
  anEnvironment({
    consoleId: vendor,
    environmentId: `${vendor}-1`,
    name: NAMES[vendor].environment,
    variant: Object.keys(vendorInfo(vendor).variants)[0] ?? '',
    maxValidityDays: vendor === 'qodly' || vendor === 'qwilt' ? 365 : null,
    canEdit: vendor !== 'qwilt',
    ...over,
  });

/** What only keys of one vendor have. */
const OWN_FACTS: Readonly<Record<VendorId, Partial<ApiKey>>> = {
  qodly: {},
  mia: {
    id: 'mobile',
    name: 'mobile',
    active: true,
    description: 'The app',
    hint: '…77ad',
    deployed: 'live',
    usedBy: ['/orders', '/cart', '/users'],
  },
  cloudmc: {
    id: 'key-c',
    name: 'api_key_ab12cd34',
    role: 'Operator',
    lastUsedAt: daysFromNow(-1),
    lastUsedIp: '203.0.113.9',
  },
  qwilt: {
    id: 'key-w',
    name: 'Purge job',
    role: 'Editor',
    description: 'Purges nightly',
    createdAt: daysFromNow(-40),
    createdBy: 'ada@acme.example',
    expiresAt: daysFromNow(200),
  },
};

/** An active key of a vendor, with the facts that its keys have and no others. */
export function keyOf(vendor: VendorId, over: Partial<ApiKey> = {}): ApiKey {
  const place = environmentRefOf(environmentOf(vendor));
  if (vendor === 'qodly') return aKey({ ...place, ...over });
  const bare: ApiKey = { ...place, id: '', name: '', type: null, role: null, active: null };
  return { ...bare, ...OWN_FACTS[vendor], ...over };
}

/** A window that looks at one environment of a vendor. */
export const worldOf = (
  vendor: VendorId,
  keys: readonly ApiKey[] = [keyOf(vendor)],
  over: Partial<Environment> = {},
) => ({ consoles: [consoleOf(vendor)], environments: [environmentOf(vendor, over)], keys });

const ALL: readonly VendorId[] = ['qodly', 'mia', 'cloudmc', 'qwilt'];

/** A window that looks at one environment of each vendor. */
export const worldOfAll = (keys: readonly ApiKey[] = ALL.map((vendor) => keyOf(vendor))) => ({
  consoles: ALL.map((vendor) => consoleOf(vendor)),
  environments: ALL.map((vendor) => environmentOf(vendor)),
  keys,
});

/** An environment whose keys are recorded by hand. */
export const ASSISTED: Partial<Environment> = { variant: 'assisted', maxValidityDays: null };
