import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '@core/domain/app-error';
import { toAppError } from '@renderer/api/to-app-error';

/** One thing read from main: what is known of it, and how the latest attempt went. */
export interface Read<T> {
  /** The last known value, kept when a later attempt fails; undefined until there is one. */
  readonly data: T | undefined;
  readonly error: AppError | null;
  /** The first attempt is on its way. */
  readonly loading: boolean;
  /** An attempt is on its way, the first or a later one. */
  readonly fetching: boolean;
  /** When `data` was read, in epoch milliseconds; 0 before. */
  readonly readAt: number;
  readonly refresh: () => void;
}

/** A query's state in the words of the screens. */
export function toRead<T>(query: UseQueryResult<T>): Read<T> {
  return {
    data: query.data,
    error: query.error === null ? null : toAppError(query.error),
    loading: query.isPending && query.isFetching,
    fetching: query.isFetching,
    readAt: query.dataUpdatedAt,
    refresh: () => void query.refetch(),
  };
}
