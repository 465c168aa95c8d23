import Button from '@mui/material/Button';
import { mdiContentSaveOutline, mdiRefresh } from '@mdi/js';
import type { ReactNode } from 'react';
import { plural } from '@core/text/format';
import { useSaveOutcome, type PlanState, type useCheckPlan } from '@renderer/api/plans';
import { Icon } from '@renderer/shared/Icon';
import { useNotify } from '@renderer/shared/Notifications';
import { useRunDialog } from '@renderer/shared/run-dialog';
import { useAsked } from '@renderer/shared/use-asked';
import { ExecuteDialog } from './ExecuteDialog';

export interface PlanToolsProps {
  readonly plan: PlanState;
  readonly check: ReturnType<typeof useCheckPlan>;
}

/** Compare, give back, execute. */
export function PlanTools({ plan, check }: PlanToolsProps): ReactNode {
  const { view, rows } = plan;
  const execute = useAsked<true>();
  const showRun = useRunDialog();
  const approved = rows.filter((row) => row.approved).length;
  const [run] = view.runs;
  return (
    <>
      <Button
        variant={view.checkedAt === null ? 'contained' : 'outlined'}
        startIcon={<Icon path={mdiRefresh} />}
        loading={check.busy}
        loadingPosition="start"
        onClick={() => void check.run(view.planId)}
      >
        {view.checkedAt === null ? 'Check' : 'Check again'}
      </Button>
      <SaveOutcome planId={view.planId} />
      {run !== undefined && (
        <Button variant="outlined" onClick={() => showRun(run)}>
          Show run
        </Button>
      )}
      <Button variant="contained" color="error" disabled={approved === 0} onClick={() => execute.ask(true)}>
        {approved === 0 ? 'Execute' : `Execute ${plural(approved, 'row')}`}
      </Button>
      {execute.open && <ExecuteDialog key={execute.turn} plan={plan} onClose={execute.close} />}
    </>
  );
}

function SaveOutcome({ planId }: { planId: string }): ReactNode {
  const { run, busy } = useSaveOutcome();
  const notify = useNotify();
  const save = async (): Promise<void> => {
    const outcome = await run(planId);
    if (!outcome.ok) notify(outcome.error.message, 'error');
    else if (outcome.value !== null)
      notify(
        `Outcome saved${outcome.value.signed ? ', signed' : ', unsigned'}: ${outcome.value.path}`,
        'success',
      );
  };
  return (
    <Button
      variant="outlined"
      startIcon={<Icon path={mdiContentSaveOutline} />}
      loading={busy}
      loadingPosition="start"
      onClick={() => void save()}
    >
      Save outcome
    </Button>
  );
}
