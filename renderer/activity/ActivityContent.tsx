import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { mdiFilterOffOutline, mdiFilterOutline, mdiTextBoxCheckOutline } from '@mdi/js';
import { useMemo, type ReactNode } from 'react';
import type { ActivityEntry } from '@core/domain/activity';
import type { ActivityLog } from '@renderer/api/activity';
import type { Read } from '@renderer/api/read';
import { EmptyState } from '@renderer/shared/EmptyState';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import type { RowAction } from '@renderer/table/column';
import { DataTable } from '@renderer/table/DataTable';
import { ACTIVITY_COLUMNS } from './activity-columns';
import { keyOf } from './activity-filter';
import { actionText } from './activity-words';
import type { ActivityView } from './use-activity-view';

export interface ActivityContentProps {
  readonly log: Read<ActivityLog>;
  readonly view: ActivityView;
  readonly onOpen: (entry: ActivityEntry) => void;
}

/** The table, or what stands in its place. */
export function ActivityContent({ log, view, onOpen }: ActivityContentProps): ReactNode {
  const { data, error } = log;
  const empty = data !== undefined && data.entries.length === 0;
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0, mt: 1.5 }}>
      {data !== undefined && !empty && <ActivityTable view={view} onOpen={onOpen} />}
      {data !== undefined && !empty && view.table.order.length === 0 && <NothingMatches view={view} />}
      {data === undefined && error === null && (
        <Box sx={{ px: 2 }}>
          <Skeleton variant="rounded" height={240} aria-label="Reading the log" />
        </Box>
      )}
      {data === undefined && error !== null && (
        <Box sx={{ px: 2, maxWidth: 560 }}>
          <ErrorNotice error={error} title="The log could not be read" onRetry={log.refresh} />
        </Box>
      )}
      {empty && (
        <EmptyState icon={mdiTextBoxCheckOutline} title="Nothing was done yet">
          Whatever is done here from now on is written down: by whom, when, where, and what came of it. Never
          a secret.
        </EmptyState>
      )}
    </Box>
  );
}

function ActivityTable({ view, onOpen }: Omit<ActivityContentProps, 'log'>): ReactNode {
  const { table, setFilter } = view;
  const actions = useMemo(
    (): RowAction<ActivityEntry>[] => [
      {
        id: 'key',
        label: () => 'Only this key',
        icon: () => mdiFilterOutline,
        offered: (entry) => keyOf(entry) !== '',
        run: (entry) => setFilter({ key: keyOf(entry) }),
      },
    ],
    [setFilter],
  );
  return (
    <DataTable
      label="Activity"
      view={table}
      columns={ACTIVITY_COLUMNS}
      actions={actions}
      rowId={idOf}
      rowLabel={labelOf}
      sort={view.sort}
      onSort={view.setSort}
      selection={view.selection}
      onSelection={view.setSelection}
      onOpen={onOpen}
    />
  );
}

const idOf = ({ seq }: ActivityEntry): string => String(seq);
const labelOf = (entry: ActivityEntry): string => `line ${entry.seq}, ${actionText(entry)}`;

function NothingMatches({ view }: { view: ActivityView }): ReactNode {
  return (
    <Box sx={{ position: 'absolute', inset: '36px 0 0', display: 'flex' }}>
      <EmptyState
        icon={mdiFilterOffOutline}
        title="No line matches"
        actions={
          <Button variant="outlined" onClick={view.clear}>
            Show all lines
          </Button>
        }
      />
    </Box>
  );
}
