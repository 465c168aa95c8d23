import { consoleOrigins } from '@core/domain/console-origins';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';

/** An address of a console in use. */
export interface Address {
  readonly name: string;
  readonly url: string;
  /** Typed by the operator, or told from the console URL. */
  readonly derived: boolean;
}

/** The addresses of a console in use. Those of the built-in one are new at every start. */
export function addressesOf({ vendor, baseUrl, origins = {}, method }: ConsoleView): Address[] {
  const { origins: further, signIn } = vendorInfo(vendor);
  const label = signIn.find(({ id }) => id === method)?.url?.label ?? 'Console URL';
  const { specs = [], services = [] } = further ?? {};
  const used = consoleOrigins(specs, services, baseUrl, origins) ?? origins;
  const others = specs.flatMap((spec): Address[] => {
    const url = used[spec.name];
    return url === undefined ? [] : [{ name: spec.label, url, derived: origins[spec.name] === undefined }];
  });
  return [{ name: label, url: baseUrl, derived: false }, ...others];
}
