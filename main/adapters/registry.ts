import { AppError } from '@core/domain/app-error';
import type { VendorId } from '@core/domain/vendor';
import { cloudmcAdapter } from '@main/adapters/cloudmc/adapter';
import type { AdapterFactory } from '@main/adapters/connection';
import { qodlyAdapter } from '@main/adapters/qodly/adapter';
import { qwiltAdapter } from '@main/adapters/qwilt/adapter';
import type { OpenHttp } from '@main/http/http';

const missing: AdapterFactory = () => {
  throw new AppError('invalid-input', 'Keydesk cannot talk to this vendor yet.');
};

/** Builds the adapters of all vendors over one way to talk HTTP. A vendor without an entry does not compile. */
export const adapterRegistry = (openHttp: OpenHttp): Readonly<Record<VendorId, AdapterFactory>> => ({
  qodly: (connection) => qodlyAdapter(connection, openHttp),
  mia: missing,
  cloudmc: (connection) => cloudmcAdapter(connection, openHttp),
  qwilt: (connection) => qwiltAdapter(connection, openHttp),
});
