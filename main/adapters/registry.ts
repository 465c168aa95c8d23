import type { VendorId } from '@core/domain/vendor';
import { cloudmcAdapter } from '@main/adapters/cloudmc/adapter';
import type { AdapterFactory } from '@main/adapters/connection';
import { miaAdapter } from '@main/adapters/mia/adapter';
import { qodlyAdapter } from '@main/adapters/qodly/adapter';
import { qwiltAdapter } from '@main/adapters/qwilt/adapter';
import type { OpenHttp } from '@main/http/http';

/** Builds the adapters of all vendors over one way to talk HTTP. A vendor without an entry does not compile. */
export const adapterRegistry = (openHttp: OpenHttp): Readonly<Record<VendorId, AdapterFactory>> => ({
  qodly: (connection) => qodlyAdapter(connection, openHttp),
  mia: (connection) => miaAdapter(connection, openHttp),
  cloudmc: (connection) => cloudmcAdapter(connection, openHttp),
  qwilt: (connection) => qwiltAdapter(connection, openHttp),
});
