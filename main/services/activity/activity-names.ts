import type { ActivityNote } from '@core/domain/activity';
import type { ConsoleRecord } from '@core/domain/console';
import type { DocumentStore } from '@main/ports';
import type { NamedNote } from '@main/services/activity/activity-writer';
import type { ConsoleAdapters } from '@main/services/console-adapters';
import type { EnvironmentService } from '@main/services/environment-service';
import type { ListingService } from '@main/services/listing-service';

/** Where names are known. */
export interface NameSources {
  readonly consoles: Pick<DocumentStore<ConsoleRecord[]>, 'read'>;
  readonly environments: Pick<EnvironmentService, 'nameOf'>;
  readonly listings: Pick<ListingService, 'find'>;
  readonly adapters: Pick<ConsoleAdapters, 'operatorOf'>;
}

/** Adds to a note the names that Keydesk knows by now; asks no console, and never rejects. */
export async function named(sources: NameSources, note: ActivityNote): Promise<NamedNote> {
  const { consoleId } = note;
  if (consoleId === undefined) return note;
  // Before anything is waited for: what is listed now may be forgotten in the next moment.
  const names = placeNames(sources, note);
  const record = await recordOf(sources, consoleId);
  return {
    ...names,
    ...withoutUndefined(note),
    consoleName: note.consoleName ?? record?.label,
    operator: record?.operator ?? sources.adapters.operatorOf(consoleId),
  };
}

function placeNames(
  { environments, listings }: NameSources,
  { consoleId, environmentId, keyId }: ActivityNote,
): Partial<ActivityNote> {
  if (consoleId === undefined || environmentId === undefined) return {};
  const ref = { consoleId, environmentId };
  return {
    environmentName: environments.nameOf(ref),
    ...(keyId !== undefined && { keyName: listings.find({ ...ref, keyId })?.name }),
  };
}

async function recordOf({ consoles }: NameSources, consoleId: string): Promise<ConsoleRecord | undefined> {
  const records = await consoles.read().catch(() => []);
  return records.find(({ id }) => id === consoleId);
}

const withoutUndefined = (note: ActivityNote): ActivityNote =>
  // Leaving fields out of a note leaves a note.
  Object.fromEntries(Object.entries(note).filter(([, value]) => value !== undefined)) as ActivityNote;
