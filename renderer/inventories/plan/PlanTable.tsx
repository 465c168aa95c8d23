import Box from '@mui/material/Box';
import { mdiArrowRight, mdiCheckCircleOutline, mdiCloseCircleOutline } from '@mdi/js';
import { useMemo, type ReactNode } from 'react';
import type { KeyRef } from '@core/domain/api-key';
import type { PlanRowView } from '@core/domain/plan';
import type { RowAction } from '@renderer/table/column';
import { DataTable } from '@renderer/table/DataTable';
import { isApprovable } from './row-state';
import type { PlanTableView } from './use-plan-view';
import { NothingMatches } from '../NothingMatches';

export interface PlanTableProps {
  readonly view: PlanTableView;
  /** Absent where nothing can be approved. */
  readonly onApprove: ((row: PlanRowView, approved: boolean) => void) | null;
  readonly onGoToKey: (key: KeyRef) => void;
  readonly onOpen: (row: PlanRowView) => void;
}

/** Every row of a plan. */
export function PlanTable({ view, onApprove, onGoToKey, onOpen }: PlanTableProps): ReactNode {
  const actions = useMemo(() => rowActions({ onApprove, onGoToKey }), [onApprove, onGoToKey]);
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
      <DataTable
        label="Rows of the plan"
        view={view.table}
        columns={view.columns}
        actions={actions}
        rowId={idOf}
        rowLabel={nameOf}
        sort={view.sort}
        onSort={view.setSort}
        selection={view.selection}
        onSelection={view.setSelection}
        onOpen={onOpen}
      />
      {view.table.order.length === 0 && <NothingMatches what="row" onClear={view.clear} />}
    </Box>
  );
}

/** Names a row for selections. */
export const idOf = ({ row }: PlanRowView): string => String(row);
const nameOf = ({ name }: PlanRowView): string => name;

function rowActions({
  onApprove,
  onGoToKey,
}: Pick<PlanTableProps, 'onApprove' | 'onGoToKey'>): RowAction<PlanRowView>[] {
  return [
    {
      id: 'approve',
      label: ({ approved }) => (approved ? 'Take approval back' : 'Approve'),
      icon: ({ approved }) => (approved ? mdiCloseCircleOutline : mdiCheckCircleOutline),
      offered: (row) => onApprove !== null && (row.approved || isApprovable(row)),
      run: (row) => onApprove?.(row, !row.approved),
    },
    {
      id: 'go',
      label: () => 'Go to key',
      icon: () => mdiArrowRight,
      offered: ({ key }) => key !== null,
      run: ({ key }) => (key === null ? undefined : onGoToKey(key)),
    },
  ];
}
