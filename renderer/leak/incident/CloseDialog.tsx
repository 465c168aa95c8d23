import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { listed } from '@core/text/format';
import { useCloseIncident } from '@renderer/api/incidents';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { Notice } from '@renderer/shared/Notice';
import { TextInput } from '@renderer/shared/TextInput';
import { unproved } from './incident-keys';

export interface CloseDialogProps {
  readonly incident: IncidentView;
  readonly onClose: () => void;
}

/** *Close incident*: asks on its own where a key may still work. */
export function CloseDialog({ incident, onClose }: CloseDialogProps): ReactNode {
  const [summary, setSummary] = useState('');
  const [anyway, setAnyway] = useState(false);
  const { run, busy, error } = useCloseIncident();
  const open = unproved(incident);
  const ready = !busy && (open.length === 0 || anyway);
  const close = async (): Promise<void> => {
    const outcome = await run({ incidentId: incident.incidentId, summary: summary.trim() });
    if (outcome.ok) onClose();
  };
  return (
    <AppDialog
      open
      role="alertdialog"
      title="Close incident"
      description="Keydesk stops watching, and the record takes no more lines. It can be read and saved at any time."
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (ready ? void close() : undefined)}
      actions={<FormButtons submit="Close incident" onCancel={onClose} busy={busy} disabled={!ready} />}
    >
      {open.length > 0 && (
        <Notice tone="warning" title={`Not proved dead: ${listed(open.map(({ name }) => name))}`}>
          <Typography>Treat what is not proved as live.</Typography>
          <CheckInput label="Close it all the same" checked={anyway} onChange={setAnyway} />
        </Notice>
      )}
      <TextInput
        label="Summary"
        value={summary}
        onChange={setSummary}
        maxLength={2_000}
        help="Optional: what happened, and what comes next."
        autoFocus
      />
      {error !== null && <ErrorNotice title="The incident was not closed" error={error} />}
    </AppDialog>
  );
}
