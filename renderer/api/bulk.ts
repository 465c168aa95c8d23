import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { KeyRef } from '@core/domain/api-key';
import { isSettled, type BulkReport, type BulkRow, type BulkSummary } from '@core/domain/bulk';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';

/** Runs over many keys that are under way, or did not come to their end. */
export function useRuns(): Read<BulkSummary[]> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.runs, queryFn: () => client.bulk.list({}), staleTime: Infinity }),
  );
}

/** One run with all its keys, kept in step with what main reports. */
export function useRun(bulkId: string): Read<BulkReport> {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => followRun(client, queries, bulkId), [client, queries, bulkId]);
  return toRead(
    useQuery({
      queryKey: queryKeys.run(bulkId),
      queryFn: () => client.bulk.report({ bulkId }),
      staleTime: Infinity,
      gcTime: 0,
    }),
  );
}

/** Collects rows and draws them at most once per frame: a thousand keys report more often than anyone can look. */
function followRun(client: AppClient, queries: QueryClient, bulkId: string): () => void {
  let arrived: BulkRow[] = [];
  let frame = 0;
  const draw = (): void => {
    const rows = arrived;
    arrived = [];
    frame = 0;
    queries.setQueryData<BulkReport>(queryKeys.run(bulkId), (before) => before && withRows(before, rows));
  };
  const stop = client.on.bulkProgress(({ bulkId: id, rows }) => {
    if (id !== bulkId) return;
    arrived.push(...rows);
    if (frame === 0) frame = requestAnimationFrame(draw);
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}

function withRows(report: BulkReport, changed: readonly BulkRow[]): BulkReport {
  const latest = new Map(changed.map((row) => [nameOf(row.key), row]));
  const rows = report.rows.map((row) => latest.get(nameOf(row.key)) ?? row);
  return { ...report, rows, settled: rows.filter(isSettled).length };
}

const nameOf = ({ consoleId, environmentId, keyId }: KeyRef): string =>
  `${consoleId}\n${environmentId}\n${keyId}`;
