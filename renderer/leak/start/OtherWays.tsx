import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiFolderOpenOutline, mdiTimerOutline } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import type { IncidentSummary } from '@core/domain/incident';
import { useOpenRecord } from '@renderer/api/incidents';
import type { GoTo } from '@renderer/leak/leak-place';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';
import { Way } from '@renderer/shared/Way';
import { DrillDialog } from './DrillDialog';

export interface OtherWaysProps {
  readonly incidents: readonly IncidentSummary[];
  readonly goTo: GoTo;
  /** Whether a drill can be begun here. */
  readonly drill: boolean;
}

/** What else can be begun here: a drill, and a record somebody else saved. */
export function OtherWays({ incidents, goTo, drill }: OtherWaysProps): ReactNode {
  const [drilling, setDrilling] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {drill && (
        <Way
          minor
          title="Practise it"
          text="On the practice console a key leaks, a stopwatch runs, and the record shows your times."
          action={
            <Button
              variant="outlined"
              startIcon={<Icon path={mdiTimerOutline} />}
              onClick={() => setDrilling(true)}
            >
              Start a leak drill
            </Button>
          }
        />
      )}
      <TakeOver goTo={goTo} />
      {drilling && (
        <DrillDialog name={incidents[0]?.by ?? ''} goTo={goTo} onClose={() => setDrilling(false)} />
      )}
    </Box>
  );
}

function TakeOver({ goTo }: Pick<OtherWaysProps, 'goTo'>): ReactNode {
  const opening = useOpenRecord();
  const open = async (): Promise<void> => {
    const outcome = await opening.run();
    if (outcome.ok && outcome.value !== null) goTo({ at: 'incident', incidentId: outcome.value.incidentId });
  };
  return (
    <>
      <Way
        minor
        title="Take one over"
        text="Open the record file that a colleague saved, and go on with it."
        action={
          <Button
            variant="outlined"
            startIcon={<Icon path={mdiFolderOpenOutline} />}
            loading={opening.busy}
            onClick={() => void open()}
          >
            Open a record…
          </Button>
        }
      />
      {opening.error !== null && <ErrorNotice title="The record was not opened" error={opening.error} />}
    </>
  );
}
