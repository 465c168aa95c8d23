import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { KeyRef } from '@core/domain/api-key';
import { useOpenPlan, usePlan } from '@renderer/api/plans';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { OpenedPlan } from './OpenedPlan';

export interface PlanScreenProps {
  /** The offered file. */
  readonly fileId: string;
  readonly onClose: () => void;
  /** Leads to a key on its console, for what has to be done by hand. */
  readonly onGoToKey: (key: KeyRef) => void;
}

/** A plan: what somebody decided, compared with what is there, approved, executed, and given back. */
export function PlanScreen({ fileId, ...props }: PlanScreenProps): ReactNode {
  const { data, error, refresh } = useOpenPlan(fileId);
  if (data !== undefined) return <Rows {...props} planId={data.planId} />;
  return <Waiting {...props} error={error} onRetry={refresh} />;
}

type RowsProps = Omit<PlanScreenProps, 'fileId'> & { readonly planId: string };

function Rows({ planId, ...props }: RowsProps): ReactNode {
  const { data, error, refresh } = usePlan(planId);
  if (data === undefined) return <Waiting {...props} error={error} onRetry={refresh} />;
  return <OpenedPlan plan={data} onGoToKey={props.onGoToKey} />;
}

function Waiting({
  error,
  onRetry,
  onClose,
}: Pick<PlanScreenProps, 'onClose'> & {
  readonly error: ReturnType<typeof usePlan>['error'];
  readonly onRetry: () => void;
}): ReactNode {
  return (
    <Box
      sx={{ p: 2, maxWidth: 560, display: 'flex', flexDirection: 'column', gap: 1.5, alignItems: 'start' }}
    >
      {error === null ? (
        <ProgressNote label="Reading the plan" />
      ) : (
        <ErrorNotice title="The plan could not be opened" error={error} onRetry={onRetry} />
      )}
      <Button variant="outlined" onClick={onClose}>
        Close
      </Button>
    </Box>
  );
}
