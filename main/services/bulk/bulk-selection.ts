import { AppError } from '@core/domain/app-error';
import type { AskedTarget, BulkAct, FrozenTarget } from '@core/domain/bulk';
import { fateOf, type Fate } from '@core/domain/bulk-fate';
import { bulkWord } from '@core/domain/bulk-words';
import { environmentKey } from '@core/domain/environment';
import { keyPower } from '@core/domain/key-power';
import type { Clock } from '@main/ports';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { ListedKey, ListingService } from '@main/services/listing-service';

/** What main knows of a selected key and its place. */
interface Known {
  readonly target: AskedTarget;
  readonly key: ListedKey;
  readonly place: Place;
  readonly fate: Fate;
}

/** A selection as main will deal with it. */
export interface FrozenSelection {
  /** The most powerful first. */
  readonly targets: readonly FrozenTarget[];
  /** What the operator has to type; null where one confirmation is enough. */
  readonly word: string | null;
  readonly production: boolean;
  readonly places: readonly Place[];
  /** What can undo it, once for each way it ends. */
  readonly undo: readonly string[];
}

/** What the selection is looked up in. */
export interface SelectionParts {
  readonly environments: Pick<EnvironmentService, 'place'>;
  readonly listings: Pick<ListingService, 'find'>;
  readonly clock: Clock;
}

/** SECURITY: a key that main has not listed may be an Administration key, whatever the window says. */
const UNKNOWN = { type: 'administration', role: null, active: null } as const;

/**
 * Freezes a selection: every key at its version, its names, its order. Fails with `invalid-input` or `forbidden` at
 * the first key that the act is not for.
 */
export async function freeze(
  { act, targets, evenOwn }: { act: BulkAct; targets: readonly AskedTarget[]; evenOwn: boolean },
  parts: SelectionParts,
): Promise<FrozenSelection> {
  if (targets.length === 0) throw new AppError('invalid-input', 'Select at least one key.');
  refuseTwice(targets);
  const known = await look(act, targets, parts);
  for (const each of known) refuse(each, evenOwn);
  const places = [...new Map(known.map(({ place }) => [environmentKey(place.environment), place])).values()];
  const production = places.some(({ environment }) => environment.production);
  const traits = places.map((place) => place.traits);
  const word = bulkWord({
    act,
    keys: known.map(({ key }) => key),
    traits,
    environments: places.length,
    production,
  });
  const undo = [...new Set(known.flatMap(({ fate }) => (fate.refused === null ? [fate.undo] : [])))];
  return { targets: mostPowerfulFirst(known).map(frozen), word, production, places, undo };
}

async function look(act: BulkAct, targets: readonly AskedTarget[], parts: SelectionParts): Promise<Known[]> {
  const places = new Map<string, Place>();
  const known: Known[] = [];
  for (const target of targets) {
    const name = environmentKey(target.key);
    const place = places.get(name) ?? (await parts.environments.place(target.key));
    places.set(name, place);
    const key = parts.listings.find(target.key) ?? { ...UNKNOWN, name: target.key.keyId };
    known.push({ target, key, place, fate: fateOf(act, key, place, parts.clock.now()) });
  }
  return known;
}

function refuse({ fate, key, place }: Known, evenOwn: boolean): void {
  if (place.environment.readOnly !== undefined) throw new AppError('forbidden', place.environment.readOnly);
  if (fate.refused !== null)
    throw new AppError('invalid-input', `“${key.name.slice(0, 100)}”: ${fate.refused}`);
  if (!fate.perhapsOwn || evenOwn) return;
  const sentence =
    'Keydesk may be signing in with one of these keys. Confirm that you want to stop it all the same.';
  throw new AppError('invalid-input', sentence, { field: 'evenOwn' });
}

const power = ({ key, place }: Known): number => keyPower(key, place.environment.production);

const mostPowerfulFirst = (known: readonly Known[]): Known[] =>
  [...known].sort((a, b) => power(b) - power(a) || a.key.name.localeCompare(b.key.name, 'en'));

const frozen = ({ target, key, place }: Known): FrozenTarget => ({
  ...target,
  label: [...key.name].slice(0, 200).join(''),
  place: `${place.environment.name} (${place.record.label})`.slice(0, 600),
});

/** SECURITY: two targets that share a key or an operation would share an outcome that is true of one of them. */
function refuseTwice(targets: readonly AskedTarget[]): void {
  const keys = new Set(
    targets.map(({ key }) => JSON.stringify([key.consoleId, key.environmentId, key.keyId])),
  );
  const operations = new Set(targets.map(({ operationId }) => operationId));
  if (keys.size === targets.length && operations.size === targets.length) return;
  throw new AppError('invalid-input', 'A key is selected twice. Select again.');
}
