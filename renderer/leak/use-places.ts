import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { placesOf, type Places } from '@renderer/shared/place';

/** Every place that is known now, by `environmentKey`. */
export function usePlaces(): Places {
  const { data: consoles = [] } = useConsoles();
  const known = useAllEnvironments(consoles).flatMap(({ environments }) => environments.data ?? []);
  return placesOf(known, consoles);
}
