import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import { traitsOf, vendorInfo, type KeyFact, type KeyTraits, type VendorInfo } from '@core/domain/vendor';

/** Where keys live, with all that decides what can be shown of them and done with them. */
export interface Place {
  readonly environment: Environment;
  readonly console: ConsoleView;
  readonly vendor: VendorInfo;
  readonly traits: KeyTraits;
  /** The facts that keys have here. */
  readonly facts: ReadonlySet<KeyFact>;
  /** Keys are only found and stopped, by the mode Keydesk is in. */
  readonly revokeOnly: boolean;
}

/** Places by `environmentKey`. */
export type Places = ReadonlyMap<string, Place>;

/** Puts environments together with their consoles; an environment whose console is gone is left out. */
export function placesOf(
  environments: readonly Environment[],
  consoles: readonly ConsoleView[],
  revokeOnly = false,
): Places {
  const places = environments.flatMap((environment): Place[] => {
    const console = consoles.find(({ id }) => id === environment.consoleId);
    if (console === undefined) return [];
    const vendor = vendorInfo(console.vendor);
    const traits = traitsOf(vendor, environment.variant);
    const facts = new Set(traits.columns.map(({ fact }) => fact));
    return [{ environment, console, vendor, traits, facts, revokeOnly }];
  });
  return new Map(places.map((place) => [environmentKey(place.environment), place]));
}

/** The name of a place in a sentence; the console is named where there are several. */
export const placeName = ({ environment, console }: Place, several: boolean): string =>
  several ? `${environment.name} (${console.label})` : environment.name;
