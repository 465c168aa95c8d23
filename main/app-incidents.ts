import type { AppPorts } from '@main/app';
import type { Places } from '@main/app-places';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import type { FingerprintService } from '@main/services/fingerprint-service';
import { IncidentBook } from '@main/services/incidents/incident-book';
import { IncidentService, type IncidentServiceParts } from '@main/services/incidents/incident-service';
import type { InventoryDesk } from '@main/services/inventories/inventory-desk';
import { LeakSearch } from '@main/services/leak/leak-search';

/** What leak response needs of the other services. */
export interface IncidentActors
  extends
    Pick<Places, 'consoles' | 'environments'>,
    Pick<IncidentServiceParts, 'keys' | 'vault' | 'operations' | 'journal'> {
  readonly fingerprints: FingerprintService;
  /** The inventories that are open are searched too. */
  readonly inventories: Pick<InventoryDesk, 'opened'>;
}

/** Finding leaked keys, and the records of what was done about them. */
export function createIncidents(
  outside: AppPorts,
  stores: Pick<AppStores, 'incidents'>,
  actors: IncidentActors,
): { readonly leak: LeakSearch; readonly incidents: IncidentService } {
  const { clock, emit } = outside;
  const crypto = nodeCrypto;
  const shared = { ...outside, ...actors, crypto };
  const leak = new LeakSearch({
    ...shared,
    saved: () => actors.inventories.opened(),
    progress: (searchId, rows) => emit('leakProgress', { searchId, rows }),
  });
  const book = new IncidentBook({ entries: stores.incidents, clock, crypto });
  const incidents = new IncidentService({
    ...shared,
    book,
    leak,
    changed: (view) => emit('incidentChanged', view),
  });
  return { leak, incidents };
}
