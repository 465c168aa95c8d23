import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiFolderOpenOutline, mdiTimerOutline } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import type { IncidentSummary } from '@core/domain/incident';
import { useOpenRecord } from '@renderer/api/incidents';
import type { GoTo } from '@renderer/leak/leak-place';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';
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
  const opening = useOpenRecord();
  const open = async (): Promise<void> => {
    const outcome = await opening.run();
    if (outcome.ok && outcome.value !== null) goTo({ at: 'incident', incidentId: outcome.value.incidentId });
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {drill && (
        <Way
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
      <Way
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
      {drilling && (
        <DrillDialog name={incidents[0]?.by ?? ''} goTo={goTo} onClose={() => setDrilling(false)} />
      )}
    </Box>
  );
}

function Way({ title, text, action }: { title: string; text: string; action: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        flex: 1,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        gap: 0.75,
        p: 2,
        border: 1,
        borderColor: 'house.line',
        borderRadius: '10px',
      }}
    >
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      <Typography color="textSecondary" sx={{ flex: 1, mb: 0.75 }}>
        {text}
      </Typography>
      {action}
    </Box>
  );
}
