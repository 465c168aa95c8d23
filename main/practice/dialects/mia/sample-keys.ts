import { seededRandom } from '../../random';

/** A sample key; its value is generated unless one is given. */
interface SampleKey {
  readonly clientType: string;
  readonly description?: string;
  readonly value?: string;
  readonly inactive?: true;
}

const key = (clientType: string, description?: string): SampleKey => ({
  clientType,
  ...(description !== undefined && { description }),
});

/** Keys of the orders API on `main`: one at least of every kind that a list can show. */
export const ORDERS_KEYS: readonly SampleKey[] = [
  key('mobile_app', 'iOS and Android app'),
  key('web_shop', 'Checkout of the web shop'),
  { ...key('partner_portal', 'Value per environment, kept by the release team'), value: '{{PARTNER_KEY}}' },
  key('warehouse_scanner', 'Hand scanners in Rotterdam and Gdańsk'),
  { ...key('legacy_erp', 'Switched off after the migration'), inactive: true },
  key('constructor', 'Configurator for made-to-order furniture'),
  key('nightly_report', 'Sales figures, 02:00'),
  key('nightly_report', 'Successor of the key above, until the end of the quarter'),
  { ...key('support_desk', 'Typed by hand in 2021'), value: 'orders123' },
  key('analytics', 'Auswertung für Köln – 注文の分析 📊'),
  key('payment_callbacks', 'Called by the payment provider'),
  key('courier_sync'),
  key('monitoring', 'Asks every minute whether all is well'),
  key('_internal_batch', 'Stock correction, =SUM of the day'),
];

/** Keys of the orders API in version 1.2.0. */
export const RELEASED_ORDERS_KEYS: readonly SampleKey[] = ORDERS_KEYS.filter(
  ({ clientType }) => !['analytics', '_internal_batch', 'constructor'].includes(clientType),
);

/** Keys of the orders API on the branch where something new is made. */
export const LOYALTY_KEYS: readonly SampleKey[] = [
  ...ORDERS_KEYS,
  key('loyalty_service', 'Points and vouchers'),
];

/** Keys of the storefront in each environment. */
export const STOREFRONT_KEYS: readonly SampleKey[] = [
  key('storefront_web', 'Server-side rendering'),
  key('newsletter', 'Offers of the week'),
  { ...key('load_test', 'Only while a load test runs'), inactive: true },
];

/** Keys of the patient portal. */
export const PATIENT_KEYS: readonly SampleKey[] = [
  key('clinic_kiosk', 'Check-in terminals'),
  key('appointment_reminders', 'Text messages'),
  key('lab_results', 'Import from the laboratory'),
  key('insurance_gateway'),
];

/** Keys as a configuration has them. Same samples and same seed: same values. */
export function sampleSecrets(samples: readonly SampleKey[], seed: number): Record<string, unknown>[] {
  const random = seededRandom(seed);
  const values = new Map(ORDERS_KEYS.map((sample) => [sample, random.uuid()]));
  return samples.map((sample) => ({
    clientType: sample.clientType,
    secret: sample.value ?? values.get(sample) ?? random.uuid(),
    active: sample.inactive === undefined,
    ...(sample.description !== undefined && { description: sample.description }),
  }));
}
