import type { AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import { done, type Group } from '@main/ipc/handler-group';
import type { AppServices } from '@main/services/app-services';

/** The calls that write inventories, and those about signatures. */
export const inventoryHandlers = (
  services: AppServices,
): Pick<Handlers<AppContract>, 'exports' | 'signing'> => ({
  exports: exports(services),
  signing: signing(services),
});

const exports: Group<'exports'> = ({ exports }) => ({
  inventory: (request) => exports.export(request),
  cancel: () => done(exports.cancel()),
});

const signing: Group<'signing'> = ({ signing, trust }) => ({
  own: () => signing.own(),
  trusted: () => trust.all(),
  trust: ({ publicKey, name }) => trust.trust(publicKey, name),
  distrust: ({ fingerprint }) => trust.distrust(fingerprint),
});
