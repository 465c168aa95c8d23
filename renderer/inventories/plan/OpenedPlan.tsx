import Box from '@mui/material/Box';
import { useCallback, type ReactNode } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { KeyRef } from '@core/domain/api-key';
import type { PlanRowView } from '@core/domain/plan';
import { useApprove, useCheckPlan, type PlanState } from '@renderer/api/plans';
import { FilterBar } from '@renderer/key-table/FilterBar';
import { SearchInput } from '@renderer/key-table/SearchInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useReportUsable } from '@renderer/shared/usable';
import { useAsked } from '@renderer/shared/use-asked';
import { ApproveButton } from './ApproveButton';
import { PlanHeader } from './PlanHeader';
import { PlanLooks } from './PlanLooks';
import { PlanNotices } from './PlanNotices';
import { PlanTable } from './PlanTable';
import { PlanTools } from './PlanTools';
import { RowDialog } from './RowDialog';
import { isApprovable } from './row-state';
import { usePlanView, type PlanTableView } from './use-plan-view';

export interface OpenedPlanProps {
  readonly plan: PlanState;
  readonly onGoToKey: (key: KeyRef) => void;
}

/** A plan that was read, with its rows and all that can be done with them. */
export function OpenedPlan({ plan, onGoToKey }: OpenedPlanProps): ReactNode {
  const { view, rows } = plan;
  const table = usePlanView(plan);
  const row = useAsked<number>();
  const check = useCheckPlan();
  const { ask } = row;
  const { approve, error } = useApproval(view.planId, ask);
  const open = useCallback((one: PlanRowView) => ask(one.row), [ask]);
  const executable = view.outcome === null && view.signature.state !== 'altered';
  useReportUsable(true);
  return (
    <PlanLooks>
      <PlanHeader plan={plan} tools={executable && <PlanTools plan={plan} check={check} />} />
      <Said view={view} notChecked={check.error} notApproved={error} />
      <Tools table={table} plan={plan} executable={executable} />
      <PlanTable view={table} onApprove={executable ? approve : null} onGoToKey={onGoToKey} onOpen={open} />
      {row.request !== null && rows[row.request] !== undefined && (
        <RowDialog
          key={row.turn}
          plan={plan}
          row={rows[row.request] as PlanRowView}
          open={row.open}
          executable={executable}
          onClose={row.close}
          onGoToKey={onGoToKey}
        />
      )}
    </PlanLooks>
  );
}

/** A key that changed is looked at before it is approved. */
function useApproval(
  planId: string,
  look: (row: number) => void,
): { readonly approve: (row: PlanRowView, approved: boolean) => void; readonly error: AppError | null } {
  const { run, error } = useApprove();
  const approve = useCallback(
    (row: PlanRowView, approved: boolean) => {
      if (approved && row.verdict?.state === 'changed') look(row.row);
      else void run({ planId, rows: [row.row], approved });
    },
    [planId, look, run],
  );
  return { approve, error };
}

interface SaidProps {
  readonly view: PlanState['view'];
  readonly notChecked: AppError | null;
  readonly notApproved: AppError | null;
}

function Said({ view, notChecked, notApproved }: SaidProps): ReactNode {
  return (
    <Box
      sx={{ px: 2, pb: 1, display: 'flex', flexDirection: 'column', gap: 1, '&:empty': { display: 'none' } }}
    >
      <PlanNotices view={view} />
      <Trouble title="The plan was not compared" error={notChecked} />
      <Trouble title="The row was not approved" error={notApproved} />
    </Box>
  );
}

function Trouble({ title, error }: { title: string; error: AppError | null }): ReactNode {
  return error === null ? null : <ErrorNotice title={title} error={error} />;
}

interface ToolsProps {
  readonly table: PlanTableView;
  readonly plan: PlanState;
  readonly executable: boolean;
}

function Tools({ table, plan: { view, rows }, executable }: ToolsProps): ReactNode {
  const ticked = rows.filter(({ row }) => table.selection.ids.has(String(row)));
  const some = ticked.length > 0;
  const ready = (some ? ticked : rows).filter((row) => row.verdict?.state === 'ready' && isApprovable(row));
  return (
    <Box
      role="toolbar"
      aria-label="Rows"
      sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 2, pb: 1 }}
    >
      <SearchInput value={table.search} onChange={table.setSearch} />
      {executable && <ApproveButton view={view} ready={ready} selected={some} />}
      <FilterBar view={table} asOf={view.checkedAt} />
    </Box>
  );
}
