import { consoleOrigins, type OriginSpec } from '@core/domain/console-origins';
import { vendorInfo } from '@core/domain/vendor';
import type { ConsoleForm } from '@renderer/consoles/console-form';

/** A further address of the console in the form. */
export interface OriginField extends OriginSpec {
  /** What is used where nothing is typed; null where nobody can tell. */
  readonly derived: string | null;
}

type Addresses = Pick<ConsoleForm, 'vendor' | 'baseUrl' | 'origins'>;

/** The further addresses that the vendor's consoles have; empty where there is only one. */
export function originsOf({ vendor, baseUrl }: Pick<ConsoleForm, 'vendor' | 'baseUrl'>): OriginField[] {
  const { specs = [], services = [] } = vendorInfo(vendor).origins ?? {};
  const derived = consoleOrigins(specs, services, baseUrl.trim());
  return specs.map((spec) => ({ ...spec, derived: derived?.[spec.name] ?? null }));
}

/** What was typed of them, by name. */
export function typedOrigins(form: Addresses): Record<string, string> {
  return Object.fromEntries(
    originsOf(form)
      .map(({ name }): [string, string] => [name, (form.origins[name] ?? '').trim()])
      .filter(([, typed]) => typed !== ''),
  );
}

/** Every address that was typed into the form. */
export const addressesIn = (form: Addresses): string[] => [
  form.baseUrl,
  ...Object.values(typedOrigins(form)),
];
