import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { useResumeIncident } from '@renderer/api/incidents';
import { PersonDialog } from '@renderer/leak/PersonDialog';

export interface ResumeDialogProps {
  readonly incident: IncidentView;
  readonly onClose: () => void;
}

/** *Continue as…*: another responder takes over. */
export function ResumeDialog({ incident, onClose }: ResumeDialogProps): ReactNode {
  const { run, busy, error } = useResumeIncident();
  const resume = async (by: string): Promise<void> => {
    const outcome = await run({ incidentId: incident.incidentId, by });
    if (outcome.ok) onClose();
  };
  return (
    <PersonDialog
      title="Continue as"
      submit="Continue"
      name=""
      busy={busy}
      error={error}
      onSubmit={(by) => void resume(by)}
      onClose={onClose}
    >
      <Typography>
        So far the record is by {incident.entries.at(-1)?.by ?? incident.by}. From now on its lines are by
        you.
      </Typography>
    </PersonDialog>
  );
}
