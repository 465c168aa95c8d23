import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import { placeIdentity, type InventoryPlace } from '@core/domain/inventory';
import type { ConsoleService } from '@main/services/console-service';
import {
  inventoryConsole,
  inventoryKey,
  inventoryPlace,
  type ReadPlace,
} from '@main/services/inventories/export-facts';
import type { ExportReader } from '@main/services/inventories/export-reader';
import { Lanes } from '@main/services/lanes';
import { LISTINGS_AT_ONCE } from '@main/services/listing-service';
import type { LiveKeys } from './comparison-desk';

/** What places are found and read with. */
export interface LivePlacesParts {
  readonly consoles: Pick<ConsoleService, 'list' | 'find'>;
  readonly reader: Pick<ExportReader, 'read'>;
}

const NOT_HERE = 'Its console is not among the consoles of this Keydesk.';

/** The places of a file on the consoles that are here, as they are now; they may have other names here. */
export class LivePlaces {
  constructor(private readonly parts: LivePlacesParts) {}

  /** Fails only as `cancelled`; a place that cannot be read is left out, with the reason. */
  async read(wanted: readonly InventoryPlace[], signal: AbortSignal): Promise<LiveKeys> {
    const here = await this.consoles();
    const left = new Map<string, string>();
    const lanes = new Lanes(LISTINGS_AT_ONCE);
    const unique = new Map(wanted.map((place) => [placeIdentity(place), place]));
    const read = await Promise.all(
      [...unique].map(async ([identity, place]): Promise<ReadPlace[]> => {
        const consoleId = here.get(consoleIdentity(place.console));
        if (consoleId === undefined) return note(left, identity, NOT_HERE);
        const ref = { consoleId, environmentId: place.environment.id };
        return lanes
          .run(consoleId, () => this.one(ref, signal))
          .catch((error: unknown) => {
            if (!(error instanceof AppError) || signal.aborted) throw error;
            return note(left, identity, error.message);
          });
      }),
    );
    return { ...setOf(read.flat()), left };
  }

  private async one(ref: EnvironmentRef, signal: AbortSignal): Promise<ReadPlace[]> {
    if (signal.aborted) throw new AppError('cancelled', 'Comparing was cancelled.');
    return [await this.parts.reader.read(ref, signal)];
  }

  /** Consoles by what a file calls them; of several with one address, the first. */
  private async consoles(): Promise<Map<string, string>> {
    const here = new Map<string, string>();
    for (const { id } of await this.parts.consoles.list()) {
      const identity = consoleIdentity(inventoryConsole(await this.parts.consoles.find(id)));
      if (!here.has(identity)) here.set(identity, id);
    }
    return here;
  }
}

const consoleIdentity = ({ id, vendor, origin }: InventoryPlace['console']): string =>
  JSON.stringify([vendor, origin === '' ? id : origin]);

function note(left: Map<string, string>, identity: string, why: string): ReadPlace[] {
  left.set(identity, why);
  return [];
}

function setOf(read: readonly ReadPlace[]): Pick<LiveKeys, 'places' | 'keys'> {
  return {
    places: read.map(inventoryPlace),
    keys: read.flatMap(({ rows }, at) => rows.map((row) => inventoryKey(row, at))),
  };
}
