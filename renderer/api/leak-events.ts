import type { QueryClient } from '@tanstack/react-query';
import type { Unsubscribe } from '@core/contract/shape';
import { environmentKey } from '@core/domain/environment';
import type { IncidentView } from '@core/domain/incident';
import type { SearchReport, SearchRow } from '@core/domain/leak/search';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';

/** Keeps the running search and the records that were read in step with main. */
export function followLeaks(client: AppClient, queries: QueryClient): Unsubscribe[] {
  return [
    client.on.leakProgress(({ searchId, rows }) =>
      queries.setQueryData<SearchReport | null>(queryKeys.search, (known) =>
        known?.searchId === searchId ? { ...known, rows: withRows(known.rows, rows) } : known,
      ),
    ),
    client.on.incidentChanged((view) => keepIncident(queries, view)),
    // SECURITY: main forgets what was pasted on a lock; a search without it would promise too much.
    client.on.statusChanged(({ locked }) => {
      if (locked) queries.setQueryData(queryKeys.search, null);
    }),
  ];
}

/** Takes a record over as it is now; the lines of the former one may have been fewer. */
export function keepIncident(queries: QueryClient, view: IncidentView): void {
  queries.setQueryData<IncidentView>(queryKeys.incident(view.incidentId), (known) =>
    known !== undefined && known.entries.length > view.entries.length ? known : view,
  );
  void queries.invalidateQueries({ queryKey: queryKeys.incidentList });
}

/** The known rows with newer ones in their place, and those that are new at the end. */
function withRows(known: readonly SearchRow[], newer: readonly SearchRow[]): SearchRow[] {
  const rows = new Map(known.map((row) => [environmentKey(row.environment), row]));
  for (const row of newer) rows.set(environmentKey(row.environment), row);
  return [...rows.values()];
}
