import { IncidentView } from '@core/domain/incident';
import type { KeyRef } from '@core/domain/api-key';
import { toInstant } from '@core/domain/instant';
import type { VendorId } from '@core/domain/vendor';
import { nodeCrypto } from '@main/node-crypto';
import { IncidentBook, StoredLine } from '@main/services/incidents/incident-book';
import { IncidentService } from '@main/services/incidents/incident-service';
import { MemoryLog } from '@test/support/memory-stores';
import { leakRig } from '../leak/leak-rig';

/** An operation id. */
export const operation = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A desk with a console of a vendor, a search over it, and incidents; `files` are what the operator may open. */
export async function incidentRig(vendor: VendorId = 'qodly', entries = new MemoryLog(StoredLine)) {
  const rig = await leakRig(vendor);
  const { desk } = rig;
  const told: IncidentView[] = [];
  const files = new Map<string, string>();
  const shared = { ...rig, clock: desk.clock, crypto: nodeCrypto, log: desk.log };
  const start = (): IncidentService =>
    new IncidentService({
      ...shared,
      book: new IncidentBook({ entries, clock: desk.clock, crypto: nodeCrypto }),
      dialogs: desk.dialogs,
      files: desk.files,
      readText: async (path) => files.get(path) ?? '',
      changed: (view) => void told.push(IncidentView.parse(view)),
    });
  const incidents = start();
  /** Searches for a text and opens an incident with everything that is found. */
  const leaked = async (text: string): Promise<IncidentView> => {
    const { searchId, rows } = await rig.find(text);
    const keys = rows.flatMap((row) =>
      row.keys.map(({ key: { id } }) => ({ ...row.environment, keyId: id })),
    );
    const about = {
      title: 'A leak',
      by: 'Ada',
      reportedAt: toInstant(desk.clock.now()),
      foundAt: 'A build log',
    };
    return incidents.open({ searchId, keys, ...about });
  };
  /** Stops keys of an incident, with the word that is asked for. */
  const stop = (view: IncidentView, more: Partial<Parameters<IncidentService['stop']>[0]> = {}) =>
    desk.clock.until(
      incidents.stop({
        incidentId: view.incidentId,
        mode: 'kill',
        why: 'It is public.',
        keys: view.leaked.map(({ key }, index) => ({ operationId: operation(index + 1), key })),
        ...more,
      }),
    );
  return { ...rig, entries, incidents, start, told, files, leaked, stop };
}

/** See `incidentRig`. */
export type IncidentRig = Awaited<ReturnType<typeof incidentRig>>;

/** The kinds of lines of a record, in order. */
export const kinds = ({ entries }: IncidentView): string[] => entries.map(({ event }) => event.kind);

/** A key of an incident as it stands. */
export function keyIn({ leaked }: IncidentView, { keyId }: Pick<KeyRef, 'keyId'>) {
  const found = leaked.find(({ key }) => key.keyId === keyId);
  if (found === undefined) throw new Error(`${keyId} is not part of it.`);
  return found;
}
