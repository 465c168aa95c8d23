import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useStartDrill } from '@renderer/api/incidents';
import { useKeepSearch } from '@renderer/api/leak';
import { keepStory } from '@renderer/leak/drill-story';
import type { GoTo } from '@renderer/leak/leak-place';
import { PersonDialog } from '@renderer/leak/PersonDialog';

export interface DrillDialogProps {
  /** Who responded last. */
  readonly name: string;
  readonly goTo: GoTo;
  readonly onClose: () => void;
}

/** *Start a leak drill*: asks who responds; the stopwatch starts with the answer. */
export function DrillDialog({ name, goTo, onClose }: DrillDialogProps): ReactNode {
  const { run, busy, error } = useStartDrill();
  const keep = useKeepSearch();
  const start = async (by: string): Promise<void> => {
    const outcome = await run(by);
    if (!outcome.ok) return;
    const { incident, search, story } = outcome.value;
    keepStory(incident.incidentId, story);
    keep.set(search);
    onClose();
    goTo({ at: 'search', addTo: incident.incidentId });
  };
  return (
    <PersonDialog
      title="Start a leak drill"
      submit="Start the drill"
      name={name}
      busy={busy}
      error={error}
      onSubmit={(by) => void start(by)}
      onClose={onClose}
    >
      <Typography>
        A key of the practice console leaks, and you find it, stop it and prove it dead. Nothing outside
        Keydesk is touched. The stopwatch runs from the moment you start.
      </Typography>
    </PersonDialog>
  );
}
