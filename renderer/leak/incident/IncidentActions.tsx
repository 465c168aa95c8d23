import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiAccountArrowRightOutline, mdiNoteEditOutline } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { Icon } from '@renderer/shared/Icon';
import { CloseDialog } from './CloseDialog';
import { NoteDialog } from './NoteDialog';
import { ResumeDialog } from './ResumeDialog';
import { SaveMenu } from './SaveMenu';

type Open = 'note' | 'resume' | 'close' | null;

/** What can be done with a record as a whole. */
export function IncidentActions({ incident }: { incident: IncidentView }): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const end = (): void => setOpen(null);
  const going = incident.state === 'open';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {going && (
        <Button
          variant="outlined"
          startIcon={<Icon path={mdiNoteEditOutline} />}
          onClick={() => setOpen('note')}
        >
          Add a note
        </Button>
      )}
      <SaveMenu incidentId={incident.incidentId} />
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiAccountArrowRightOutline} />}
        onClick={() => setOpen('resume')}
      >
        Continue as…
      </Button>
      <Box sx={{ flex: 1 }} />
      {going && (
        <Button variant="outlined" onClick={() => setOpen('close')}>
          Close incident
        </Button>
      )}
      {open === 'note' && <NoteDialog incidentId={incident.incidentId} onClose={end} />}
      {open === 'resume' && <ResumeDialog incident={incident} onClose={end} />}
      {open === 'close' && <CloseDialog incident={incident} onClose={end} />}
    </Box>
  );
}
