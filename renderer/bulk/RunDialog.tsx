import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { BulkReport } from '@core/domain/bulk';
import { environmentKey } from '@core/domain/environment';
import { formatCount, formatMoment, plural } from '@core/text/format';
import { useRun } from '@renderer/api/bulk';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { placesOf, type Places } from '@renderer/shared/place';
import { RunActions } from './RunActions';
import { RunFinished } from './RunFinished';
import { RunList } from './RunList';
import { placesOfRun, runTitle } from './run-text';
import { useRunCalls } from './use-run-calls';

export interface RunDialogProps {
  readonly bulkId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A run over many keys: the outcome of each, pause and resume, and in the end what all of it means. */
export function RunDialog({ bulkId, open, onClose }: RunDialogProps): ReactNode {
  const { data: report, error, refresh } = useRun(bulkId);
  const places = useKnownPlaces();
  const calls = useRunCalls(bulkId, onClose);
  const here = report === undefined ? [] : placesOfRun(report, places);
  return (
    <AppDialog
      open={open}
      width="md"
      title={report === undefined ? 'API keys' : runTitle(report, here)}
      description={
        report && `Confirmed ${formatMoment(report.confirmedAt)}. The most powerful keys come first.`
      }
      closedBy={report?.state === 'running' ? 'nothing' : 'escape'}
      onClose={onClose}
      actions={<RunActions report={report} calls={calls} onClose={onClose} />}
    >
      {report === undefined && error === null && <Skeleton variant="rounded" height={294} />}
      {report !== undefined && <RunList act={report.act} rows={report.rows} places={places} />}
      {report !== undefined && <Where report={report} places={places} />}
      {error !== null && <ErrorNotice title="The run could not be read" error={error} onRetry={refresh} />}
      {calls.error !== null && <ErrorNotice title="That did not work" error={calls.error} />}
    </AppDialog>
  );
}

function Where({ report, places }: { report: BulkReport; places: Places }): ReactNode {
  const here = placesOfRun(report, places);
  const allPlaces = report.rows.every(({ key }) => places.has(environmentKey(key)));
  if (report.state === 'running') return <Running report={report} />;
  if (report.state === 'finished' || report.state === 'cancelled')
    return <RunFinished report={report} places={here} allPlaces={allPlaces} />;
  return <Halted report={report} />;
}

function Running({ report: { settled, keys } }: { report: BulkReport }): ReactNode {
  return (
    <div>
      <Typography role="status" color="textSecondary" sx={{ mb: 1, fontVariantNumeric: 'tabular-nums' }}>
        {formatCount(settled)} of {plural(keys, 'key')} dealt with
      </Typography>
      <LinearProgress
        aria-label="Keys dealt with"
        variant="determinate"
        value={(settled / keys) * 100}
        sx={{ height: 3, borderRadius: 1 }}
      />
    </div>
  );
}

function Halted({ report }: { report: BulkReport }): ReactNode {
  const { state, settled, keys, notes } = report;
  const title =
    state === 'interrupted'
      ? `Keydesk ended in the middle of this: ${formatCount(settled)} of ${plural(keys, 'key')} dealt with`
      : `Paused: ${formatCount(settled)} of ${plural(keys, 'key')} dealt with`;
  return (
    <Notice tone="warning" role="status" title={title}>
      <Typography>
        {notes.map((note) => `${note} `)}
        The others are as they were. Resume goes on with everything that is not done; nothing is done twice.
      </Typography>
    </Notice>
  );
}

function useKnownPlaces(): Places {
  const { data: consoles = [] } = useConsoles();
  const known = useAllEnvironments(consoles).flatMap(({ environments }) => environments.data ?? []);
  return placesOf(known, consoles);
}
