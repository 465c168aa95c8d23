import {
  skipToken,
  useQueries,
  useQuery,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Instant } from '@core/domain/instant';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { lastKeys, readAfterLast } from '@renderer/api/last-known';
import { queryKeys } from '@renderer/api/query-keys';
import { readKeys, type KeyRows } from '@renderer/api/read-keys';
import { toAppError } from '@renderer/api/to-app-error';
import { useStable } from '@renderer/api/use-stable';

/** The keys of one environment with how fresh they are. */
export interface KeySource {
  readonly environment: EnvironmentRef;
  /** The last known rows; the same array until newer ones are there. */
  readonly rows: readonly ApiKey[];
  /** When the rows were read from the console; null before the first time. */
  readonly asOf: Instant | null;
  /** Why there are no rows, or why they are stale; null when they are fresh. */
  readonly error: AppError | null;
  /** The first listing is on its way. */
  readonly loading: boolean;
  /** A later listing is on its way. */
  readonly refreshing: boolean;
  readonly refresh: () => void;
}

/** How far a listing has come. */
export interface KeysProgress {
  readonly loaded: number;
  /** Null where the console does not say. */
  readonly total: number | null;
}

const NO_ROWS: readonly ApiKey[] = [];

const keysQuery = (client: AppClient, environment: EnvironmentRef) => ({
  queryKey: queryKeys.keys(environment),
  queryFn: ({ client: queries }: { client: QueryClient }) => {
    queries.setQueryData<KeysProgress | null>(queryKeys.progress(environment), null);
    const ref = environmentRefOf(environment);
    return readAfterLast<KeyRows>({
      queries,
      queryKey: queryKeys.keys(environment),
      last: (wanted) => lastKeys(client, ref, wanted),
      read: () => readKeys(client, ref),
    });
  },
  // Comparing 100,000 rows with the former ones costs more than painting the few that are seen.
  structuralSharing: false as const,
});

function toSource(environment: EnvironmentRef, query: UseQueryResult<KeyRows>): KeySource {
  const { data, error } = query;
  const stale = data?.stale ? AppError.fromShape(data.stale) : null;
  return {
    environment,
    rows: data?.rows ?? NO_ROWS,
    asOf: data?.asOf ?? null,
    error: error === null ? stale : toAppError(error),
    loading: query.isPending && query.isFetching,
    refreshing: !query.isPending && query.isFetching,
    refresh: () => void query.refetch(),
  };
}

const sameSource = (a: KeySource, b: KeySource): boolean =>
  a.environment.environmentId === b.environment.environmentId &&
  a.environment.consoleId === b.environment.consoleId &&
  a.rows === b.rows &&
  a.asOf === b.asOf &&
  a.error?.message === b.error?.message &&
  a.loading === b.loading &&
  a.refreshing === b.refreshing;

const sameSources = (before: readonly KeySource[], now: readonly KeySource[]): boolean =>
  before.length === now.length &&
  before.every((source, index) => now[index] !== undefined && sameSource(source, now[index]));

/** The keys of one environment: last known rows are kept while and after a refresh fails. */
export function useKeys(environment: EnvironmentRef): KeySource {
  const client = useClient();
  return useStable(toSource(environment, useQuery(keysQuery(client, environment))), sameSource);
}

/** The keys of several environments, each on its own, in the same order; the same array until one changes. */
export function useKeysOf(environments: readonly EnvironmentRef[]): readonly KeySource[] {
  const client = useClient();
  const results: UseQueryResult<KeyRows>[] = useQueries({
    queries: environments.map((environment) => keysQuery(client, environment)),
  });
  const sources = environments.flatMap((environment, index) => {
    const result = results[index];
    return result === undefined ? [] : [toSource(environment, result)];
  });
  return useStable(sources, sameSources);
}

/** How far the running listing of an environment has come; null when none is running. */
export function useKeysProgress(environment: EnvironmentRef): KeysProgress | null {
  const { data } = useQuery<KeysProgress | null>({
    queryKey: queryKeys.progress(environment),
    queryFn: skipToken,
  });
  return data ?? null;
}
