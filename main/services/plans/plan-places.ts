import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import type { Environment } from '@core/domain/environment';
import { PRACTICE_ORIGIN, type InventoryPlace } from '@core/domain/inventory';
import { wholeListing } from '@main/services/bulk/whole-listing';
import type { ConsoleService } from '@main/services/console-service';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import { mustBeListed } from '@main/services/findings';
import { refOf } from '@main/services/key-checks';
import type { ListingService } from '@main/services/listing-service';

/** What places are found and read with. */
export interface PlanPlacesParts {
  readonly consoles: Pick<ConsoleService, 'list'>;
  readonly environments: Pick<EnvironmentService, 'list' | 'place'>;
  readonly listings: Pick<ListingService, 'load' | 'records'>;
}

/** A place of a plan as it is found here. */
export type Here =
  | {
      readonly state: 'here';
      readonly place: Place;
      readonly keys: ReadonlyMap<string, ApiKey>;
      /** Keys of which the console proved that it has them no more. */
      readonly gone: ReadonlySet<string>;
    }
  | { readonly state: 'elsewhere' | 'unreachable'; readonly why: string };

/** Finds the places of a plan on the consoles that are here, and reads what lives there now. */
export class PlanPlaces {
  private readonly asked = new Map<string, Promise<Environment[]>>();

  constructor(
    private readonly parts: PlanPlacesParts,
    private readonly consoles: readonly ConsoleView[],
  ) {}

  /** @param keyIds the keys the plan names there */
  async read(wanted: InventoryPlace, keyIds: readonly string[]): Promise<Here> {
    const twins = this.consoles.filter((console) => isSame(console, wanted));
    if (twins.length === 0)
      return { state: 'elsewhere', why: `The console “${wanted.console.label}” is not in this Keydesk.` };
    try {
      const environment = await this.find(twins, wanted.environment.id);
      if (environment !== null) return await this.list(environment, keyIds);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { state: 'unreachable', why: error.message };
    }
    // SECURITY: an environment that is hidden from us says nothing of its keys.
    return { state: 'elsewhere', why: 'The console does not show this environment.' };
  }

  /** The environment on the first of these consoles that shows it; throws where one that may have it does not answer. */
  private async find(consoles: readonly ConsoleView[], id: string): Promise<Environment | null> {
    let silent: AppError | null = null;
    for (const console of consoles) {
      const asking = this.asked.get(console.id) ?? this.parts.environments.list(console.id);
      this.asked.set(console.id, asking);
      const found = await asking.catch(expected);
      if (found instanceof AppError) silent = found;
      const environment =
        found instanceof AppError ? undefined : found.find(({ environmentId }) => environmentId === id);
      if (environment !== undefined) return environment;
    }
    if (silent !== null) throw silent;
    return null;
  }

  private async list(environment: Environment, keyIds: readonly string[]): Promise<Here> {
    const ref = refOf(environment);
    const { stale } = await this.parts.listings.load(ref);
    if (stale !== null) return { state: 'unreachable', why: stale.message };
    const rows = this.parts.listings.records(keyIds.map((keyId) => ({ ...ref, keyId })));
    const keys = new Map(rows.map((key) => [key.id, key]));
    const place = await this.parts.environments.place(ref);
    const missing = keyIds.filter((id) => !keys.has(id));
    return { state: 'here', place, keys, gone: await proved(place, missing) };
  }
}

function expected(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** Two installations know a console by different ids; one that has no address is known by nothing else. */
function isSame(console: ConsoleView, { console: wanted }: InventoryPlace): boolean {
  if (console.vendor !== wanted.vendor) return false;
  if (wanted.origin === '') return console.id === wanted.id;
  return (console.practice ? PRACTICE_ORIGIN : originOf(console.baseUrl)) === wanted.origin;
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

/** SECURITY: that a list lacks a key is no proof; it may have changed while it was read, or hide its environment. */
async function proved(place: Place, missing: readonly string[]): Promise<Set<string>> {
  if (missing.length === 0) return new Set();
  const { environmentId } = place.environment;
  const whole = await wholeListing(place, missing.length);
  if (whole !== null) return new Set(missing.filter((id) => !whole.has(id)));
  const gone = new Set<string>();
  for (const id of missing) if ((await place.adapter.key(environmentId, id)) === null) gone.add(id);
  await mustBeListed(place, { environmentId });
  return gone;
}
