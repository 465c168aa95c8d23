import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ApiKey } from '@core/domain/api-key';
import { environmentKey, type Environment, type EnvironmentRef } from '@core/domain/environment';
import { queryKeys } from '@renderer/api/query-keys';
import type { KeyRows } from '@renderer/api/read-keys';

/** A key of the same name somewhere else. */
export interface Sibling {
  readonly id: string;
  /** The name of its environment, or that it is the same one. */
  readonly where: string;
  readonly production: boolean;
}

/** Keys of the same name among all that this window knows, perhaps from before; the key itself left out. */
export function siblingsOf(key: ApiKey, queries: QueryClient): Sibling[] {
  const environments = queries
    .getQueriesData<Environment[]>({ queryKey: queryKeys.allEnvironments })
    .flatMap(([, read]) => read ?? []);
  const known = new Map(environments.map((environment) => [environmentKey(environment), environment]));
  const listings = queries
    .getQueriesData<KeyRows>({ queryKey: queryKeys.allKeys })
    .flatMap(([, read]) => read ?? []);
  return listings.flatMap(({ rows }) =>
    rows
      .filter((other) => other.name === key.name && !(other.id === key.id && isSamePlace(other, key)))
      .map((other) => {
        const id = `${environmentKey(other)}\n${other.id}`;
        if (isSamePlace(other, key)) return { id, where: 'this environment', production: false };
        const environment = known.get(environmentKey(other));
        return {
          id,
          where: environment?.name ?? other.environmentId,
          production: environment?.production ?? false,
        };
      }),
  );
}

/** The same, as it is known while this is drawn. */
export const useSiblings = (key: ApiKey): Sibling[] => siblingsOf(key, useQueryClient());

const isSamePlace = (a: EnvironmentRef, b: EnvironmentRef): boolean =>
  a.consoleId === b.consoleId && a.environmentId === b.environmentId;
