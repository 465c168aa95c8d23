import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { BulkReport } from '@core/domain/bulk';
import { allDone } from './run-text';
import type { RunCalls } from './use-run-calls';

export interface RunActionsProps {
  readonly report: BulkReport | undefined;
  readonly calls: RunCalls;
  readonly onClose: () => void;
}

/** The buttons of a run, by where it is. */
export function RunActions({ report, calls, onClose }: RunActionsProps): ReactNode {
  switch (report?.state) {
    case undefined:
      return <Button onClick={onClose}>Close</Button>;
    case 'running':
      return <WhileRunning calls={calls} onClose={onClose} />;
    case 'paused':
    case 'interrupted':
      return (
        <>
          <Save calls={calls} />
          <Button variant="outlined" disabled={calls.busy} onClick={calls.leave}>
            Leave it
          </Button>
          <Button variant="contained" disabled={calls.busy} onClick={calls.resume} autoFocus>
            Resume
          </Button>
        </>
      );
    case 'finished':
    case 'cancelled':
      return (
        <>
          <Save calls={calls} />
          {report.state === 'finished' && !allDone(report) && (
            <Button variant="outlined" disabled={calls.busy} onClick={calls.resume}>
              Try the rest again
            </Button>
          )}
          <Button variant="contained" onClick={onClose} autoFocus>
            Close
          </Button>
        </>
      );
  }
}

const Save = ({ calls }: { calls: RunCalls }): ReactNode => (
  <>
    <Button onClick={() => calls.save('csv')}>Save as CSV</Button>
    <Button onClick={() => calls.save('json')}>Save as JSON</Button>
  </>
);

function WhileRunning({ calls, onClose }: Omit<RunActionsProps, 'report'>): ReactNode {
  return (
    <>
      <Button onClick={onClose}>Go on in the background</Button>
      <Button variant="outlined" disabled={calls.busy} onClick={calls.cancel}>
        Cancel remaining
      </Button>
      <Button variant="outlined" disabled={calls.busy} onClick={calls.pause} autoFocus>
        Pause
      </Button>
    </>
  );
}
