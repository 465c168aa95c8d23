import type { BulkFile } from '@core/domain/bulk';
import type { AppPorts } from '@main/app';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import type { Clock, Dialogs, DocumentStore, SecretFiles } from '@main/ports';
import { BulkFiles } from '@main/services/bulk/bulk-files';
import { BulkRecords } from '@main/services/bulk/bulk-records';
import { BulkSender, type BulkSenderParts } from '@main/services/bulk/bulk-sender';
import { BulkService, type BulkServiceParts } from '@main/services/bulk/bulk-service';
import type { ListingService } from '@main/services/listing-service';

/** What runs over many keys need besides the services they share with others. */
export interface BulkPorts extends Pick<BulkServiceParts, 'progress' | 'permit'> {
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly files: SecretFiles;
  readonly plans: DocumentStore<BulkFile>;
}

type Shared = Pick<BulkServiceParts, 'environments'> &
  BulkSenderParts & { readonly listings: Pick<ListingService, 'find' | 'records'> };

/** What is done with many keys at once, over the real outside world. */
export const createBulk = (
  outside: AppPorts,
  stores: Pick<AppStores, 'bulk'>,
  { permit, ...shared }: Shared & Pick<BulkPorts, 'permit'>,
) =>
  bulkOver(
    {
      ...outside,
      plans: stores.bulk,
      progress: (bulkId, state, rows) => outside.emit('bulkProgress', { bulkId, state, rows }),
      permit,
    },
    shared,
  );

/** The same over whatever stands for the outside world. */
export function bulkOver({ plans, ...ports }: BulkPorts, shared: Shared) {
  const bulk = new BulkService({
    ...shared,
    ...ports,
    crypto: nodeCrypto,
    sender: new BulkSender(shared),
    records: new BulkRecords(plans, ports.clock),
  });
  return { bulk, bulkFiles: new BulkFiles({ ...ports, bulk, listings: shared.listings }) };
}
