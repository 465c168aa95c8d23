import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';

/** Whether Keydesk uses routes at a console that nobody documents and the operator did not set. */
export const restsOnAssumptions = ({ vendor, routes = {} }: ConsoleView): boolean =>
  vendorInfo(vendor).routes.some(
    ({ id, trusted, basis }) => trusted && basis === 'assumed' && routes[id] === undefined,
  );
