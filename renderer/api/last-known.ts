import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { AppError } from '@core/domain/app-error';
import type { Environment, EnvironmentRef } from '@core/domain/environment';
import type { Instant } from '@core/domain/instant';
import type { AppClient } from '@renderer/api/client';
import { readPages, type KeyRows } from '@renderer/api/read-keys';

/** What was known of something, and when. */
export interface LastKnown<T> {
  readonly value: T;
  readonly asOf: Instant;
}

/** What is read, where it is kept, and what was known of it before. */
export interface FirstReading<T> {
  readonly queries: QueryClient;
  readonly queryKey: QueryKey;
  /** Null where nothing is kept. Need not go on once it is not `wanted` any more. */
  readonly last: (wanted: () => boolean) => Promise<LastKnown<T> | null>;
  readonly read: () => Promise<T>;
}

/**
 * Reads something; at the first time what was known of it last is shown meanwhile, and stays where the reading fails.
 * That nothing is kept, or cannot be opened, is no failure.
 */
export async function readAfterLast<T>({ queries, queryKey, last, read }: FirstReading<T>): Promise<T> {
  const unknown = (): boolean => queries.getQueryData(queryKey) === undefined;
  if (!unknown()) return read();
  let over = false;
  const shown = last(() => !over).then(
    (known) => {
      if (known === null || over || !unknown()) return;
      queries.setQueryData(queryKey, known.value, { updatedAt: Date.parse(known.asOf) });
    },
    () => undefined,
  );
  try {
    const value = await read();
    over = true;
    return value;
  } catch (error) {
    // What comes after the failure would take its place.
    await shown;
    throw error;
  }
}

/** The environments a console told last; null where it told none, or that is not kept. */
export async function lastEnvironments(
  client: AppClient,
  consoleId: string,
): Promise<LastKnown<Environment[]> | null> {
  const last = await client.lastKnown.environments({ consoleId });
  return last === null || last.environments.length === 0
    ? null
    : { value: last.environments, asOf: last.asOf };
}

/** The keys that were listed last; null where there were none, or they are not kept. */
export async function lastKeys(
  client: AppClient,
  environment: EnvironmentRef,
  wanted: () => boolean,
): Promise<LastKnown<KeyRows> | null> {
  const last = await client.lastKnown.keys({ environment });
  if (last === null || last.rows === 0) return null;
  const { listing, pages, asOf } = last;
  const rows = await readPages(pages, async (page) => {
    if (!wanted()) throw new AppError('cancelled', 'Newer keys are there already.');
    return client.lastKnown.page({ listing, page });
  });
  return { value: { rows, asOf, stale: null }, asOf };
}
