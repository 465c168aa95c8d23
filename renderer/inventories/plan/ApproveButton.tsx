import Button from '@mui/material/Button';
import { mdiCheckAll } from '@mdi/js';
import type { ReactNode } from 'react';
import { approvesTogether, type PlanRowView, type PlanView } from '@core/domain/plan';
import { formatCount } from '@core/text/format';
import { useApprove } from '@renderer/api/plans';
import { Icon } from '@renderer/shared/Icon';
import { useNotify } from '@renderer/shared/Notifications';

export interface ApproveButtonProps {
  readonly view: PlanView;
  /** Those among all rows, or the selected ones, that are as the reviewer saw them. */
  readonly ready: readonly PlanRowView[];
  readonly selected: boolean;
}

/** Approves many rows at once; not there for plans of which nobody knows who made them. */
export function ApproveButton({ view, ready, selected }: ApproveButtonProps): ReactNode {
  const { run, busy } = useApprove();
  const notify = useNotify();
  if (!approvesTogether(view.signature) || ready.length === 0) return null;
  const approve = async (): Promise<void> => {
    const outcome = await run({ planId: view.planId, rows: ready.map(({ row }) => row), approved: true });
    if (!outcome.ok) notify(outcome.error.message, 'error');
  };
  return (
    <Button
      size="small"
      variant="outlined"
      loading={busy}
      startIcon={<Icon path={mdiCheckAll} size="small" />}
      onClick={() => void approve()}
    >
      {`Approve ${selected ? '' : 'all '}${formatCount(ready.length)} ${selected ? 'selected' : 'ready'}`}
    </Button>
  );
}
