import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ApiKey, KeyRef } from '@core/domain/api-key';
import { environmentKey } from '@core/domain/environment';
import { queryKeys } from '@renderer/api/query-keys';
import type { KeyRows } from '@renderer/api/read-keys';

/** A key as it was listed or found in this session; undefined where it was not. */
export const knownKey = (queries: QueryClient, ref: KeyRef): ApiKey | undefined =>
  queries
    .getQueryData<KeyRows>(queryKeys.keys(ref))
    ?.rows.find(({ id, ...of }) => id === ref.keyId && environmentKey(of) === environmentKey(ref)) ??
  queries.getQueryData<ApiKey>(queryKeys.found(ref));

/** Looks keys up among those that were listed or found. */
export function useKnownKeys(): (ref: KeyRef) => ApiKey | undefined {
  const queries = useQueryClient();
  return (ref) => knownKey(queries, ref);
}
